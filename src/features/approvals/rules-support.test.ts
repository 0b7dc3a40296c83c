import { expect, test } from 'vitest'
import { supportWords } from './rules-support.ts'

const code = 'ammatillinenkoulutusoppimisentuentyyppi_02'
const finnish = { fi: 'Muu tuki' }

test.each([
  ['fi', finnish, 'Muu tuki'],
  ['sv', finnish, 'Annat stöd för lärande'],
  ['en', undefined, 'Other learning support'],
] as const)('in %s the form of support that has the names %j is called %s', (language, names, name) =>
  expect(supportWords(code, names, language)).toBe(name),
)

test('a code that we have no words for keeps its name in another language', () =>
  expect(supportWords('something_1', finnish, 'sv')).toBe('Muu tuki'))
