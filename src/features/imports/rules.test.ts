import { describe, expect, it } from 'vitest'
import { canonical, compareRows } from './rules.ts'

describe('comparing a file with what is stored', () => {
  const stored = [
    { key: 'same', body: { a: 1, b: { c: 2, d: [3, { f: 1, e: 2 }] } }, vanished: false },
    { key: 'differs', body: { a: 1 }, vanished: false },
    { key: 'returns', body: { a: 1 }, vanished: true },
    { key: 'gone', body: { a: 1 }, vanished: false },
    { key: 'gone before', body: { a: 1 }, vanished: true },
  ]
  const given = [
    { key: 'same', body: { b: { d: [3, { e: 2, f: 1 }], c: 2 }, a: 1 } },
    { key: 'differs', body: { a: 2 } },
    { key: 'returns', body: { a: 1 } },
    { key: 'new', body: { a: 1 } },
  ]

  it('writes only what is new, differs or comes back, and marks what is gone', () => {
    const { changed, vanished, counts } = compareRows<object>(stored, given)
    expect(changed.map(row => row.key)).toEqual(['differs', 'returns', 'new'])
    expect(vanished).toEqual(['gone'])
    expect(counts).toEqual({ read: 4, written: 3, unchanged: 1, vanished: 1 })
  })

  it('keeps the order of lists', () => {
    expect(canonical([2, 1])).not.toBe(canonical([1, 2]))
    expect(canonical({ b: null, a: 'x' })).toBe('{"a":"x","b":null}')
  })
})
