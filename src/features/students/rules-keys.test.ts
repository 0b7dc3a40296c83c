import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, type KeyedStudent, keysOf, wordsOf } from './rules-keys.ts'

const studentOid = '1.2.246.562.24.10000000001'
const numbers = [`0${studentOid}`, '010000000001']
const names = (student: Partial<KeyedStudent>) =>
  keysOf({ studentOid, ...student }).filter(key => !numbers.includes(key))

const table: readonly [string, Partial<KeyedStudent>, readonly string[]][] = [
  [
    'family name and every given name',
    { givenNames: 'Matti Johannes', calledName: 'Matti', familyName: 'Virtanen' },
    ['1matti virtanen johannes', '2johannes virtanen matti', '0virtanen matti johannes'],
  ],
  [
    'another called name comes first',
    { givenNames: 'Anna Maria', calledName: 'Maria', familyName: 'Ek' },
    ['1maria ek anna', '2anna ek maria', '0ek maria anna'],
  ],
  [
    'parts of hyphened names',
    { givenNames: 'Anna-Liisa', familyName: 'Mäki-Petäjä' },
    [
      '1anna maki petaja liisa',
      '2liisa maki petaja anna',
      '0maki petaja anna liisa',
      '2petaja anna liisa maki',
    ],
  ],
  [
    'von',
    { givenNames: 'Åke', familyName: 'von Essen' },
    ['1ake von essen', '0von essen ake', '2essen ake von'],
  ],
  [
    'de la',
    { givenNames: 'José', familyName: 'de la Peña' },
    ['1jose de la pena', '0de la pena jose', '2la pena jose de', '2pena jose de la'],
  ],
  [
    'Swedish and Danish letters',
    { givenNames: 'Bjørn', familyName: 'Åström' },
    ['1bjorn astrom', '0astrom bjorn'],
  ],
  ['an apostrophe', { givenNames: 'Sinéad', familyName: 'O’Brien' }, ['1sinead obrien', '0obrien sinead']],
  ['names of one letter', { givenNames: 'A', familyName: 'Ö' }, ['1a o', '0o a']],
  ['an emoji is no letter', { givenNames: '😀', familyName: 'Nieminen 😀' }, ['0nieminen']],
  ['other letters', { givenNames: 'Иван', familyName: 'Ли' }, ['1иван ли', '0ли иван']],
  ['a family name alone', { familyName: 'Virtanen' }, ['0virtanen']],
  ['no name', {}, []],
  ['the same word twice', { givenNames: 'Otto', familyName: 'Otto' }, ['1otto otto', '0otto otto']],
  ['turvakielto', { givenNames: 'Matti', familyName: 'Virtanen', protected: true }, []],
]

test.each(table)('%s', (_, student, expected) => expect(names(student)).toEqual(expected))

describe('numbers', () => {
  test('the learner number whole and by its last part', () => expect(keysOf({ studentOid })).toEqual(numbers))
  test.each([
    ['OP-2024/17', ['0op 2024 17', '0op202417']],
    ['123456', ['0123456']],
    ['', []],
  ])('the own number %s', (studentNumber, expected) => {
    expect(names({ studentNumber })).toEqual(expected)
    expect(names({ studentNumber, protected: true, familyName: 'Virtanen' })).toEqual(expected)
  })
})

test('letters that Swedish and Finnish keep apart are typed both ways', () => {
  expect(['Ä', 'å', 'A\u030A', 'À'].map(fold)).toEqual(['a', 'a', 'a', 'a'])
  expect(['Ö', 'ø', 'O\u0308'].map(fold)).toEqual(['o', 'o', 'o'])
})

const name = fc.string({ unit: 'grapheme', maxLength: 30 })

test('every word of every name starts a key that holds all the other words', () => {
  fc.assert(
    fc.property(name, name, (givenNames, familyName) => {
      const keys = keysOf({ givenNames, familyName, studentOid })
      const words = [...wordsOf(givenNames), ...wordsOf(familyName)]
      if (new Set(words).size > 6 || words.join(' ').length > 100) return
      for (const word of words) {
        expect(keys.some(key => `${key.slice(1)} `.startsWith(`${word} `))).toBe(true)
      }
      for (const key of keys.filter(key => !numbers.includes(key)))
        expect(new Set(key.slice(1).split(' '))).toEqual(new Set(words))
    }),
  )
})

test('a hundred words make few and short keys', () => {
  const familyName = Array.from({ length: 100 }, (_, at) => `sukunimi${at}`).join(' ')
  const keys = keysOf({ givenNames: familyName, familyName, studentOid })
  expect(keys.length).toBeLessThanOrEqual(22)
  expect(Math.max(...keys.map(key => key.length))).toBeLessThanOrEqual(160)
})
