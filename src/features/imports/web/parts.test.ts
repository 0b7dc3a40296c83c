import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsOf, pauseAfter } from './parts.ts'

test('parts hold every byte of every file once, in order, and none is too large', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 6 })
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 9 }), (files, limit) => {
      const parts = partsOf(files, limit)
      for (const [index, size] of files.entries()) {
        const own = parts.filter(part => part.document === index + 1)
        expect(own.map(part => part.part)).toEqual(own.map((_, at) => at + 1))
        expect(
          own.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
        ).toEqual(Array.from({ length: size }, (_, at) => at))
        expect(own.every(({ from, to }) => to - from <= limit)).toBe(true)
        expect(own.length).toBeGreaterThan(0)
      }
    }),
  )
})

test.each([
  [1, 0, 1_000],
  [2, 503, 2_000],
  [5, 429, 15_000],
  [8, 0, 15_000],
  [9, 0, undefined],
  [1, 409, undefined],
  [1, 413, undefined],
])('after %i failures, the last with status %i, the pause is %s', (failures, status, pause) =>
  expect(pauseAfter(failures, status)).toBe(pause),
)
