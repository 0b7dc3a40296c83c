import { beforeAll, describe, expect, test } from 'vitest'
import { makeStudent } from '../src/features/plans/factory.ts'
import { createPlan } from '../src/features/plans/public.ts'
import { saveStaff } from '../src/features/staff/public.ts'
import { saveRegisterStudents } from '../src/features/students/public.ts'
import { roles } from '../src/platform/access/actor.ts'
import { write } from '../src/platform/db/door.ts'
import { newId, type Uuid } from '../src/platform/ids.ts'
import { plainDateOf } from '../src/platform/time/plain-date.ts'
import { type Client, testService } from './harness/service.ts'
import { filled, paramsIn, type World } from './world.ts'

// A student with turvakielto, with words that stand nowhere else. No answer to anybody holds one of them, from the first
// row on, until that person has said why they need it.

const service = await testService()
const { database, owner } = service
const today = plainDateOf('2026-11-22')

const told = {
  givenNames: 'Turvamerkki Esimerkki',
  familyName: 'Salakuvitteellinen',
  group: 'PIILORYHMA',
  groupName: 'Piilossa oleva ryhmä',
  studentNumber: '77007700',
}
const contact = {
  email: 'salassa@esimerkki.test',
  phone: '040 707 7077',
  street: 'Salakatu 7',
  postalCode: '07077',
  city: 'Salala',
}
const guardian = { name: 'Huolto Piilomaa', email: 'huolto.piilo@esimerkki.test', phone: '040 808 8088' }
const places = {
  workplace: 'Piilopaja Oy',
  instructor: 'Otto Piiloohjaaja',
  environment: 'Piilonäyttöpaikka',
  note: 'Jakso on Piilokylässä',
}
const markers = [
  'Turvamerkki',
  'Salakuvitteellinen',
  'PIILORYHMA',
  told.studentNumber,
  ...Object.values(contact),
  ...Object.values(guardian),
  ...Object.values(places),
]

let world: World
let planId: string

beforeAll(async () => {
  const provider = await service.provider()
  const student = await makeStudent(database, provider)
  const otherStudent = await makeStudent(database, provider)
  world = { provider, student, otherStudent }
  const audit = {
    actor: { kind: 'system', source: 'import', providerId: provider } as const,
    now: new Date(),
  }
  const context = { audit, source: 'import', today }
  await write(database, provider, async transaction => {
    await saveStaff(transaction, { ...context, issuer: 'demo', language: 'fi' }, [
      { staffNumber: '1', givenNames: 'Olli', familyName: 'Opettava' },
    ])
    await saveRegisterStudents(transaction, context, [
      {
        ...told,
        studentOid: student.studentOid,
        birthDate: plainDateOf('2012-01-02'),
        teacher: '1',
        contact,
        guardians: [{ ordinal: 1, ...guardian, language: 'fi', custody: true }],
        protected: true,
      },
    ])
    const saved = await createPlan(
      {
        transaction,
        audit: { ...audit, actor: { ...audit.actor, source: 'wilma' } },
        today,
        jobs: { send: () => Promise.resolve() },
        referenceFor: () => ({}),
        formFaults: () => [],
      },
      { plan: planWithPlaces(student) },
      { studyRightKnown: 'demanded' },
    )
    planId = saved.id
  })
  await owner.query(
    `insert into plan_conflict (provider_id, id, plan_id, pointer, register, here, taken, source, noticed_at)
     values ($1, $2, $3, '/vocationalUnits/0/learningPeriods/0/workplace/name', $4, '"b"', 'here', 'wilma', now())`,
    [provider, newId(), planId, JSON.stringify(places.workplace)],
  )
})

function planWithPlaces({ studentOid, studyRightOid }: { studentOid: string; studyRightOid: string }) {
  const code = { unitCode: 'tutkinnonosat_100017', unitCodeVersion: 1 }
  return {
    studentOid,
    studyRightOid,
    firstApprovedOn: '2024-08-20',
    needToAcquireCompetence: true,
    email: contact.email,
    phone: contact.phone,
    vocationalUnits: [
      {
        ...code,
        learningPeriods: [
          {
            start: '2026-09-01',
            end: '2026-12-01',
            methodCode: 'osaamisenhankkimistapa_koulutussopimus',
            methodCodeVersion: 1,
            periodNote: places.note,
            workplace: { name: places.workplace, tasks: ['Huolto'], instructor: { name: places.instructor } },
          },
        ],
        demonstrations: [
          {
            start: '2026-11-01',
            end: '2026-11-02',
            environment: { name: places.environment },
            content: ['Näyttö'],
          },
        ],
      },
    ],
  }
}

const reading = service.server.endpoints.filter(endpoint => endpoint.method === 'GET')
const staff = roles.filter(role => role !== 'student')
const found = (text: string) => markers.filter(marker => text.includes(marker))

/** Every way to read, with the ids of the protected student's things. */
async function everywhere(client: Client): Promise<Record<string, readonly string[]>> {
  const leaks: Record<string, readonly string[]> = {}
  const look = async (url: string) => {
    const answer = await client('GET', url, undefined, { 'caller-id': 'test' })
    expect(answer.statusCode, url).toBeLessThan(500)
    const leaked = found(answer.body)
    if (leaked.length > 0) leaks[url] = leaked
  }
  for (const endpoint of reading) {
    const params = {
      ...(await paramsIn(service, world, endpoint)),
      studentId: world.student.studentId,
      planId,
    }
    await look(filled(endpoint.path, { version: 1, ...params }))
  }
  for (const text of ['turvam', 'salakuv', world.student.studentOid, told.studentNumber])
    await look(`/api/students?text=${encodeURIComponent(text)}`)
  await look('/api/students?sort=group')
  await look('/api/students/export?mine=false')
  return leaks
}

// The code of a group alone tells nothing of anybody: it stands among the groups that a list can be narrowed by.
const groups = ['/api/students/filters', '/api/groups', '/api/groups/year-change', '/api/groups/PIILORYHMA']
const withoutGroups = (leaks: Record<string, readonly string[]>) =>
  Object.fromEntries(
    Object.entries(leaks).filter(
      ([url, leaked]) => !(groups.includes(url) && leaked.every(marker => marker === 'PIILORYHMA')),
    ),
  )

describe('of a student with turvakielto nothing that tells who or where is shown', () => {
  test.each(staff)('to the role %s', async role => {
    expect(withoutGroups(await everywhere(await service.signIn(world.provider, [role])))).toEqual({})
  })

  test('to another student', async () => {
    const other = await service.signIn(world.provider, ['student'], world.otherStudent.studentId)
    expect(await everywhere(other)).toEqual({})
  })

  test('to a search by name, which does not even tell that there is somebody', async () => {
    const teacher = await service.signIn(world.provider, ['teacher'])
    for (const text of ['turvamerkki', 'salakuvitteellinen'])
      expect((await teacher('GET', `/api/students?text=${text}`)).json().items).toEqual([])
    const [row] = (await teacher('GET', `/api/students?text=${world.student.studentOid}`)).json().items
    expect(row).toMatchObject({ id: world.student.studentId, protection: 'masked' })
  })

  test('by a list of the group or in the order of groups, but to their own teacher', async () => {
    const teacher = await service.signIn(world.provider, ['teacher'])
    const listed = async (query: string) =>
      (await teacher('GET', `/api/students?${query}`)).json().items.map((one: { id: string }) => one.id)
    expect(await listed('group=PIILORYHMA')).toEqual([])
    expect(await listed('sort=group')).not.toContain(world.student.studentId)
    expect(await listed('sort=name')).toContain(world.student.studentId)
    await owner.query(
      `update staff_member set person_id = (select person_id from session order by created_at desc limit 1)
       where provider_id = $1`,
      [world.provider],
    )
    expect(await listed('group=PIILORYHMA')).toEqual([world.student.studentId])
    await owner.query('update staff_member set person_id = null where provider_id = $1', [world.provider])
  })

  test('in the log', () => expect(found(service.log.join('\n'))).toEqual([]))

  test('in the audit', async () => {
    const { rows } = await owner.query('select details from audit_event where provider_id = $1', [
      world.provider,
    ])
    expect(found(JSON.stringify(rows))).toEqual([])
  })
})

describe('whoever says why they need it', () => {
  const reveal = (client: Client, reason: string) =>
    client('POST', `/api/students/${world.student.studentId}/reveal`, { reason })
  const card = (client: Client) => client('GET', `/api/students/${world.student.studentId}`)
  const plan = (client: Client) => client('GET', `/api/plans/${planId}`)

  test('sees the student until the end of the day, alone, and is remembered with the reason', async () => {
    const [one, other] = [
      await service.signIn(world.provider, ['teacher']),
      await service.signIn(world.provider, ['teacher']),
    ]
    expect((await reveal(one, 'Työpaikkakäynti sovittava')).statusCode).toBe(204)
    expect((await card(one)).json()).toMatchObject({
      protection: 'revealed',
      name: 'Turvamerkki Salakuvitteellinen',
      contact,
      guardians: [{ name: guardian.name, mayBeTold: true }],
    })
    expect(found((await plan(one)).body)).toEqual(expect.arrayContaining(Object.values(places)))
    expect((await plan(one)).json()).toMatchObject({ protection: 'revealed' })
    expect(withoutGroups(await everywhere(other))).toEqual({})
    const { rows } = await owner.query(
      `select student_id, details from audit_event where provider_id = $1 and action = 'students.reveal'`,
      [world.provider],
    )
    expect(rows).toEqual([
      { student_id: world.student.studentId, details: { reason: 'Työpaikkakäynti sovittava' } },
    ])
    await owner.query(`update protection_reveal set held_on = held_on - 1 where provider_id = $1`, [
      world.provider,
    ])
    expect((await card(one)).json()).toMatchObject({ protection: 'masked', guardians: [] })
  })

  test.each(['quality', 'student'] as const)('but not in the role %s', async role => {
    const client = await service.signIn(world.provider, [role], world.otherStudent.studentId)
    expect((await reveal(client, 'Haluan tietää')).statusCode).toBe(403)
  })

  test('but not without a reason, and nobody of another provider', async () => {
    const teacher = await service.signIn(world.provider, ['teacher'])
    expect((await reveal(teacher, '')).statusCode).toBe(400)
    const elsewhere = await service.signIn(await service.provider(), ['teacher'])
    expect((await reveal(elsewhere, 'Muualta')).statusCode).toBe(404)
  })
})

test('a masked plan is not saved over what it hides', async () => {
  const teacher = await service.signIn(world.provider, ['teacher'])
  const page = (await teacher('GET', `/api/plans/${planId}`)).json()
  expect(page.permittedActions).toEqual(['read', 'reveal'])
  const body = { plan: page.plan, reason: 'Muutos' }
  const answer = await teacher('PUT', `/api/plans/${planId}`, body, { 'if-match': '"v1"' })
  expect([answer.statusCode, answer.json().code]).toEqual([403, 'plans.protected'])
})

test('a turvakielto holds from the moment that it is told', async () => {
  const teacher = await service.signIn(world.provider, ['teacher'])
  const url = `/api/students/${world.otherStudent.studentId}`
  const before = await teacher('GET', url)
  expect([before.json().protection, before.headers['cache-control']]).toEqual([undefined, 'no-store'])
  const name: string = before.json().name
  const family = name.split(' ').at(-1) ?? ''
  await write(database, world.provider as Uuid, transaction =>
    saveRegisterStudents(
      transaction,
      {
        audit: {
          actor: { kind: 'system', source: 'import', providerId: world.provider },
          now: new Date(),
        },
        source: 'import',
        today,
      },
      [
        {
          studentOid: world.otherStudent.studentOid,
          givenNames: 'Testi',
          familyName: family,
          contact: {},
          protected: true,
        },
      ],
    ),
  )
  expect((await teacher('GET', url)).body).not.toContain(family)
  expect((await teacher('GET', `/api/students?text=${family}`)).json().items).toEqual([])
})

test('registers are given what they sent', async () => {
  const register = await service.key(world.provider)
  const { rows } = await owner.query('select hoks_id from plan where id = $1', [planId])
  const answer = await register(
    'GET',
    `/ehoks-virkailija-backend/api/v1/hoks/${rows[0].hoks_id}`,
    undefined,
    {
      'caller-id': 'test',
    },
  )
  expect(answer.body).toContain(places.workplace)
})
