import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import { contact, guardian, places, planWithPlaces } from '../../../test/protected-student.ts'
import { write } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { type MadeStudent, makeStudent } from '../plans/factory.ts'
import { createPlan } from '../plans/public.ts'
import { saveRegisterStudents } from '../students/public.ts'

const service = await testService()

let provider: Uuid
let student: MadeStudent
let planId: string

beforeAll(async () => {
  provider = await service.provider()
  student = await makeStudent(service.database, provider)
  const actor = { kind: 'system' as const, source: 'wilma', providerId: provider }
  const audit = { actor, now: new Date() }
  const today = plainDateOf('2026-11-22')
  planId = await write(service.database, provider, async transaction => {
    await saveRegisterStudents(transaction, { audit, source: 'import', today }, [
      {
        ...{ studentOid: student.studentOid, givenNames: 'Testi', familyName: 'Keksitty', contact },
        guardians: [{ ordinal: 1, ...guardian, language: 'fi', custody: true }],
      },
    ])
    const saved = await createPlan(
      {
        ...{ transaction, audit, today, jobs: service.jobs },
        ...{ referenceFor: () => ({}), formFaults: () => [] },
      },
      { plan: planWithPlaces(student) },
      { studyRightKnown: 'demanded' },
    )
    return saved.id
  })
})

const url = () => `/api/students/${student.studentId}/record`

async function packageFor(client: Client, body: object = { reason: 'Opiskelijan pyyntö' }) {
  const answer = await client('POST', url(), body)
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/zip'])
  const files = unzipSync(new Uint8Array(answer.rawPayload))
  return new Map(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

describe('the package of all that is kept of a student', () => {
  test('holds every part, each explained in three languages', async () => {
    const teacher = await service.signIn(provider, ['teacher'])
    await teacher('GET', `/api/plans/${planId}`)
    const files = await packageFor(await service.signIn(provider, ['administrator']))
    const { rows } = await service.owner.query('select hoks_id from plan where id = $1', [planId])
    const folder = `plans/${rows[0].hoks_id}`
    expect([...files.keys()]).toEqual([
      ...['student.json', 'guardians.json', 'study-rights.json', `${folder}/plan.pdf`],
      ...[`${folder}/versions/0001.json`, `${folder}/versions/0001-national.json`],
      ...[`${folder}/sendings.json`, 'audit.json', 'audit.csv', 'index.html'],
    ])
    expect(files.get('student.json')).toContain(contact.street)
    expect(files.get('guardians.json')).toContain(guardian.email)
    expect(files.get(`${folder}/versions/0001.json`)).toContain(places.instructor)
    expect(files.get(`${folder}/plan.pdf`)?.slice(0, 5)).toBe('%PDF-')
    const actions = JSON.parse(files.get('audit.json') ?? '').map((one: { action: string }) => one.action)
    expect(actions).toEqual(expect.arrayContaining(['plans.create', 'plans.read', 'records.take']))
    expect(files.get('audit.csv')?.split('\r\n')).toHaveLength(actions.length + 2)
    const index = files.get('index.html') ?? ''
    for (const path of files.keys())
      if (!/index|versions|audit.json/.test(path)) expect(index).toContain(`href="${path}"`)
    for (const language of ['fi', 'sv', 'en']) expect(index).toContain(`<section lang="${language}">`)
  })

  test('is audited with its reason, before the first of it is sent', async () => {
    const { rows } = await service.owner.query(
      `select student_id, details from audit_event where provider_id = $1 and action = 'records.take'`,
      [provider],
    )
    expect(rows).toEqual([
      { student_id: student.studentId, details: { own: false, reason: 'Opiskelijan pyyntö' } },
    ])
  })

  test('that a student takes out tells no address of a guardian and no name of who looked', async () => {
    const own = await service.signIn(provider, ['student'], student.studentId)
    const { rows } = await service.owner.query('select id from person order by created_at limit 1')
    await service.owner.query(`update person set name = 'Olli Katsoja' where id = $1`, [rows[0].id])
    const files = await packageFor(own, {})
    const all = [...files].filter(([path]) => !path.endsWith('.pdf')).map(([, text]) => text)
    for (const hidden of [...Object.values(guardian), 'Olli Katsoja', 'Opiskelijan pyyntö'])
      expect(all.filter(text => text.includes(hidden))).toEqual([])
    expect(JSON.parse(files.get('guardians.json') ?? '')).toEqual([
      { ordinal: 1, custody: true, ends_on: null },
    ])
    expect(files.get('audit.json')).toContain('"roles":["teacher"]')
    expect(files.get('student.json')).toContain(contact.street)
  })

  test('is refused to others, and without a reason', async () => {
    const other = await makeStudent(service.database, provider)
    const refused = async (client: Client, body: object) => (await client('POST', url(), body)).statusCode
    const administrator = await service.signIn(provider, ['administrator'])
    const elsewhere = await service.signIn(await service.provider(), ['administrator'])
    const reason = { reason: 'Pyyntö' }
    expect(await refused(await service.signIn(provider, ['teacher']), reason)).toBe(403)
    expect(await refused(await service.signIn(provider, ['student'], other.studentId), reason)).toBe(403)
    expect(await refused(elsewhere, reason)).toBe(404)
    expect((await administrator('POST', url(), {})).json()).toMatchObject({
      code: 'records.reason-needed',
      pointer: '/reason',
    })
    expect(await refused(administrator, { reason: ' ' })).toBe(400)
  })

  test('of a student with turvakielto waits for a reason to look; the student gets the own one', async () => {
    await service.owner.query('update student set protected = true where id = $1', [student.studentId])
    const administrator = await service.signIn(provider, ['administrator'])
    const before = await administrator('POST', url(), { reason: 'Pyyntö' })
    expect([before.statusCode, before.json().code]).toEqual([403, 'records.protected'])
    await administrator('POST', `/api/students/${student.studentId}/reveal`, { reason: 'Tietopyyntö' })
    expect((await packageFor(administrator)).get('student.json')).toContain(contact.street)
    const own = await service.signIn(provider, ['student'], student.studentId)
    expect((await packageFor(own, {})).get('student.json')).toContain(contact.street)
  })

  test('tells what was erased and who opened the data in spite of a turvakielto; the student no names', async () => {
    const run = newId()
    await service.owner.query(
      `insert into retention_run (provider_id, id, kind, started_at, settings) values ($1, $2, 'run', now(), '{}')`,
      [provider, run],
    )
    await service.owner.query(
      `insert into erasure (provider_id, kind, target_id, run_id, rule, student_id, erased_at)
       values ($1, 'plan', $2, $3, '{"months": 12}', $4, now())`,
      [provider, newId(), run, student.studentId],
    )
    const administrator = await service.signIn(provider, ['administrator'])
    await administrator('POST', `/api/students/${student.studentId}/reveal`, { reason: 'Tietopyyntö' })
    const files = await packageFor(administrator)
    expect(JSON.parse(files.get('erasures.json') ?? '')).toMatchObject([
      { kind: 'plan', rule: { months: 12 } },
    ])
    const reveals: object[] = JSON.parse(files.get('protection-reveals.json') ?? '')
    expect(reveals).toContainEqual(
      expect.objectContaining({ name: expect.any(String), roles: ['administrator'] }),
    )
    const own = await packageFor(await service.signIn(provider, ['student'], student.studentId), {})
    expect(JSON.parse(own.get('erasures.json') ?? '')).toHaveLength(1)
    const seen: object[] = JSON.parse(own.get('protection-reveals.json') ?? '')
    expect(seen).toHaveLength(reveals.length)
    for (const one of seen) expect(Object.keys(one)).toEqual(['held_on', 'revealed_at', 'roles'])
  })

  test('of a long history has every version and every event once', async () => {
    await service.owner.query(
      `insert into plan_version (provider_id, plan_id, version, saved_at, author_kind, source, changes, body)
       select provider_id, plan_id, n, saved_at, author_kind, source, changes, body
       from plan_version, generate_series(2, 45) n where plan_id = $1 and version = 1`,
      [planId],
    )
    const ids = Array.from({ length: 1_200 }, () => newId())
    await service.owner.query(
      `insert into audit_event (provider_id, id, at, actor_kind, action, student_id, details)
       select $1, id, now(), 'system', 'plans.read', $2, '{}' from unnest($3::uuid[]) id`,
      [provider, student.studentId, ids],
    )
    const administrator = await service.signIn(provider, ['administrator'])
    await administrator('POST', `/api/students/${student.studentId}/reveal`, { reason: 'Tietopyyntö' })
    const files = await packageFor(administrator)
    expect([...files.keys()].filter(path => path.endsWith('-national.json'))).toHaveLength(45)
    const events = JSON.parse(files.get('audit.json') ?? '')
    expect(events.length).toBeGreaterThan(1_200)
    expect(files.get('audit.csv')?.split('\r\n')).toHaveLength(events.length + 2)
  })
})
