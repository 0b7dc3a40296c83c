import { expect, test } from 'vitest'
import { applyingOf, body, student } from './factory.ts'
import { alsoUsed } from './rules-also.ts'
import { applyTemplate } from './rules-apply.ts'
import { columnsOf } from './rules-columns.ts'

const columns = columnsOf(body)
/** After these answers, by the column that was answered: where else it stands. */
const also = (answers: Record<string, string>, key: string): string[] => {
  const [column] = columns.filter(one => one.key === key)
  const row = applyTemplate(student, applyingOf(), answers)
  return column === undefined ? ['no column'] : alsoUsed(row, column, columns).map(one => one.key)
}
const instructor = 'Outi Oiva, outi@paja.test'

test.each([
  [
    'the same workplace in the next period',
    { 'workplace:u1-p2': 'Paja Oy' },
    'workplace:u1-p2',
    ['workplace:u2-p1'],
  ],
  ['nothing of what is not answered', { 'workplace:u1-p2': 'Paja Oy' }, 'workplace:u2-p1', []],
  ['nothing of what is wrong', { 'workplace:u1-p2': 'Mikä lie' }, 'workplace:u1-p2', []],
  [
    'nothing where the next has an answer of its own',
    { 'workplace:u1-p2': 'Paja Oy', 'workplace:u2-p1': 'Paja Oy' },
    'workplace:u1-p2',
    [],
  ],
  [
    'the same instructor',
    { 'workplace:u1-p2': 'Paja Oy', 'instructor:u1-p2': instructor },
    'instructor:u1-p2',
    ['instructor:u2-p1'],
  ],
  ['nothing of a share, which is mostly the same', { 'share:u1-p2': '100' }, 'share:u1-p2', []],
] as [string, Record<string, string>, string, string[]][])('%s', (_, answers, key, expected) =>
  expect(also(answers, key)).toEqual(expected),
)
