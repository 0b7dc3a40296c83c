import { expect, test } from 'vitest'
import {
  countedOf,
  driverOf,
  exportScope,
  fewAtMost,
  type Narrowing,
  searchText,
  stretchesOf,
} from './rules-search.ts'

test.each([
  [undefined, undefined],
  ['  ', undefined],
  ['😀 !', 'nothing'],
  ['Vir', { longest: 'vir', others: [], whole: 'vir' }],
  ['MATTI  virta', { longest: 'matti', others: ['virta'], whole: 'matti virta' }],
  ['Mäki-Petäjä', { longest: 'petaja', others: ['maki'], whole: 'maki petaja' }],
  ['1.2.246.562.24.1', { longest: '1.2.246.562.24.1', others: [], whole: '1.2.246.562.24.1' }],
  ['OP-2024/17', { longest: '2024', others: ['op', '17'], whole: 'op 2024 17' }],
  ['a b c d e f g h', { longest: 'a', others: ['b', 'c', 'd', 'e', 'f'], whole: 'a b c d e f' }],
])('what is looked for by %j', (typed, expected) => expect(searchText(typed)).toEqual(expected))

const many = fewAtMost + 1
type Row = [boolean, 'name' | 'group', Narrowing[], Record<string, number>, string]
const drivers: readonly Row[] = [
  [false, 'name', [], {}, 'order'],
  [true, 'name', [], {}, 'order'],
  [false, 'name', ['group', 'qualification'], {}, 'order'],
  [true, 'name', ['group', 'mine'], {}, 'group'],
  [false, 'name', ['mine'], {}, 'order'],
  [false, 'group', ['mine'], {}, 'mine'],
  [true, 'name', ['mine', 'planState'], {}, 'mine'],
  [false, 'name', ['qualification'], { qualification: fewAtMost }, 'qualification'],
  [false, 'name', ['qualification'], { qualification: many }, 'order'],
  [false, 'name', ['planState'], {}, 'order'],
  [false, 'group', ['rightState', 'planState'], { rightState: 7, planState: 3 }, 'planState'],
  [true, 'name', ['rightState'], { rightState: 7, text: 6 }, 'order'],
  [true, 'name', ['rightState'], { rightState: 7, text: 8 }, 'rightState'],
  [true, 'name', ['rightState'], { rightState: many, text: many }, 'order'],
]
test.each(drivers)('text %s, by %s, narrowed to %j, counts %j: %s', (text, sort, by, counts, driver) =>
  expect(driverOf({ text, sort, by }, counts)).toBe(driver),
)

test.each<[boolean, Narrowing[], string[]]>([
  [true, [], []],
  [true, ['group', 'rightState'], []],
  [false, ['rightState'], ['rightState']],
  [true, ['rightState'], ['text', 'rightState']],
])('text %s with %j: %j are counted', (text, by, counted) =>
  expect(countedOf({ text, sort: 'name', by })).toEqual(counted),
)

const id = '01890000-0000-7000-8000-000000000000'
test('whoever has no name or group to be sorted by stands last', () => {
  const named = { by: 'name', sortName: 'ek', id } as const
  expect(stretchesOf('name', false, undefined)).toEqual(['with', 'without'])
  expect(stretchesOf('name', true, undefined)).toEqual(['without', 'with'])
  expect(stretchesOf('name', false, { ...named, sortName: '' })).toEqual(['without'])
  expect(stretchesOf('name', true, named)).toEqual(['with'])
  expect(stretchesOf('group', false, { by: 'group', group: 'R1', sortName: '', id })).toEqual([
    'with',
    'without',
  ])
  expect(stretchesOf('group', false, { by: 'group', group: null, sortName: 'ek', id })).toEqual(['without'])
})

test.each([
  [['teacher'], 'mine'],
  [['teacher', 'quality'], 'all'],
  [['student'], 'none'],
])('%j may take out %s', (roles, scope) => expect(exportScope(roles)).toBe(scope))
