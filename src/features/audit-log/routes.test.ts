import { beforeEach, describe, expect, test } from 'vitest'
import { explained, fenceFaults } from '../../../test/harness/explain.ts'
import { type Client, testService } from '../../../test/harness/service.ts'
import { openDatabase } from '../../platform/db/database.ts'
import { read } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { type MadeStudent, makeStudent } from '../plans/factory.ts'
import { findEvents } from './queries.ts'

const service = await testService()
const { database, owner } = service

let provider: Uuid
let student: MadeStudent
let administrator: Client
let teacherId: string

async function lastPerson(): Promise<string> {
  const { rows } = await owner.query('select person_id from session order by created_at desc limit 1')
  return rows[0].person_id
}

/** An event as it was written at that instant. */
async function happened(at: string, action: string, more: Record<string, unknown> = {}): Promise<void> {
  const row = {
    provider_id: provider,
    id: newId(Date.parse(at)),
    at,
    actor_kind: 'person',
    actor_id: teacherId,
    action,
    student_id: student.studentId,
    details: '{}',
    ...more,
  }
  const names = Object.keys(row)
  await owner.query(
    `insert into audit_event (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(row),
  )
}

const search = async (query: string, client = administrator) =>
  (await client('GET', `/api/audit?${query}`)).json()
const actionsIn = ({ items }: { items: { action: string }[] }) => items.map(item => item.action)

beforeEach(async () => {
  provider = await service.provider()
  student = await makeStudent(database, provider)
  await service.signIn(provider, ['teacher', 'guidance'])
  teacherId = await lastPerson()
  await owner.query(`update person set name = 'Tekla Tekijä' where id = $1`, [teacherId])
  administrator = await service.signIn(provider, ['administrator'])
})

describe('who saw or changed a student’s data', () => {
  beforeEach(async () => {
    // The day begins in Helsinki at ten in the evening of UTC.
    await happened('2026-03-01T21:59:59Z', 'plans.read')
    await happened('2026-03-01T22:00:00Z', 'plans.save', { details: '{"version":2,"source":"here"}' })
    await happened('2026-03-02T21:59:59Z', 'students.export')
    await happened('2026-03-02T22:00:00Z', 'plans.read')
    await happened('2026-03-02T12:00:00Z', 'plans.read', { student_id: null })
  })
  const march2 = 'from=2026-03-02&to=2026-03-02'

  test('is found by student and days of Helsinki, the newest first, in words', async () => {
    const found = await search(`studentId=${student.studentId}&${march2}`)
    expect(actionsIn(found)).toEqual(['students.export', 'plans.save'])
    expect(found.items[1]).toMatchObject({
      at: '2026-03-01T22:00:00.000Z',
      actor: { kind: 'person', id: teacherId, name: 'Tekla Tekijä', roles: ['guidance', 'teacher'] },
      student: { id: student.studentId, studentOid: student.studentOid },
      details: [
        { key: 'source', params: { value: 'here' } },
        { key: 'version', params: { value: 2 } },
      ],
    })
    expect(found.about.student).toMatchObject({ id: student.studentId })
  })

  test.each([
    ['seen', ['plans.read', 'plans.read', 'plans.read']],
    ['changed', ['plans.save']],
    ['taken', ['students.export']],
  ])('is narrowed to what was %s', async (kind, actions) => {
    expect(actionsIn(await search(`actorId=${teacherId}&kind=${kind}`))).toEqual(actions)
  })

  test.each(['student', 'actor', 'nothing'])('is read page by page by %s, each event once', async by => {
    const about = { student: `studentId=${student.studentId}&`, actor: `actorId=${teacherId}&`, nothing: '' }
    const all: string[] = []
    for (let after = '', pages = 0; pages < 9; pages += 1) {
      const found = await search(
        `${about[by as 'student']}from=2026-03-01&to=2026-03-03&limit=2${after && `&after=${after}`}`,
      )
      all.push(...found.items.map((item: { at: string }) => item.at))
      if (found.next === undefined) break
      after = found.next
    }
    expect(all).toEqual(all.toSorted().toReversed())
    expect(new Set(all).size).toBe(by === 'student' ? 4 : 5)
    expect(all.length).toBe(by === 'student' ? 4 : 5)
  })

  test('is told to nobody of another provider, and to no other role', async () => {
    const elsewhere = await service.signIn(await service.provider(), ['administrator'])
    expect((await search(`studentId=${student.studentId}`, elsewhere)).items).toEqual([])
    const teacher = await service.signIn(provider, ['teacher', 'quality', 'guidance', 'coordinator'])
    expect((await teacher('GET', '/api/audit')).statusCode).toBe(403)
  })

  test('leaves a mark for each student shown, also as a file', async () => {
    await search(march2)
    const file = await administrator('GET', `/api/audit/export?${march2}&kind=taken`)
    expect(file.body).toContain(
      'Vei opiskelijan tiedostoon;Tekla Tekijä;"ohjaus ja erityinen tuki, opettaja"',
    )
    const { rows } = await owner.query(
      `select action, student_id, details from audit_event where provider_id = $1 and action like 'audit-log.%' order by id`,
      [provider],
    )
    const days = { from: '2026-03-02', to: '2026-03-02' }
    expect(rows).toEqual([
      { action: 'audit-log.search', student_id: student.studentId, details: { rows: 3, ...days } },
      {
        action: 'audit-log.export',
        student_id: student.studentId,
        details: { rows: 1, kind: 'taken', ...days },
      },
    ])
  })

  test('is read by an index behind the fence', async () => {
    await owner.query(
      `insert into audit_event (provider_id, id, at, actor_kind, actor_id, action, student_id, details)
       select $1, gen_random_uuid(), now() - n * interval '1 minute', 'person', gen_random_uuid(), 'plans.read',
         gen_random_uuid(), '{}' from generate_series(1, 3000) n`,
      [provider],
    )
    await owner.query('analyze audit_event')
    const one = openDatabase(service.url, { connections: 1 })
    const reader = {
      actor: { kind: 'person' as const, id: newId(), name: '', providerId: provider, roles: [] },
      today: plainDateOf('2026-03-02'),
    }
    const from = new Date('2026-03-01T00:00:00Z')
    for (const query of [{ studentId: student.studentId }, { actorId: teacherId }, {}]) {
      const nodes = await explained(one, provider, () =>
        read(one, provider, tx => findEvents(tx, reader, { ...query, from, limit: 50 })),
      )
      const faults = fenceFaults(nodes).filter(fault => fault.includes('audit_event'))
      expect(faults, JSON.stringify(query)).toEqual([])
    }
    await one.close()
  })
})

describe('of a student with turvakielto', () => {
  beforeEach(async () => {
    await owner.query('update student set protected = true where id = $1', [student.studentId])
    await happened('2026-03-02T08:00:00Z', 'students.reveal', { details: '{"reason":"Käynti Piilolassa"}' })
  })

  test('neither time nor number of a list tells who had it open', async () => {
    const others = await Promise.all([1, 2].map(() => makeStudent(database, provider)))
    for (const { studentId } of [...others, student])
      await happened('2026-03-03T09:17:42.123Z', 'students.list', {
        student_id: studentId,
        details: '{"rows":3}',
      })
    const days = 'from=2026-03-03&to=2026-03-03'
    for (const query of [days, `${days}&actorId=${teacherId}`]) {
      const { items } = await search(query)
      expect(items.map((item: { student: { id: string } }) => item.student.id).toSorted()).toEqual(
        others.map(one => one.studentId).toSorted(),
      )
      expect(items.map((item: { details: object[] }) => item.details)).toEqual([[], []])
    }
    await happened('2026-03-03T10:00:00Z', 'plans.read')
    const first = await administrator('GET', `/api/audit?${days}&studentId=${student.studentId}&limit=1`)
    const { items, next } = first.json()
    expect(items).toMatchObject([{ action: 'plans.read', at: '2026-03-02T22:00:00.000Z', dayOnly: true }])
    expect(Buffer.from(next, 'base64url').toString()).toBe('[1]')
    const second = await search(`${days}&studentId=${student.studentId}&limit=1&after=${next}`)
    expect(second.items).toMatchObject([{ action: 'students.list', actor: { hidden: true }, details: [] }])
    const id = (
      await owner.query(
        `select id from audit_event where provider_id = $1 and action = 'students.list'
      and student_id = $2`,
        [provider, student.studentId],
      )
    ).rows[0].id
    expect(JSON.stringify(second.items)).not.toContain(id.slice(0, 13))
    expect(
      (await administrator('GET', `/api/audit/export?${days}&studentId=${student.studentId}`)).body,
    ).not.toMatch(/11[.:]17|Tekla/)
  })

  test('neither the actor’s name nor a free text is told, and nothing by actor', async () => {
    const byStudent = await administrator('GET', `/api/audit?studentId=${student.studentId}&kind=seen`)
    expect(byStudent.json().items[0]).toMatchObject({
      actor: { hidden: true, roles: ['guidance', 'teacher'] },
      details: [],
    })
    expect(byStudent.body).not.toMatch(/Tekla|Piilola/)
    const byActor = await administrator('GET', `/api/audit?actorId=${teacherId}&kind=seen`)
    expect(byActor.json().items).toEqual([])
    const both = await administrator('GET', `/api/audit?actorId=${teacherId}&studentId=${student.studentId}`)
    expect([both.statusCode, both.json().code]).toEqual([403, 'audit-log.masked'])
    const file = await administrator('GET', `/api/audit/export?studentId=${student.studentId}`)
    expect(file.body).not.toMatch(/Tekla|Piilola/)
    expect(file.body).not.toContain(student.studentOid)
  })

  test('all is told to whoever has said why', async () => {
    await administrator('POST', `/api/students/${student.studentId}/reveal`, { reason: 'Tietopyyntö' })
    const found = await search(`studentId=${student.studentId}&actorId=${teacherId}`)
    expect(found.items[0]).toMatchObject({
      actor: { name: 'Tekla Tekijä' },
      details: [{ key: 'reason', params: { value: 'Käynti Piilolassa' } }],
    })
  })
})

test('students see days and roles of others, no names, and of themselves only', async () => {
  const today = new Date().toISOString()
  await happened(today, 'plans.read')
  await happened(today, 'plans.read')
  const own = await service.signIn(provider, ['student'], student.studentId)
  await happened(today, 'plans.read', { actor_id: await lastPerson() })
  const answer = await own('GET', '/api/audit/own')
  const { items } = answer.json()
  expect(items.filter((item: { actor: { kind: string } }) => item.actor.kind === 'person')).toMatchObject([
    { action: 'plans.read', actor: { kind: 'person', roles: ['guidance', 'teacher'] }, times: 2 },
  ])
  expect(answer.body).not.toContain('Tekla')
  const other = await makeStudent(database, provider)
  const another = await service.signIn(provider, ['student'], other.studentId)
  expect((await another('GET', '/api/audit/own')).body).not.toContain('plans.read')
  expect((await administrator('GET', '/api/audit/own')).statusCode).toBe(403)
})

test('whom to ask about is found by name: students, staff, keys', async () => {
  await service.key(provider, 'wilma')
  const actors = async (text: string) => (await administrator('GET', `/api/audit/actors?text=${text}`)).json()
  expect((await actors('tekla')).items).toMatchObject([{ kind: 'person', name: 'Tekla Tekijä' }])
  expect((await actors('wilma')).items).toMatchObject([{ kind: 'machine', source: 'wilma' }])
  const found = await administrator('GET', `/api/audit/students?text=${student.studentOid}`)
  expect(found.json().items).toMatchObject([{ id: student.studentId }])
})
