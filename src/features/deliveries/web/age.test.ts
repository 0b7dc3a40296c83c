import { expect, test } from 'vitest'
import { ageOf } from './age.ts'

const now = Date.parse('2026-11-23T12:00:00Z')

test.each([
  ['2026-11-23T11:59:30Z', 'fi', '0 minuuttia sitten'],
  ['2026-11-23T11:15:00Z', 'fi', '45 minuuttia sitten'],
  ['2026-11-22T16:00:00Z', 'fi', '20 tuntia sitten'],
  ['2026-11-20T12:00:00Z', 'sv', 'för 3 dagar sedan'],
  // A clock that is wrong makes nobody wait for the future.
  ['2026-11-24T12:00:00Z', 'en', '0 minutes ago'],
] as const)('%s is told in %s as %s', (instant, language, words) => {
  expect(ageOf(instant, now, language)).toBe(words)
})
