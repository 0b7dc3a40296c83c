import { expect, test } from 'vitest'
import { testService } from '../../../test/harness/service.ts'

const service = await testService()
const provider = await service.provider()

test('everyone has a key of their own that stays the same, also when asked for twice at once', async () => {
  const [olli, elina] = [
    await service.signIn(provider, ['teacher']),
    await service.signIn(provider, ['guidance']),
  ]
  const keys = await Promise.all([olli, olli, olli, elina].map(client => client('GET', '/api/drafts/key')))
  const [first, second, third, other] = keys.map(answer => answer.json().key)
  expect(Buffer.from(first, 'base64url')).toHaveLength(32)
  expect([second, third]).toEqual([first, first])
  expect(other).not.toBe(first)
  expect((await olli('GET', '/api/drafts/key')).json()).toMatchObject({ key: first, now: expect.any(String) })
})

test('nobody and no machine has one', async () => {
  expect((await service.nobody('GET', '/api/drafts/key')).statusCode).toBe(401)
  expect((await (await service.key(provider))('GET', '/api/drafts/key')).statusCode).toBe(403)
})
