import { describe, expect, test } from 'vitest'
import { translator } from '../../../platform/i18n/texts.ts'
import { placeOf, timeLeft, toneOf } from './run-words.ts'
import { texts } from './texts.ts'

const t = translator(texts, 'en')

test.each([
  [0, 'less than a minute'],
  [59, 'less than a minute'],
  [60, 'about a minute'],
  [89, 'about a minute'],
  [91, 'about 2 minutes'],
  [5_300, 'about 88 minutes'],
  [5_400, 'about 2 hours'],
  [36_000, 'about 10 hours'],
])('%i seconds are %s', (seconds, words) => expect(timeLeft(seconds, t)).toBe(words))

describe('a place', () => {
  test.each([
    ['', true, 'the whole file', undefined],
    ['/12', true, 'row 12', undefined],
    ['/12/Date of birth', true, 'row 12, column Date of birth', undefined],
    ['/12/a~1b~0', true, 'row 12, column a/b~', undefined],
    ['/0', false, 'record 1', undefined],
    ['/1234/oppija/oid', false, 'record 1,235', '/oppija/oid'],
    ['/oppija/0/oid', false, undefined, '/oppija/0/oid'],
  ])('%s is told as a reader finds it', (pointer, tabular, words, path) => {
    expect(placeOf(pointer, tabular, t)).toEqual({ words, path })
  })
})

test('what was left out takes the shine off a run that is done', () => {
  const counts = { read: 2, written: 1, unchanged: 0, vanished: 0, refused: 0 }
  expect(toneOf({ state: 'done', counts })).toBe('success')
  expect(toneOf({ state: 'done', counts: { ...counts, refused: 1 } })).toBe('warning')
  expect(toneOf({ state: 'refused', counts })).toBe('error')
})
