import { expect, test } from 'vitest'
import { testService } from '../../../test/harness/service.ts'
import { makeStudent } from '../plans/factory.ts'
import type { TaskList } from '../tasks/contract.ts'

const service = await testService()

test('of very many missing plans the oldest are told, and all are counted', async () => {
  const provider = await service.provider()
  const guidance = await service.signIn(provider, ['guidance'])
  for (let n = 0; n < 23; n++) await makeStudent(service.database, provider)
  const list: TaskList = (await guidance('GET', '/api/tasks')).json()
  expect(list.items.map(({ kind }) => kind)).toEqual(Array(20).fill('plan-missing'))
  expect(list.totals).toMatchObject([{ kind: 'plan-missing', count: 23 }])
})
