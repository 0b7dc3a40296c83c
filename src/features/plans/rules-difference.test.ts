import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyBody, anyTree } from './factory-bodies.ts'
import { applyDifference, difference, longestRise, type PlanChange } from './rules-difference.ts'
import { identityOf, matchParts } from './rules-identity.ts'
import type { Tree } from './rules-tree.ts'

const period = (identifier: string, start = '2026-01-01') => ({ identifier, start })
const unit = (unitCode: string, more: object = {}) => ({ unitCode, ...more })

const table: [name: string, before: Tree, after: Tree, changes: PlanChange[]][] = [
  ['nothing', { a: [1, { b: null }] }, { a: [1, { b: null }] }, []],
  ['the order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
  ['a value', { email: 'a' }, { email: 'b' }, [{ kind: 'set', pointer: '/email', before: 'a', after: 'b' }]],
  ['a value to null', { a: 1 }, { a: null }, [{ kind: 'set', pointer: '/a', before: 1, after: null }]],
  ['another kind of value', { a: [] }, { a: {} }, [{ kind: 'set', pointer: '/a', before: [], after: {} }]],
  ['the root', 1, 2, [{ kind: 'set', pointer: '', before: 1, after: 2 }]],
  [
    'keys that need escaping',
    { 'a/b': 1, 'm~n': 2 },
    { 'm~n': 3, '': 4 },
    [
      { kind: 'add', pointer: '/', after: 4 },
      { kind: 'remove', pointer: '/a~1b', before: 1 },
      { kind: 'set', pointer: '/m~0n', before: 2, after: 3 },
    ],
  ],
  [
    'a unit in front: the others are no edits',
    { vocationalUnits: [unit('1', { teachingHours: 5 }), unit('2')] },
    { vocationalUnits: [unit('3'), unit('1', { teachingHours: 6 }), unit('2')] },
    [
      { kind: 'add', pointer: '/vocationalUnits/0', after: unit('3') },
      { kind: 'set', pointer: '/vocationalUnits/1/teachingHours', before: 5, after: 6 },
    ],
  ],
  [
    'a period that moved and was edited',
    { learningPeriods: [period('a'), period('b'), period('c')] },
    { learningPeriods: [period('b'), period('c'), period('a', '2026-02-01')] },
    [
      { kind: 'move', pointer: '/learningPeriods/2', from: '/learningPeriods/0' },
      { kind: 'set', pointer: '/learningPeriods/2/start', before: '2026-01-01', after: '2026-02-01' },
    ],
  ],
  [
    'the first of two units of one code removed',
    { vocationalUnits: [unit('1', { deviation: 'x' }), unit('1')] },
    { vocationalUnits: [unit('1')] },
    [{ kind: 'remove', pointer: '/vocationalUnits/0', before: unit('1', { deviation: 'x' }) }],
  ],
  [
    'members without identity: equal ones stay, the rest pair by order',
    { demonstrations: [{ start: '1' }, { start: '2' }, { start: '3' }] },
    { demonstrations: [{ start: '2' }, { start: '1b' }] },
    [
      { kind: 'remove', pointer: '/demonstrations/2', before: { start: '3' } },
      { kind: 'move', pointer: '/demonstrations/0', from: '/demonstrations/1' },
      { kind: 'set', pointer: '/demonstrations/1/start', before: '1', after: '1b' },
    ],
  ],
]

describe('the difference of two bodies', () => {
  it.each(table)('%s', (_name, before, after, changes) => {
    expect(difference(before, after)).toEqual(changes)
    expect(applyDifference(before, changes)).toEqual(after)
  })

  it('treats the name of a prototype as any other key', () => {
    const [before, after] = ['{"__proto__":{"a":1}}', '{"__proto__":{"a":2},"constructor":1}'].map(t =>
      JSON.parse(t),
    )
    const result = applyDifference(before, difference(before, after))
    expect(JSON.stringify(result)).toBe(JSON.stringify(after))
  })

  it('leads from any tree to any other', () => {
    fc.assert(
      fc.property(anyTree, anyTree, (before, after) => {
        expect(applyDifference(before, difference(before, after))).toEqual(after)
      }),
      { numRuns: 200 },
    )
  })

  it('leads from any body to any other, and is a plain JSON value', () => {
    fc.assert(
      fc.property(anyBody, anyBody, (before, after) => {
        const stored = JSON.parse(JSON.stringify(difference(before, after))) as PlanChange[]
        expect(applyDifference(before, stored)).toEqual(after)
        expect(difference(after, after)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('stays quick on a long shuffled list', () => {
    const items = Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 20_000)
    const changes = difference(items, items.toReversed())
    expect(applyDifference(items, changes)).toEqual(items.toReversed())
  })
})

describe('identity of list members', () => {
  it.each<[list: string, a: Tree, b: Tree, same: boolean]>([
    ['learningPeriods', period('a'), period('a', '2027-01-01'), true],
    ['learningPeriods', period('a'), period('b'), false],
    ['vocationalUnits', unit('1'), unit('1', { unitCodeVersion: 2 }), true],
    ['localUnits', { amosaaId: '1', name: 'x' }, { amosaaId: '1', name: 'y' }, true],
    ['localUnits', { name: '1' }, { amosaaId: '1' }, false],
    ['subjectAreas', { subjectAreaCode: '1' }, { subjectAreaCode: '2' }, false],
    ['subjectAreas', { code: '1', codeVersion: 1 }, { code: '1', codeVersion: 2 }, true],
    [
      'learningSupport',
      { typeCode: '01', unitGroupCode: '1' },
      { typeCode: '01', unitGroupCode: '2' },
      false,
    ],
    [
      'learningSupport',
      { typeCode: '01', unitGroupCode: '1' },
      { typeCode: '01', unitGroupCode: '1', end: 'x' },
      true,
    ],
  ])('%s: %j and %j', (list, a, b, same) => {
    expect(identityOf(list, a)).toBeDefined()
    expect(identityOf(list, a) === identityOf(list, b)).toBe(same)
  })

  it.each<[list: string, member: Tree]>([
    ['learningPeriods', { start: '2026-01-01' }],
    ['demonstrations', { start: '2026-01-01' }],
    ['tasks', 'a'],
    ['constructor', {}],
  ])('%s: %j has none', (list, member) => expect(identityOf(list, member)).toBeUndefined())

  it('leaves unequal members without identity apart where order must not decide', () => {
    expect(
      matchParts('demonstrations', [{ a: 1 }, { a: 2 }], [{ a: 2 }, { a: 3 }], { byOrder: false }),
    ).toEqual([1, -1])
  })

  it.each<[number[], number[]]>([
    [[], []],
    [[-1, -1], []],
    [
      [2, 0, 1],
      [1, 2],
    ],
    [
      [0, -1, 1, 3, 2, 4],
      [0, 2, 4, 5],
    ],
  ])('the longest rise of %j', (matches, rise) => {
    expect([...longestRise(matches)].sort((a, b) => a - b)).toEqual(rise)
  })
})
