import { expect, test } from 'vitest'
import { plansAtMost, ticked, withAll } from './rules-selection.ts'

const many = Array.from({ length: plansAtMost }, (_, at) => `plan ${at}`)

test('one more and one less, as long as there is room', () => {
  expect([...ticked(new Set(['a']), 'b', true)]).toEqual(['a', 'b'])
  expect([...ticked(new Set(['a', 'b']), 'a', false)]).toEqual(['b'])
  const full = new Set(many)
  expect(ticked(full, 'another', true)).toBe(full)
  expect(ticked(full, 'plan 0', false).size).toBe(plansAtMost - 1)
})

test('all of a list are added to those chosen before, each once, as far as there is room', () => {
  expect([...withAll(new Set(['a']), ['b', 'a'])]).toEqual(['a', 'b'])
  const all = withAll(new Set(['a']), many)
  expect([all.size, all.has('a'), all.has(many.at(-1) ?? '')]).toEqual([plansAtMost, true, false])
})
