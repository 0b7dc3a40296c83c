import { beforeEach, describe, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { type MadeStudent, makeStudent } from '../plans/factory.ts'
import type { TemplateBody } from '../templates/contract.ts'
import { body } from './factory.ts'

const service = await testService()
const diaryNumber = 'OPH-1-2026'

let provider: Uuid
let teacher: Client
let templateId: string
let students: readonly MadeStudent[]

const rows = async (text: string, values: unknown[] = []) => (await service.owner.query(text, values)).rows

beforeEach(async () => {
  provider = await service.provider()
  teacher = await service.signIn(provider, ['teacher'])
  templateId = await insertTemplate(body)
  students = await Promise.all([1, 2, 3].map(() => inGroup('R26')))
})

async function insertTemplate(content: TemplateBody): Promise<string> {
  const id = newId()
  await service.owner.query(
    `insert into path_template (provider_id, id, name, diary_number, version, created_at, changed_at)
     values ($1, $2, 'Malli', $3, 1, now(), now())`,
    [provider, id, diaryNumber],
  )
  await service.owner.query(
    `insert into path_template_version (provider_id, template_id, version, body, saved_at)
     values ($1, $2, 1, $3, now())`,
    [provider, id, JSON.stringify(content)],
  )
  return id
}

async function inGroup(group: string): Promise<MadeStudent> {
  const made = await makeStudent(service.database, provider)
  await service.owner.query('update student set group_code = $2 where id = $1', [made.studentId, group])
  await service.owner.query(
    `update study_right set body = jsonb_set(body, '{attainments,0,diaryNumber}', $2) where oid = $1`,
    [made.studyRightOid, JSON.stringify(diaryNumber)],
  )
  return made
}

const startsOn = '2025-08-11'
async function draft(client = teacher): Promise<string> {
  const answer = await client('POST', '/api/group-drafts', { templateId, groupCode: 'R26', startsOn })
  expect(answer.statusCode).toBe(201)
  return answer.json().id
}
const page = async (id: string, client = teacher) => (await client('GET', `/api/group-drafts/${id}`)).json()
const answer = (id: string, changes: readonly object[], client = teacher) =>
  client('PATCH', `/api/group-drafts/${id}/answers`, { rows: changes })
const save = (id: string, client = teacher) =>
  client('POST', `/api/group-drafts/${id}/save`, { reason: 'Ryhmän polku' })

const tagOf = async (id: string, client = teacher) =>
  (await client('GET', `/api/group-drafts/${id}`)).headers.etag ?? ''
const discard = (id: string, tag: string | number | string[], client = teacher) =>
  client('DELETE', `/api/group-drafts/${id}`, undefined, { 'if-match': String(tag) })

const place = 'Paja Esimerkki Oy 1234567-1'
const all = {
  'workplace:u1-p2': place,
  'instructor:u1-p2': 'Otto Keksitty, otto@paja.test',
  'tasks:u2-p1': 'Kokoaa',
}
const answerAll = async (id: string) =>
  answer(
    id,
    (await page(id)).rows.map(({ key, version }: { key: string; version: number }) => ({
      key,
      version,
      answers: all,
    })),
  )

interface Told {
  readonly ready: boolean
  readonly unchanged?: boolean
}

describe('a draft of a group', () => {
  test('asks what lacks, keeps the answers, saves all plans at once, and repeated answers the same', async () => {
    const id = await draft()
    const asked = await page(id)
    expect(asked.rows.map((row: { ready: boolean }) => row.ready)).toEqual([false, false, false])
    expect(asked.rows[0].cells['workplace:u1-p2'].state).toBe('lacking')
    const answered = await answerAll(id)
    expect(answered.json().rows.map((row: { ready: boolean }) => row.ready)).toEqual([true, true, true])
    const saved = await save(id)
    expect(saved.json()).toEqual({ made: 3, changed: 0, unchanged: 0, waiting: 0 })
    expect((await save(id)).json()).toEqual(saved.json())
    const plans = await rows(
      `select p.errors, p.warnings, v.reason, p.version from plan p join plan_version v on v.plan_id = p.id
       where p.provider_id = $1`,
      [provider],
    )
    expect(plans).toEqual(
      [1, 2, 3].map(() => ({ errors: 0, warnings: 0, reason: 'Ryhmän polku', version: 1 })),
    )
    const events = await rows(
      `select action, count(*)::int from audit_event where provider_id = $1 and action like 'group-drafts.%'
       group by 1 order by 1`,
      [provider],
    )
    expect(Object.fromEntries(events.map(row => [row.action, row.count]))).toEqual({
      'group-drafts.create': 1,
      'group-drafts.read': 6,
      'group-drafts.answer': 3,
      'group-drafts.save': 1,
    })
    expect(await rows(`select 1 from group_draft_row where draft_id = $1 and answers <> '{}'`, [id])).toEqual(
      [],
    )
  })

  test('applied again to the same students changes nothing', async () => {
    const first = await draft()
    await answerAll(first)
    await save(first)
    const again = await draft()
    const told = (await page(again)).rows.map(({ ready, unchanged }: Told) => ({ ready, unchanged }))
    expect(told).toEqual([1, 2, 3].map(() => ({ ready: true, unchanged: true })))
    expect((await save(again)).json()).toEqual({ made: 0, changed: 0, unchanged: 3, waiting: 0 })
    expect(await rows('select max(version) from plan where provider_id = $1', [provider])).toEqual([
      { max: 1 },
    ])
  })

  test('what it changed in plans that were there is undone as one, and plans that it made stay', async () => {
    const first = await draft()
    await answerAll(first)
    await save(first)
    expect((await teacher('GET', '/api/bulk-changes')).json().items).toMatchObject([
      { text: 'Tehty suunnitelmat polkupohjasta Malli', plans: 3, undoable: false },
    ])
    templateId = await insertTemplate({
      ...body,
      units: [
        ...body.units,
        { kind: 'local', id: 'u9', name: 'Lisätty osa', points: 5, periods: [], demonstrations: [] },
      ],
    })
    await inGroup('R26')
    const second = await draft()
    await answerAll(second)
    expect((await save(second)).json()).toMatchObject({ made: 1, changed: 3 })
    const [{ change_id: id }] = await rows('select change_id from group_draft where id = $1', [second])
    const shown = (await teacher('GET', `/api/bulk-changes/${id}/undo`)).json()
    const outcomes = shown.plans.map((one: { outcome: string }) => one.outcome).sort()
    expect(outcomes).toEqual(['left', 'restores', 'restores', 'restores'])
    const left = shown.plans.find((one: { outcome: string }) => one.outcome === 'left')
    expect(left.reason).toBe('Muutos teki tämän suunnitelman, joten se jää.')
    const plans = shown.plans
      .filter((one: { outcome: string }) => one.outcome === 'restores')
      .map(({ planId, version }: { planId: string; version: number }) => ({ planId, version }))
    const undone = await teacher('POST', `/api/bulk-changes/${id}/undo`, { plans })
    expect(undone.json()).toEqual({ undone: 3, left: 1 })
    const unitsOf = async ({ planId }: { planId: string }): Promise<number> =>
      (await teacher('GET', `/api/plans/${planId}`)).json().plan.localUnits.length
    expect(await Promise.all([...plans, left].map(unitsOf))).toEqual([1, 1, 1, 2])
  })

  test('shows one student’s plan before it is saved, stores nothing, and logs who looked', async () => {
    const id = await draft()
    await answerAll(id)
    const keys: string[] = (await page(id)).rows.map((row: { key: string }) => row.key)
    const look = (key: string) => teacher('GET', `/api/group-drafts/${id}/rows/${key}/plan`)
    const seen = (await look(keys[0] ?? '')).json()
    expect(seen.units.map((unit: { code?: string; name?: string }) => unit.name ?? unit.code)).toEqual([
      ...['tutkinnonosat_100001', 'tutkinnonosat_100002'],
      ...['ammatillisenoppiaineet_ai', 'ammatillisenoppiaineet_ma', 'Työkalut'],
    ])
    expect(seen.units[0].periods[0]).toMatchObject({ start: '2025-08-11' })
    expect(seen.units[0].periods[1]).toMatchObject({ place: 'Paja Esimerkki Oy' })
    expect(seen.findings).toEqual([])
    expect(await rows('select 1 from plan where provider_id = $1', [provider])).toEqual([])
    const events = await rows(
      `select student_id from audit_event where provider_id = $1 and action = 'group-drafts.read-plan'`,
      [provider],
    )
    expect(events).toEqual([{ student_id: students.find(one => one.studyRightOid === keys[0])?.studentId }])
    const hidden = students.find(one => one.studyRightOid === keys[1])
    await service.owner.query('update student set protected = true where id = $1', [hidden?.studentId])
    expect((await look(keys[1] ?? '')).statusCode).toBe(403)
    expect((await look('1.2.3')).json().code).toBe('group-drafts.no-plan')
  })

  test('tells in the row of a student whose competence area is not the template’s', async () => {
    await service.owner.query(`update path_template set competence_area = 'osaamisala_1' where id = $1`, [
      templateId,
    ])
    const other = students[1]?.studyRightOid
    await service.owner.query(
      `update study_right set body = jsonb_set(body, '{attainments,0,competenceAreas}', '[{"code":"osaamisala_2"}]')
       where oid = $1`,
      [other],
    )
    const told = (await page(await draft())).rows
      .filter((row: { otherArea?: string }) => row.otherArea !== undefined)
      .map((row: { key: string; otherArea: string }) => [row.key, row.otherArea])
    expect(told).toEqual([[other, 'osaamisala_2']])
  })

  test('knows a workplace by its name and who guides there, and says what it does not know', async () => {
    const first = await draft()
    await answerAll(first)
    await save(first)
    await inGroup('R26')
    const id = await draft()
    const [row] = (await page(id)).rows.filter((one: { ready: boolean }) => !one.ready)
    const unknown = await answer(id, [{ key: row.key, version: 1, answers: { 'workplace:u1-p2': 'Paja' } }])
    expect(unknown.json().rows[0].cells['workplace:u1-p2']).toMatchObject({
      state: 'wrong',
      error: 'workplace-unknown',
      fixes: [place],
    })
    const known = await answer(id, [
      { key: row.key, version: 2, answers: { 'workplace:u1-p2': 'paja esimerkki oy' } },
    ])
    expect(known.json().rows[0]).toMatchObject({ ready: true })
    expect(known.json().rows[0].cells['instructor:u1-p2'].text).toBe('Otto Keksitty, otto@paja.test')
  })

  test('takes answers only to what the template asks, and no more columns than a row may have', async () => {
    const id = await draft()
    const [{ key }] = (await page(id)).rows
    const send = (answers: object) => answer(id, [{ key, version: 1, answers }])
    const unknown = await send({ 'invented:u1-p2': 'x' })
    expect([unknown.statusCode, unknown.json().code]).toEqual([400, 'group-drafts.column-unknown'])
    const many = Array.from({ length: 2001 }, (_, at) => [`dates:p${at}`, 'x'])
    expect((await send(Object.fromEntries(many))).statusCode).toBe(400)
    expect(await rows(`select 1 from group_draft_row where draft_id = $1 and answers <> '{}'`, [id])).toEqual(
      [],
    )
    expect((await send({ email: 'a@b.test', included: null })).statusCode).toBe(200)
  })

  test('two teachers: the later one is told, nobody’s answer is lost', async () => {
    const id = await draft()
    const other = await service.signIn(provider, ['guidance'])
    const [first, second] = (await page(id)).rows
    await answer(id, [{ key: first.key, version: 1, answers: { email: 'eka@esimerkki.test' } }])
    const late = await answer(
      id,
      [
        { key: first.key, version: 1, answers: { email: 'toka@esimerkki.test' } },
        { key: second.key, version: 1, answers: { email: 'kolmas@esimerkki.test' } },
      ],
      other,
    )
    expect(late.json().conflicts).toEqual([first.key])
    expect(
      late.json().rows.map((row: { cells: { email: { text: string } } }) => row.cells.email.text),
    ).toEqual(['eka@esimerkki.test', 'kolmas@esimerkki.test'])
  })

  test('two teachers: one throws away only what they have seen, and no answer or saved plan goes unseen', async () => {
    const id = await draft()
    const other = await service.signIn(provider, ['guidance'])
    const [{ key }] = (await page(id)).rows
    const before = await tagOf(id)
    await answer(id, [{ key, version: 1, answers: { email: 'eka@esimerkki.test' } }], other)
    const refused = await discard(id, before)
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'group-drafts.version-conflict'])
    expect((await page(id)).rows[0].cells.email.text).toBe('eka@esimerkki.test')
    const seen = await tagOf(id)
    await answerAll(id)
    await save(id, other)
    expect((await discard(id, seen)).statusCode).toBe(409)
    // A row that went away with its student does not make up for an answer in another one.
    const administrator = await service.signIn(provider, ['administrator'])
    const whole = await tagOf(id)
    await administrator('POST', `/api/students/${students[0]?.studentId}/erase`, { reason: 'Pyyntö' })
    expect((await discard(id, whole)).statusCode).toBe(409)
    expect((await discard(id, `W/${await tagOf(id)}`)).statusCode).toBe(204)
  })

  test('a failure in the middle leaves nothing half-applied, and names the student', async () => {
    const id = await draft()
    await answerAll(id)
    const keys: string[] = (await page(id)).rows.map((row: { key: string }) => row.key)
    // As if a study right had been taken into another one after the draft was read.
    await service.owner.query(
      `create or replace function stop() returns trigger language plpgsql as
       $$ begin if new.study_right_oid = '${keys[2]}' then raise exception 'broken'; end if; return new; end $$;
       create trigger stop before insert on plan for each row execute function stop()`,
    )
    expect((await save(id)).statusCode).toBe(500)
    await service.owner.query('drop trigger stop on plan; drop function stop')
    expect(await rows('select 1 from plan where provider_id = $1', [provider])).toEqual([])
    expect((await page(id)).rows.map((row: { ready: boolean }) => row.ready)).toEqual([true, true, true])
    expect((await save(id)).json()).toMatchObject({ made: 3 })
  })

  test('tells who cannot have a plan, and the others go on', async () => {
    const alone = await inGroup('R26')
    await service.owner.query('delete from study_right where oid = $1', [alone.studyRightOid])
    const hidden = await inGroup('R26')
    await service.owner.query('update student set protected = true where id = $1', [hidden.studentId])
    const told = (
      await teacher('GET', `/api/group-drafts/candidates?templateId=${templateId}&groupCode=R26`)
    ).json()
    expect(told.items.map((one: { problem?: string }) => one.problem ?? '')).toEqual([
      '',
      '',
      '',
      'no-study-right',
    ])
    const id = await draft()
    await answerAll(id)
    expect((await save(id)).json()).toEqual({ made: 3, changed: 0, unchanged: 0, waiting: 0 })
    expect((await page(id)).rows[3]).toMatchObject({ problem: 'no-study-right', ready: false })
  })

  test('of a student whose turvakielto begins meanwhile it shows and saves nothing', async () => {
    const id = await draft()
    await answerAll(id)
    await service.owner.query('update student set protected = true where id = $1', [students[0]?.studentId])
    const row = (await page(id)).rows.find((one: { protection?: string }) => one.protection === 'masked')
    expect(row).toMatchObject({ problem: 'protected', cells: {}, ready: false })
    expect(row).not.toHaveProperty('name')
    expect((await save(id)).json()).toMatchObject({ made: 2 })
    // Nobody waits: not of the saved ones either, one of whom is hidden now.
    await service.owner.query('update student set protected = true where id = $1', [students[1]?.studentId])
    expect((await save(id)).json()).toEqual({ made: 2, changed: 0, unchanged: 0, waiting: 0 })
  })

  test('loses a student’s row with the student, and the others keep theirs', async () => {
    const id = await draft()
    await answerAll(id)
    const erased = students[0]?.studentId
    const administrator = await service.signIn(provider, ['administrator'])
    await administrator('POST', `/api/students/${erased}/erase`, { reason: 'Pyyntö' })
    const left = await rows('select student_id from group_draft_row where draft_id = $1', [id])
    expect(left.map(row => row.student_id).sort()).toEqual(
      students
        .slice(1)
        .map(one => one.studentId)
        .sort(),
    )
    const events = await rows(
      `select student_id from audit_event where provider_id = $1 and action = 'group-drafts.erase'`,
      [provider],
    )
    expect(events).toEqual([{ student_id: erased }])
  })

  test('is nobody else’s', async () => {
    const id = await draft()
    for (const role of ['coordinator', 'quality', 'administrator'] as const) {
      const client = await service.signIn(provider, [role])
      expect((await client('GET', `/api/group-drafts/${id}`)).statusCode).toBe(403)
    }
    const elsewhere = await service.signIn(await service.provider(), ['teacher'])
    expect((await elsewhere('GET', `/api/group-drafts/${id}`)).statusCode).toBe(404)
    expect((await save(id, elsewhere)).statusCode).toBe(404)
  })

  test('refuses what cannot be, and can be thrown away', async () => {
    const empty = await insertTemplate({ units: [], breaks: [] })
    const refused = await teacher('POST', '/api/group-drafts', {
      templateId: empty,
      groupCode: 'R26',
      startsOn,
    })
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'group-drafts.template-empty'])
    const nobody = await teacher('POST', '/api/group-drafts', { templateId, groupCode: 'X', startsOn })
    expect(nobody.json().code).toBe('group-drafts.nobody')
    const id = await draft()
    expect((await save(id)).json().code).toBe('group-drafts.nothing-ready')
    expect((await teacher('DELETE', `/api/group-drafts/${id}`)).statusCode).toBe(428)
    expect((await discard(id, await tagOf(id))).statusCode).toBe(204)
    expect((await teacher('GET', `/api/group-drafts/${id}`)).statusCode).toBe(404)
  })
})
