import { expect, test } from 'vitest'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { earliestEnd, inOrderBy, surveyReason } from './rules-surveys.ts'

const none = { unsent: false, workplace: false, instructor: false, partTime: false }

test.each([
  [{}, undefined],
  [{ unsent: true }, 'unsent'],
  [{ workplace: true }, 'workplace'],
  [{ instructor: true, unsent: true }, 'instructor'],
  [{ partTime: true }, 'part-time'],
  [{ partTime: true, instructor: true }, 'several'],
] as const)('%j: %s', (gaps, reason) => expect(surveyReason({ ...none, ...gaps })).toBe(reason))

test.each([
  ['2026-11-23', '2026-09-25'],
  // A funding year begins in July: what ended before is past helping.
  ['2026-07-15', '2026-07-01'],
  ['2026-06-30', '2026-05-02'],
  ['2026-07-01', '2026-07-01'],
] as const)('on %s periods that ended on %s or later can still be saved', (today, earliest) => {
  expect(earliestEnd(plainDateOf(today))).toBe(earliest)
})

test('a period is in order there the day before it ends', () => {
  expect(inOrderBy(plainDateOf('2026-03-01'))).toBe('2026-02-28')
})
