import { describe, expect, test } from 'vitest'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import type { Task, TaskKind } from './contract.ts'
import { inOrder, partOf, totalsOf } from './rules.ts'
import { isDue, usualRhythm } from './rules-digest.ts'

const today = plainDateOf('2026-11-23')
const task = (date: string, dateIs: Task['dateIs'], kind: TaskKind = 'findings'): Task => ({
  ...{ kind, id: `${kind} ${date}`, date: plainDateOf(date), dateIs, to: '/' },
})

test.each([
  ['2026-11-22', 'by', 'overdue'],
  ['2026-11-23', 'by', 'soon'],
  ['2026-11-30', 'by', 'soon'],
  ['2026-12-01', 'by', 'later'],
  ['2020-01-01', 'since', 'waiting'],
] as const)('%s (%s) is %s', (date, dateIs, part) => {
  expect(partOf({ date, dateIs }, today)).toBe(part)
})

test('the most urgent first, and what has one date as it was told', () => {
  const [late, soon, waits, later] = [
    task('2026-11-01', 'by'),
    task('2026-11-25', 'by'),
    task('2026-10-01', 'since'),
    task('2027-01-01', 'by'),
  ]
  const same = task('2026-10-01', 'since', 'conflict')
  expect(inOrder([later, waits, same, soon, late], today)).toEqual([late, soon, waits, same, later])
})

test('what a source left out counts to the kind that it told last', () => {
  const items = [task('2026-11-01', 'by', 'proposal'), task('2026-11-02', 'by', 'help')]
  const totals = totalsOf([
    { items, total: 5 },
    { items: [], total: 0 },
  ])
  expect([...totals]).toEqual([
    ['proposal', 1],
    ['help', 4],
  ])
})

describe('the digest', () => {
  test.each([
    [['teacher'], 'mondays'],
    [['student'], 'never'],
    [['guardian'], 'never'],
    [['guardian', 'teacher'], 'mondays'],
    [[], 'never'],
  ] as const)('of %s is by itself %s', (roles, rhythm) => expect(usualRhythm(roles)).toBe(rhythm))

  test.each([
    ['never', '2026-11-23', false],
    ['mondays', '2026-11-23', true],
    ['mondays', '2026-11-24', false],
    ['weekdays', '2026-11-27', true],
    ['weekdays', '2026-11-28', false],
    ['weekdays', '2026-11-29', false],
  ] as const)('%s on %s: %s', (rhythm, day, due) => expect(isDue(rhythm, plainDateOf(day))).toBe(due))
})
