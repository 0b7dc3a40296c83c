import { expect, test } from 'vitest'
import type { Cell } from './contract.ts'
import { placeAt } from './rules-columns.ts'

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
