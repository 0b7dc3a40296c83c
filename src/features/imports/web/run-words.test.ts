import { describe, expect, test } from 'vitest'
import { translator } from '../../../platform/i18n/texts.ts'
import type { ImportRunView } from '../contract.ts'
import { goingWords, placeOf, sizeWords, timeLeft, toneOf } from './run-words.ts'
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

const going: ImportRunView = {
  ...{ id: 'a', kind: 'students', origin: 'page', source: 'a.csv', state: 'storing', requestedAt: '' },
  ...{ total: 39, position: 17, permittedActions: ['stop'] },
  counts: { read: 0, written: 0, unchanged: 0, vanished: 0, refused: 0 },
}
const moving = { rate: 20, secondsLeft: 1 }

describe('a run that goes on', () => {
  test.each<[string, Partial<ImportRunView>, boolean, RegExp, string | undefined, RegExp]>([
    [
      'records',
      moving,
      false,
      /^17 of 39 records$/,
      '20 records a second, less than a minute left',
      /^You can/,
    ],
    [
      'files',
      { ...moving, kind: 'eperusteet' },
      false,
      /39 files/,
      '20 files a second, less than a minute left',
      /./,
    ],
    ['nobody at work', { silent: true }, false, /39 records/, undefined, /goes on with the import by itself/],
    [
      'a command cut short',
      { silent: true, origin: 'command' },
      false,
      /39/,
      undefined,
      /same command again/,
    ],
    ['no answers', moving, true, /39 records/, undefined, /does not answer/],
    ['its turn next', { state: 'waiting' }, false, /./, undefined, /begins in a moment/],
    ['another before it', { state: 'waiting', behind: true }, false, /./, undefined, /one at a time/],
  ])('tells of %s', (_what, change, unheard, progress, pace, explained) => {
    const words = goingWords({ ...going, ...change }, unheard, 'en', t)
    expect(words.progress).toMatch(progress)
    expect(words.pace).toBe(pace)
    expect(words.explained).toMatch(explained)
  })
})

test.each([
  [0, '0 kB'],
  [12, '1 kB'],
  [150_400, '150 kB'],
  [1_240_000, '1.2 MB'],
])('%i bytes are %s', (bytes, words) => expect(sizeWords(bytes, 'en', t)).toBe(words))
