import { expect, test } from 'vitest'
import { testService } from '../../../test/harness/service.ts'
import { write } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { makeStudent } from '../plans/factory.ts'
import type { StudyRight } from './contract.ts'
import { findConfidential, findDetails, markUnmet, saveStudyRights } from './public.ts'
import { moveStatesOn } from './queries.ts'
import { presentState } from './rules-states.ts'

const service = await testService()
const { database, owner } = service
const now = new Date()
const audit = (providerId: Uuid) => ({ actor: { kind: 'system' as const, source: 'koski', providerId }, now })
const body = (oid: string, more: Partial<StudyRight> = {}): StudyRight => ({
  oid,
  type: 'ammatillinenkoulutus',
  states: [{ start: '2026-01-01', state: 'lasna' }],
  attainments: [],
  ...more,
})

async function world() {
  const provider = await service.provider()
  const { studentId } = await makeStudent(database, provider)
  const save = (rights: StudyRight[], more: object = {}, today = '2026-02-01') =>
    write(database, provider, transaction =>
      saveStudyRights(
        transaction,
        audit(provider),
        rights.map(right => ({ studentId, body: right, source: 'koski', ...more })),
        today,
      ),
    )
  const rows = async () =>
    (
      await owner.query(
        `select oid, present_state as state, state_from::text as since, state_changes_on::text as next,
           vanished_at is not null as vanished from study_right where provider_id = $1 and oid in ('1.1', '1.2') order by oid`,
        [provider],
      )
    ).rows
  return { provider, save, rows }
}

test('only what changed is written and audited, and of one told twice the last counts', async () => {
  const { provider, save } = await world()
  expect(await save([body('1.1'), body('1.2', { type: 'tuva' }), body('1.2')])).toBe(2)
  expect(await save([body('1.1'), body('1.2')])).toBe(0)
  const details = { attainments: [], version: 2 }
  const confidential = { prison: [{ start: '2026-01-05' }] }
  expect(await save([body('1.1')], { details, confidential })).toBe(1)
  // A source that tells of the body alone takes nothing away.
  expect(await save([body('1.1', { endedOn: '2026-02-01' })])).toBe(1)
  const read = await write(database, provider, async transaction => [
    await findDetails(transaction, '1.1'),
    await findConfidential(transaction, '1.1'),
  ])
  expect(read).toEqual([details, confidential])
  expect(await save([body('1.1', { endedOn: '2026-02-01' })], { details, confidential: {} })).toBe(1)
  const { rows } = await owner.query(
    `select target_id from audit_event where provider_id = $1 and action = 'study-rights.save' and target_id in ('1.1', '1.2')`,
    [provider],
  )
  expect(rows.map(row => row.target_id).sort()).toEqual(['1.1', '1.1', '1.1', '1.1', '1.2'])
})

test('a run of the whole register marks what it has not met, and what comes back is there again', async () => {
  const { provider, save, rows } = await world()
  const other = await world()
  await save([body('1.1'), body('1.2')])
  await other.save([body('1.1')])
  const runId = newId()
  await owner.query(
    `insert into import_run (provider_id, id, kind, origin, source, state, requested_at)
     values ($1, $2, 'koski', 'command', 'x', 'storing', now())`,
    [provider, runId],
  )
  await owner.query('insert into import_seen (provider_id, run_id, key) values ($1, $2, $3)', [
    provider,
    runId,
    '1.1',
  ])
  // The student of the world has a right of the factory's own too.
  expect(await write(database, provider, transaction => markUnmet(transaction, runId, now))).toBeGreaterThan(
    0,
  )
  expect((await rows()).map(row => row.vanished)).toEqual([false, true])
  expect((await other.rows()).map(row => row.vanished)).toEqual([false])
  expect(await save([body('1.2')])).toBe(1)
  expect((await rows()).map(row => row.vanished)).toEqual([false, false])
})

test('states move on by date in the database as the rule says', async () => {
  const { provider, save, rows } = await world()
  const states = [
    { start: '2026-01-01', state: 'lasna' },
    { start: '2026-02-02', state: 'valiaikaisestikeskeytynyt' },
    { start: '2026-02-02', state: 'lasna', funding: '4' },
    { start: '2026-06-01', state: 'valmistunut' },
  ]
  await save([body('1.1', { states }), body('1.2')], {}, '2025-12-01')
  expect((await rows()).map(row => row.state)).toEqual([null, null])
  for (const today of ['2025-12-31', '2026-01-01', '2026-02-02', '2026-07-01']) {
    await write(database, provider, transaction => moveStatesOn(transaction, today))
    const { present, changesOn } = presentState(states, today)
    expect((await rows())[0]).toMatchObject({
      state: present?.state ?? null,
      since: present?.from ?? null,
      next: changesOn ?? null,
    })
  }
  expect(await write(database, provider, transaction => moveStatesOn(transaction, '2030-01-01'))).toBe(0)
})
