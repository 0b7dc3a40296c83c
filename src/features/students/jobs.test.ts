import { expect, test } from 'vitest'
import { testService } from '../../../test/harness/service.ts'
import { makeStudent } from '../plans/factory.ts'
import { keyWorker } from './jobs.ts'

const service = await testService()

test('students without keys are given theirs, and those with them keep them', async () => {
  const { database, owner } = service
  const providers = [await service.provider(), await service.provider()]
  for (const provider of providers)
    for (let made = 0; made < 3; made += 1) await makeStudent(database, provider)
  const keys = async () =>
    (await owner.query('select * from student_key order by provider_id, key, student_id')).rows
  const before = await keys()
  expect(before.length).toBeGreaterThan(20)
  await owner.query(
    'delete from student_key where student_id in (select id from student order by id limit 4)',
  )
  const worker = keyWorker({ database, providerIds: async () => providers })
  await worker.run({})
  await worker.run({})
  expect(await keys()).toEqual(before)
})
