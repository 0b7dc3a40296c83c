import { expect, test } from 'vitest'
import { formatDate, formatDateRange, formatDay, formatInstant, formatNumber } from './format.ts'
import { pickLanguage } from './language.ts'
import { pickName } from './names.ts'

test.each([
  [undefined, 'fi'],
  ['', 'fi'],
  ['sv', 'sv'],
  ['de-DE, de;q=0.9', 'fi'],
  ['en-US,en;q=0.9,sv;q=0.8', 'en'],
  ['en;q=0.2, sv-FI;q=0.7', 'sv'],
  ['sv;q=x, en;q=0.1', 'en'],
  ['fi;q=0', 'fi'],
])('Accept-Language %s gives %s', (header, expected) => expect(pickLanguage(header)).toBe(expected))

test.each([
  ['fi', '7.8.2024'],
  ['sv', '7.8.2024'],
  ['en', '7 Aug 2024'],
] as const)('a date in %s', (language, expected) => expect(formatDate('2024-08-07', language)).toBe(expected))

test('what is no date stays as it is', () => expect(formatDate('heinäkuu', 'fi')).toBe('heinäkuu'))
test('ranges', () => {
  expect(formatDateRange('2024-08-07', '2025-02-14', 'fi')).toBe('7.8.2024 – 14.2.2025')
  expect(formatDateRange('2024-08-07', undefined, 'fi')).toBe('7.8.2024 –')
  expect(formatDateRange('2024-08-07', '2024-08-07', 'fi')).toBe('7.8.2024')
})
test('instants are in the time of Finland', () => {
  expect(formatInstant('2026-07-01T22:30:00.000Z', 'fi')).toMatch(/^2\.7\.2026.* 1[.:]30$/)
})
test('the day of an instant is that of Finland', () => {
  expect(formatDay('2026-07-01T22:30:00.000Z', 'fi')).toBe('2.7.2026')
})
test('numbers', () => expect(formatNumber(220.5, 'fi')).toBe('220,5'))

test.each([
  [{ fi: 'Huolto', sv: 'Service' }, 'sv', { text: 'Service', language: 'sv' }],
  [{ fi: 'Huolto', sv: '' }, 'sv', { text: 'Huolto', language: 'fi' }],
  [{ sv: 'Service' }, 'en', { text: 'Service', language: 'sv' }],
  [{}, 'fi', undefined],
  [undefined, 'fi', undefined],
] as const)('name of %j in %s', (names, language, expected) => {
  expect(pickName(names, language)).toEqual(expected)
})
