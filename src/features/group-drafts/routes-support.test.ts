import { beforeEach, describe, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { type MadeStudent, makeStudent } from '../plans/factory.ts'
import { body } from './factory.ts'

const service = await testService()
const diaryNumber = 'OPH-1-2026'
const typeCode = 'ammatillinenkoulutusoppimisentuentyyppi_02'

let provider: Uuid
let teacher: Client
let guidance: Client
let draft: string
let supported: MadeStudent
let other: MadeStudent

const rows = async (text: string, values: unknown[] = []) => (await service.owner.query(text, values)).rows

beforeEach(async () => {
  provider = await service.provider()
  teacher = await service.signIn(provider, ['teacher'])
  guidance = await service.signIn(provider, ['guidance'])
  const templateId = newId()
  await rows(
    `insert into path_template (provider_id, id, name, diary_number, version, created_at, changed_at)
     values ($1, $2, 'Malli', $3, 1, now(), now())`,
    [provider, templateId, diaryNumber],
  )
  await rows(
    `insert into path_template_version (provider_id, template_id, version, body, saved_at)
     values ($1, $2, 1, $3, now())`,
    [provider, templateId, JSON.stringify({ ...body, units: body.units.slice(2) })],
  )
  supported = await inGroup()
  other = await inGroup()
  const asked = { templateId, groupCode: 'R26', startsOn: '2026-11-02' }
  draft = (await guidance('POST', '/api/group-drafts', asked)).json().id
  await decide(supported)
})

async function inGroup(): Promise<MadeStudent> {
  const made = await makeStudent(service.database, provider)
  await rows('update student set group_code = $2 where id = $1', [made.studentId, 'R26'])
  await rows(
    `update study_right set body = jsonb_set(body, '{attainments,0,diaryNumber}', $2) where oid = $1`,
    [made.studyRightOid, JSON.stringify(diaryNumber)],
  )
  return made
}

const decide = ({ studyRightOid }: MadeStudent) =>
  rows('update study_right set confidential = $2 where oid = $1', [
    studyRightOid,
    JSON.stringify({ specialSupport: [{ start: '2025-08-01' }], prison: [{ start: '2025-08-01' }] }),
  ])
const page = async (client: Client) => (await client('GET', `/api/group-drafts/${draft}`)).json()
const rowFor = (told: { rows: { key: string }[] }, { studyRightOid }: MadeStudent) =>
  told.rows.find(({ key }) => key === studyRightOid) as never as Record<string, never>
const answer = (client: Client, support: string, version = 1) =>
  client('PATCH', `/api/group-drafts/${draft}/answers`, {
    rows: [{ key: supported.studyRightOid, version, answers: { support } }],
  })
const save = (client: Client) => client('POST', `/api/group-drafts/${draft}/save`, { reason: 'Ryhmän polku' })
const supportIn = async ({ studyRightOid }: MadeStudent) =>
  (
    await rows(
      `select v.body->'learningSupport' as support from plan p
       join plan_version v on v.plan_id = p.id and v.version = p.version where p.study_right_oid = $1`,
      [studyRightOid],
    )
  ).map(row => row.support)

describe('support in a draft of a group', () => {
  test('is asked of those who decide of it, of that student alone, and comes to the plan; who looked is logged', async () => {
    const told = await page(guidance)
    expect(told.columns.at(-1)).toEqual({ key: 'support', kind: 'support' })
    expect(rowFor(told, supported).cells).toMatchObject({
      support: { state: 'wished', reason: 'special-support' },
    })
    expect(rowFor(told, other).cells).not.toHaveProperty('support')
    expect(JSON.stringify(told)).not.toContain('prison')
    const given = await answer(guidance, '02')
    expect(given.json().rows[0].cells.support).toMatchObject({
      text: '02 Muu oppimisen tuki',
      answered: true,
    })
    expect((await save(guidance)).json()).toMatchObject({ made: 2 })
    expect([await supportIn(supported), await supportIn(other)]).toEqual([[[{ typeCode }]], [null]])
    const looked = await rows(
      `select student_id from audit_event where provider_id = $1 and action = 'group-drafts.read-support'`,
      [provider],
    )
    // Of both: the log does not tell who has a decision.
    expect(looked.map(row => row.student_id).sort()).toEqual([supported.studentId, other.studentId].sort())
  })

  test('is not there for others: with a decision and an answer they see what they would see without', async () => {
    const bare = await page(teacher)
    await answer(guidance, '02')
    const seen = await page(teacher)
    const without = (told: typeof seen) => ({
      ...told,
      rows: told.rows.map(({ version: _, ...row }: { version: number }) => row),
    })
    expect(without(seen)).toEqual(without(bare))
    expect(JSON.stringify(seen)).not.toMatch(/support|tuki/i)
    await rows(`update study_right set confidential = '{}' where oid = $1`, [supported.studyRightOid])
    expect(without(await page(teacher))).toEqual(without(bare))
    for (const key of [supported, other].map(one => one.studyRightOid)) {
      const looked = await teacher('GET', `/api/group-drafts/${draft}/rows/${key}/plan`)
      expect(JSON.stringify(looked.json())).not.toMatch(/support|tuki/i)
    }
    // To write there is refused as any column that the template does not have.
    const refused = await answer(teacher, '03', 2)
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'group-drafts.column-unknown'])
    const logged = await rows(
      `select 1 from audit_event where provider_id = $1 and action = 'group-drafts.read-support'`,
      [provider],
    )
    expect(logged).toEqual([])
  })

  test('is not lost when somebody else saves the plans', async () => {
    await answer(guidance, '02')
    expect((await save(teacher)).json()).toMatchObject({ made: 2, waiting: 0 })
    expect(await supportIn(supported)).toEqual([[{ typeCode }]])
  })

  test('stays away with turvakielto, also from those who decide', async () => {
    await rows('update student set protected = true where id = $1', [supported.studentId])
    expect(rowFor(await page(guidance), supported)).toMatchObject({ problem: 'protected', cells: {} })
  })
})
