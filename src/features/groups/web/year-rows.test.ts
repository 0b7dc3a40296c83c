import { expect, test } from 'vitest'
import type { GroupRow } from '../contract.ts'
import { nextCode, withNextCodes } from './year-rows.ts'

test.each([
  ['AJO25A', 'AJO26A'],
  ['2025-LT', '2026-LT'],
  ['SÄ09', 'SÄ10'],
  ['X99', 'X00'],
  ['R7', undefined],
  ['OP123', undefined],
  ['LINJA', undefined],
])('the code of the next year of %s is %s', (code, expected) => expect(nextCode(code)).toBe(expected))

test('what somebody has written, and what ends, stays as it is', () => {
  const groups = ['A25', 'B25', 'C25', 'D'].map(
    (code): GroupRow => ({ code, students: 1, version: 1 }) as GroupRow,
  )
  const edits = { A25: { name: 'Uusi' }, B25: { continuesAs: 'Oma' }, C25: { ends: true } }
  expect(withNextCodes(groups, edits)).toEqual({ ...edits, A25: { name: 'Uusi', continuesAs: 'A26' } })
})
