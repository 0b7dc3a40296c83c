import pg from 'pg'
import { expect, test } from 'vitest'
import { differences, draftGroup, draftOne, expectedOf, storedOf } from './harness/draft-inputs.ts'
import { prepareDraftWorld, students } from './harness/draft-world.ts'
import { installation } from './harness/installation.ts'
import { overflow, picture, violations } from './harness/looks.ts'

let owner: pg.Pool | undefined
const { address, complaints, visit } = await installation(async url => {
  owner = new pg.Pool({ connectionString: url, max: 1 })
  await prepareDraftWorld(url, owner)
})

const stored = () => {
  if (owner === undefined) throw new Error('No database')
  return storedOf(owner)
}

test('there are 20 differences', () => {
  const { emails, instructors, shares, workplaces } = differences
  expect(workplaces.size + instructors.length + emails.length + shares.size + 1).toBe(20)
})

test('one plan takes at most 15 inputs, and the other 24 follow in the same table', {
  timeout: 240_000,
}, async () => {
  const page = await visit({ persona: 'olli-opettavainen' })
  const one = await draftOne(page, address)
  expect(await stored()).toEqual([expectedOf(17)])
  expect(one).toBeLessThanOrEqual(15)
  await owner?.query(`delete from group_draft`)
  await forget()
  const group = await draftGroup(page, address)
  expect(await stored()).toEqual(students.map((_, at) => expectedOf(at)))
  expect(group).toBeLessThanOrEqual(70)
  expect(complaints).toEqual([])
})

/** The group as it was given: without the plan of the first test. */
async function forget(): Promise<void> {
  for (const table of [
    'bulk_change_plan',
    'plan_source',
    'plan_version',
    'learning_period',
    'demonstration',
    'contact',
    'plan',
  ])
    await owner?.query(
      `delete from ${table} where ${table === 'plan' ? 'id' : 'plan_id'} in
       (select p.id from plan p join student s on s.id = p.student_id where s.group_code = 'MALLI26')`,
    )
}

test('the table looks right on every width, in Finnish and in Swedish', { timeout: 180_000 }, async () => {
  await forget()
  // As it was before anything was answered or saved.
  await owner?.query('update group_draft_row set outcome = null, plan_id = null')
  for (const language of ['fi', 'sv'] as const) {
    const page = await visit({ persona: 'olli-opettavainen', language })
    const id = await page.evaluate(async () => (await (await fetch('/api/group-drafts')).json()).items[0]?.id)
    expect(id).toBeTypeOf('string')
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      for (const [name, path] of [
        ['group-draft-new', '/group-drafts/new?group=MALLI26'],
        ['group-draft', `/group-drafts/${id}`],
      ] as const) {
        await page.goto(`${address}${path}`)
        await page.waitForLoadState('networkidle')
        await picture(page, `${name}-${language}-${width}`)
        expect({ name, width, overflow: await overflow(page) }).toEqual({ name, width, overflow: 0 })
        expect(await violations(page)).toEqual([])
      }
    }
    await page.context().close()
  }
})
