import { expect, test } from 'vitest'
import { ShortCache } from './short-cache.ts'

function cacheAt(limit = 10) {
  const clock = { now: 0, loads: 0 }
  const cache = new ShortCache<string>({ limit, life: 100, now: () => clock.now })
  const get = (key: string, value: string | undefined = 'here', until = Number.POSITIVE_INFINITY) =>
    cache.get(key, async () => {
      clock.loads += 1
      return value === undefined ? undefined : { value, until }
    })
  return { clock, cache, get }
}

test('what was loaded is believed for its life, and then loaded again', async () => {
  const { clock, get } = cacheAt()
  expect(await get('a', 'one')).toBe('one')
  clock.now = 99
  expect(await get('a', 'two')).toBe('one')
  clock.now = 100
  expect(await get('a', 'two')).toBe('two')
  expect(clock.loads).toBe(2)
})

test('nothing is believed beyond its own end', async () => {
  const { clock, get } = cacheAt()
  await get('a', 'one', 50)
  clock.now = 50
  expect(await cacheUndefined(get)).toBeUndefined()
  expect(await get('b', 'late', 50)).toBeUndefined()
})

const cacheUndefined = (get: ReturnType<typeof cacheAt>['get']) => get('a', 'over', 50)

test('what was not found is asked for each time', async () => {
  const { clock, cache } = cacheAt()
  const miss = () =>
    cache.get('a', async () => {
      clock.loads += 1
      return undefined
    })
  await miss()
  await miss()
  expect(clock.loads).toBe(2)
})

test('what was forgotten is loaded again, one or all', async () => {
  const { cache, get } = cacheAt()
  await get('a', 'one')
  await get('b', 'one')
  cache.forget('a')
  expect([await get('a', 'two'), await get('b', 'two')]).toEqual(['two', 'one'])
  cache.forgetAll()
  expect([await get('a', 'three'), await get('b', 'three')]).toEqual(['three', 'three'])
})

test('a load that began before the forgetting is not kept', async () => {
  const { cache, get } = cacheAt()
  const gate = Promise.withResolvers<void>()
  const slow = cache.get('a', async () => {
    await gate.promise
    return { value: 'before', until: Number.POSITIVE_INFINITY }
  })
  cache.forget('a')
  gate.resolve()
  expect(await slow).toBe('before')
  expect(await get('a', 'after')).toBe('after')
})

test('it holds no more than its limit; the oldest goes', async () => {
  const { clock, get } = cacheAt(2)
  await get('a')
  await get('b')
  await get('c')
  await get('b')
  await get('c')
  expect(clock.loads).toBe(3)
  await get('a')
  expect(clock.loads).toBe(4)
})
