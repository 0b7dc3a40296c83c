import { expect, test } from 'vitest'
import { auditOf } from '../../../test/harness/people.ts'
import { testService } from '../../../test/harness/service.ts'
import { installation } from '../../platform/access/installation.ts'
import type { Uuid } from '../../platform/ids.ts'
import { registersWorker } from './jobs.ts'

const service = await testService()
const { database, jobs, owner } = service

const now = new Date('2026-11-23T01:00:30Z')

const insert = (providerId: Uuid, register: string, schedule: string, due: string | null) =>
  owner.query(
    `insert into register_setting (provider_id, register, address, schedule, hour, next_due_at, changed_at)
     values ($1, $2, 'https://service.example/x', $3, 3, $4, now())`,
    [providerId, register, schedule, due],
  )

const worker = (providers: readonly Uuid[], at = now) =>
  registersWorker({ database, jobs, providerIds: () => Promise.resolve(providers), now: () => at })

async function runsOf(providerId: Uuid) {
  const { rows } = await owner.query<{ kind: string; origin: string; source: string; state: string }>(
    'select kind, origin, source, state from import_run where provider_id = $1 order by kind',
    [providerId],
  )
  return rows
}

async function dueOf(providerId: Uuid): Promise<Record<string, string | undefined>> {
  const { rows } = await owner.query<{ register: string; next_due_at: Date | null }>(
    'select register, next_due_at from register_setting where provider_id = $1',
    [providerId],
  )
  return Object.fromEntries(rows.map(row => [row.register, row.next_due_at?.toISOString()]))
}

test('what is due is asked for once, also by two processes, and the next time is set', async () => {
  const [one, other] = [await service.provider(), await service.provider()]
  await insert(one, 'koski', 'daily', '2026-11-23T01:00:00Z')
  await insert(one, 'ehoks', 'off', '2026-11-23T01:00:00Z')
  await insert(other, 'koski', 'daily', '2026-11-23T02:00:00Z')
  await insert(installation, 'koodisto', 'hourly', '2026-11-20T02:00:00Z')
  await Promise.all([1, 2].map(() => worker([one, other]).run({})))
  await worker([one, other]).run({})
  const waiting = { origin: 'schedule', source: 'service.example', state: 'waiting' }
  expect(await runsOf(one)).toEqual([{ kind: 'koski', ...waiting }])
  expect(await runsOf(other)).toEqual([])
  expect(await runsOf(installation)).toEqual([{ kind: 'koodisto', ...waiting }])
  expect(await dueOf(one)).toMatchObject({ koski: '2026-11-24T01:00:00.000Z' })
  expect(await dueOf(installation)).toMatchObject({ koodisto: '2026-11-23T02:00:00.000Z' })
  const marks = await auditOf(owner, one, 'imports.request')
  expect(marks).toMatchObject([{ actor_kind: 'system', details: { origin: 'schedule' } }])
})

test('while a run waits no second one is asked for, and the next time is set all the same', async () => {
  const provider = await service.provider()
  await insert(provider, 'koski', 'daily', '2026-11-23T01:00:00Z')
  await worker([provider]).run({})
  await worker([provider], new Date('2026-11-24T01:01:00Z')).run({})
  expect(await runsOf(provider)).toHaveLength(1)
  expect(await dueOf(provider)).toMatchObject({ koski: '2026-11-25T01:00:00.000Z' })
})

test('a provider whose turn fails does not keep the others from theirs', async () => {
  const [bad, good] = [await service.provider(), await service.provider()]
  // No address at all: the run cannot be asked for.
  await owner.query(
    `insert into register_setting (provider_id, register, address, schedule, hour, next_due_at, changed_at)
     values ($1, 'koski', '', 'daily', 3, '2026-11-23T01:00:00Z', now())`,
    [bad],
  )
  await insert(good, 'koski', 'daily', '2026-11-23T01:00:00Z')
  await expect(worker([bad, good]).run({})).rejects.toBeInstanceOf(AggregateError)
  expect(await runsOf(good)).toHaveLength(1)
})
