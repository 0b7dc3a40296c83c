import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, type KeyedStudent, keysOf, wordsOf } from './rules-keys.ts'

const studentOid = '1.2.246.562.24.10000000001'
const numbers = [studentOid, '10000000001']
const names = (student: Partial<KeyedStudent>) =>
  keysOf({ studentOid, ...student }).filter(key => !numbers.includes(key))

const table: readonly [string, Partial<KeyedStudent>, readonly string[]][] = [
  [
    'family name and every given name',
    { givenNames: 'Matti Johannes', calledName: 'Matti', familyName: 'Virtanen' },
    ['matti virtanen johannes', 'johannes virtanen matti', 'virtanen matti johannes'],
  ],
  [
    'another called name comes first',
    { givenNames: 'Anna Maria', calledName: 'Maria', familyName: 'Ek' },
    ['maria ek anna', 'anna ek maria', 'ek maria anna'],
  ],
  [
    'parts of hyphened names',
    { givenNames: 'Anna-Liisa', familyName: 'Mäki-Petäjä' },
    ['anna maki petaja liisa', 'liisa maki petaja anna', 'maki petaja anna liisa', 'petaja anna liisa maki'],
  ],
  [
    'von',
    { givenNames: 'Åke', familyName: 'von Essen' },
    ['ake von essen', 'von essen ake', 'essen ake von'],
  ],
  [
    'de la',
    { givenNames: 'José', familyName: 'de la Peña' },
    ['jose de la pena', 'de la pena jose', 'la pena jose de', 'pena jose de la'],
  ],
  [
    'Swedish and Danish letters',
    { givenNames: 'Bjørn', familyName: 'Åström' },
    ['bjorn astrom', 'astrom bjorn'],
  ],
  ['an apostrophe', { givenNames: 'Sinéad', familyName: 'O’Brien' }, ['sinead obrien', 'obrien sinead']],
  ['names of one letter', { givenNames: 'A', familyName: 'Ö' }, ['a o', 'o a']],
  ['an emoji is no letter', { givenNames: '😀', familyName: 'Nieminen 😀' }, ['nieminen']],
  ['other letters', { givenNames: 'Иван', familyName: 'Ли' }, ['иван ли', 'ли иван']],
  ['a family name alone', { familyName: 'Virtanen' }, ['virtanen']],
  ['no name', {}, []],
  ['the same word twice', { givenNames: 'Otto', familyName: 'Otto' }, ['otto otto']],
  ['turvakielto', { givenNames: 'Matti', familyName: 'Virtanen', protected: true }, []],
]

test.each(table)('%s', (_, student, expected) => expect(names(student)).toEqual(expected))

describe('numbers', () => {
  test('the learner number whole and by its last part', () => expect(keysOf({ studentOid })).toEqual(numbers))
  test.each([
    ['OP-2024/17', ['op 2024 17', 'op202417']],
    ['123456', ['123456']],
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
        expect(keys.some(key => `${key} `.startsWith(`${word} `))).toBe(true)
      }
      for (const key of keys.filter(key => !numbers.includes(key)))
        expect(new Set(key.split(' '))).toEqual(new Set(words))
    }),
  )
})

test('a hundred words make few and short keys', () => {
  const familyName = Array.from({ length: 100 }, (_, at) => `sukunimi${at}`).join(' ')
  const keys = keysOf({ givenNames: familyName, familyName, studentOid })
  expect(keys.length).toBeLessThanOrEqual(22)
  expect(Math.max(...keys.map(key => key.length))).toBeLessThanOrEqual(160)
})
