import { describe, expect, test } from 'vitest'
import { fill, findText, type Translation, type Translations, translator } from './texts.ts'

const fi = {
  title: 'Opiskelijat',
  greeting: 'Hei {name}',
  list: { errors: { one: '{count} virhe', other: '{count} virhettä' } },
} as const
const sv: Translation<typeof fi> = {
  title: 'Studerande',
  greeting: 'Hej {name}',
  list: { errors: { one: '{count} fel', other: '{count} fel' } },
}
const en: Translation<typeof fi> = {
  title: 'Students',
  greeting: 'Hello {name}',
  list: { errors: { one: '{count} error', other: '{count} errors' } },
}
const texts: Translations<typeof fi> = { fi, sv, en }

describe('translator', () => {
  test('plain text', () => expect(translator(texts, 'sv')('title')).toBe('Studerande'))
  test('parameter', () => expect(translator(texts, 'fi')('greeting', { name: 'Aino' })).toBe('Hei Aino'))
  test.each([
    ['fi', 0, '0 virhettä'],
    ['fi', 1, '1 virhe'],
    ['fi', 2, '2 virhettä'],
    ['en', 1, '1 error'],
    ['en', 12000, '12,000 errors'],
  ] as const)('plural in %s of %i', (language, count, expected) => {
    expect(translator(texts, language)('list.errors', { count })).toBe(expected)
  })
  test('a forgotten parameter does not compile', () => {
    // @ts-expect-error: {name} is missing
    expect(translator(texts, 'en')('greeting')).toBe('Hello {name}')
  })
  test('an unknown key does not compile, and shows itself', () => {
    // @ts-expect-error: no such key
    expect(translator(texts, 'en')('nothing')).toBe('nothing')
  })
})

describe('fill', () => {
  test.each([
    ['fi', '7.8.2026'],
    ['en', '7 Aug 2026'],
  ] as const)('says a plain date as readers of %s do', (language, expected) => {
    expect(fill('{date}', { date: '2026-08-07' }, language)).toBe(expected)
  })

  test('a parameter is text, never a template or a property of Object', () => {
    expect(fill('{a} {constructor}', { a: '{b}', b: 'x' }, 'fi')).toBe('{b} {constructor}')
  })
})

describe('findText', () => {
  test.each([
    ['list.errors', fi.list.errors],
    ['list', undefined],
    ['list.errors.one', undefined],
    ['toString', undefined],
    ['', undefined],
  ])('%s', (key, expected) => expect(findText(fi, key)).toEqual(expected))
})
