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
import { author, contact, guardian, places, planWithPlaces, told } from './protected-student.ts'
import { filled, paramsIn, type World } from './world.ts'

// A student with turvakielto, with words that stand nowhere else. No answer to anybody holds one of them, from the first
// row on, until that person has said why they need it.

const service = await testService()
const { database, owner } = service
const today = plainDateOf('2026-11-22')

const markers = [
  'Turvamerkki',
  'Salakuvitteellinen',
  'PIILORYHMA',
  'MUUALLA',
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
      { staffNumber: '2', givenNames: 'Oona', familyName: 'Ohjaava' },
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
  // What the national service said of it, and why it is to be taken away, may name a place too.
  await owner.query(
    `insert into delivery (provider_id, plan_id, wanted_version, state, national_id, waiting_since, due_at, failure, failed_at)
     values ($1, $2, 1, 'removal', 1, now(), now(), $3, now())`,
    [provider, planId, JSON.stringify({ code: 'refused', message: places.workplace })],
  )
  await owner.query(
    `insert into delivery_event (provider_id, id, plan_id, at, outcome, version, failure)
     values ($1, $2, $3, now(), 'refused', 1, $4)`,
    [
      provider,
      newId(),
      planId,
      JSON.stringify({ code: 'faults', findings: [{ pointer: '', text: places.workplace }] }),
    ],
  )
  await owner.query(
    'insert into plan_removal (provider_id, plan_id, reason, asked_at) values ($1, $2, $3, now())',
    [provider, planId, places.workplace],
  )
  // What the student says of an early sign, and what was agreed because of it, may name a place too.
  const signId = newId()
  await owner.query(
    `insert into sign (provider_id, id, student_id, plan_id, kind, about, state, data, noticed_on, seen_on, decision, reason,
       decided_at, explanation, explained_at)
     values ($1, $2, $3, $4, 'workplace', 'period', 'decided', $5, '2026-11-22', '2026-11-22', 'measure', $6, now(), $6, now())`,
    [
      ...[provider, signId, student.studentId, planId],
      JSON.stringify({
        ...{ reason: 'no-workplace', form: 'training-agreement', begun: false, limit: 21 },
        ...{ start: '2026-12-01', end: '2026-12-31' },
      }),
      places.workplace,
    ],
  )
  await owner.query(
    `insert into measure (provider_id, id, student_id, sign_id, text, person_id, due_on, state, outcome, created_at)
     values ($1, $2, $3, $4, $5, $3, '2026-11-22', 'done', $5, now())`,
    [provider, newId(), student.studentId, signId, places.workplace],
  )
  // A colleague saved it last: who that is tells whose student it is.
  await service.signIn(provider, ['teacher'])
  const { rows } = await owner.query('select person_id from session order by created_at desc limit 1')
  const authorId = rows[0].person_id
  await owner.query('update person set name = $2 where id = $1', [authorId, author])
  await owner.query('update plan_removal set asked_by = $1', [authorId])
  for (const [table, id] of [
    ['plan', 'id'],
    ['plan_version', 'plan_id'],
  ])
    await owner.query(`update ${table} set author_kind = 'person', author_id = $2 where ${id} = $1`, [
      planId,
      authorId,
    ])
})

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
  await look('/api/signs?state=decided')
  return leaks
}

// The code of a group alone tells nothing of anybody: it stands among the groups that a list can be narrowed by.
const groups = ['/api/students/filters', '/api/groups', '/api/groups/year-change', '/api/groups/PIILORYHMA']
const ofGroups = new Set(['PIILORYHMA', 'MUUALLA'])
const withoutGroups = (leaks: Record<string, readonly string[]>) =>
  Object.fromEntries(
    Object.entries(leaks).filter(
      ([url, leaked]) => !(groups.includes(url) && leaked.every(marker => ofGroups.has(marker))),
    ),
  )

describe('of a student with turvakielto nothing that tells who or where is shown', () => {
  test.each(staff)('to the role %s', async role => {
    expect(withoutGroups(await everywhere(await service.signIn(world.provider, [role])))).toEqual({})
  })

  test('to a guardian with custody, who is not who it is kept from for all that we know', async () => {
    expect(await everywhere(await service.guardian(world.provider, world.student.studentId))).toEqual({})
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
       where provider_id = $1 and staff_number = '1'`,
      [world.provider],
    )
    expect(await listed('group=PIILORYHMA')).toEqual([world.student.studentId])
    await owner.query('update staff_member set person_id = null where provider_id = $1', [world.provider])
  })

  test('by who saved the plan, which tells the teacher', async () => {
    const teacher = await service.signIn(world.provider, ['teacher'])
    for (const url of [
      `/api/plans/${planId}`,
      `/api/plans/${planId}/versions`,
      `/api/plans/${planId}/versions/1`,
    ]) {
      const answer = await teacher('GET', url)
      expect([answer.statusCode, answer.body.includes(author)]).toEqual([200, false])
    }
  })

  test.each(['teacher', 'guidance', 'coordinator'] as const)(
    'by the counts of a group to the role %s, but to their own teacher',
    async role => {
      const client = await service.signIn(world.provider, [role])
      const counted = async () => {
        const { items } = (await client('GET', '/api/groups')).json()
        const group = items.find((one: { code: string }) => one.code === 'PIILORYHMA')
        const { none, errors, warnings, fine } = group.plans
        const shown = (await client('GET', '/api/students?group=PIILORYHMA')).json().items.length
        expect([group.students, none + errors + warnings + fine]).toEqual([shown, shown])
        return shown
      }
      expect(await counted()).toBe(0)
      await owner.query(
        `update staff_member set person_id = (select person_id from session order by created_at desc limit 1)
         where provider_id = $1 and staff_number = '1'`,
        [world.provider],
      )
      expect(await counted()).toBe(1)
      await owner.query('update staff_member set person_id = null where provider_id = $1', [world.provider])
    },
  )

  test('by the number of students whom a handover or a change of year moves', async () => {
    const administrator = await service.signIn(world.provider, ['administrator'])
    const { rows } = await owner.query(
      'select staff_number, id from staff_member where provider_id = $1 order by staff_number',
      [world.provider],
    )
    const hand = async (teacherId: string) => {
      const { items } = (await administrator('GET', '/api/groups')).json()
      const { version } = items.find((one: { code: string }) => one.code === 'PIILORYHMA')
      const answer = await administrator('POST', '/api/groups/PIILORYHMA/handover', { teacherId, version })
      expect(answer.json()).toEqual({ students: 0 })
    }
    await hand(rows[1].id)
    await hand(rows[0].id)
    const { items } = (await administrator('GET', '/api/groups')).json()
    const { version } = items.find((one: { code: string }) => one.code === 'PIILORYHMA')
    const away = { rows: [{ code: 'PIILORYHMA', version, continuesAs: 'MUUALLA' }] }
    const changed = (await administrator('POST', '/api/groups/year-change', away)).json()
    expect(changed.students).toBe(0)
    await administrator('POST', '/api/groups/year-change', { rows: changed.undo })
    const group = await owner.query('select group_code, teacher_id from student where id = $1', [
      world.student.studentId,
    ])
    expect(group.rows).toEqual([{ group_code: 'PIILORYHMA', teacher_id: rows[0].id }])
  })

  test('in the log', () => expect(found(service.log.join('\n'))).toEqual([]))

  test('in the audit', async () => {
    // A group's own rows name the group; those of a student name neither it nor the teacher.
    const { rows } = await owner.query(
      `select action, details from audit_event where provider_id = $1
       and action not in ('groups.hand-over', 'groups.change-year')`,
      [world.provider],
    )
    expect(found(JSON.stringify(rows))).toEqual([])
    const moves = rows.filter(row => row.action === 'groups.move-student')
    expect(moves.map(row => row.details)).toEqual([{}, {}, {}, {}])
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
      guardians: [{ name: guardian.name, mayBeTold: true }, { mayBeTold: true }],
    })
    expect(found((await plan(one)).body)).toEqual(expect.arrayContaining(Object.values(places)))
    expect((await plan(one)).json()).toMatchObject({ protection: 'revealed', savedBy: { name: author } })
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
