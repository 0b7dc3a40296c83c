import { expect, test } from 'vitest'
import type { Cell } from './contract.ts'
import { columnsOf, placeAt } from './rules-columns.ts'

const cell: Cell = { state: 'lacking', text: '', answered: false }
const columns = [{ key: 'returns' }, { key: 'email' }]
const rows = [
  { key: 'a', cells: { email: cell } },
  { key: 'b', cells: { returns: cell, email: cell } },
]

test('the table is entered at a cell that is there', () => {
  // The first student has no question in the first column.
  expect(placeAt(rows, columns)).toEqual({ row: 'a', column: 'email' })
  expect(placeAt(rows, columns, { row: 'b', column: 'returns' })).toEqual({ row: 'b', column: 'returns' })
  // What was answered took the cell away.
  expect(placeAt(rows, columns, { row: 'a', column: 'returns' })).toEqual({ row: 'a', column: 'email' })
})

test('two columns never ask the same: days tell where, and periods of the same kind their order', () => {
  const period = (id: string, method: 'school' | 'training-agreement', week: number) => ({
    ...{ id, method, week },
    weeks: 2,
  })
  const unit = {
    ...{ kind: 'local' as const, id: 'u', name: 'Osa', points: 5, demonstrations: [] },
    periods: [
      period('a', 'school', 0),
      period('b', 'training-agreement', 2),
      period('c', 'training-agreement', 4),
    ],
  }
  const told = columnsOf({ units: [unit], breaks: [] }).map(({ key: _, ...one }) => JSON.stringify(one))
  expect(new Set(told).size).toBe(told.length)
  expect(told).toContain(JSON.stringify({ kind: 'dates', name: 'Osa', place: 'school' }))
  expect(told).toContain(JSON.stringify({ kind: 'dates', name: 'Osa', place: 'workplace', nth: 2 }))
})
