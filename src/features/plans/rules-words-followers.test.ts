import { expect, it } from 'vitest'
import { languages } from '../../platform/i18n/language.ts'
import { describeDifference } from './rules-words.ts'
import { withoutFollowers } from './rules-words-followers.ts'
import { plainSentence } from './rules-words-sentences.ts'

const times = (from: number, to: number) => ({ start: day(from), end: day(to) })
const day = (at: number) => `2026-03-${String(at).padStart(2, '0')}`
const environment = (from: number, to: number, code = 'oppimisymparistot_0001') => ({
  ...{ code, codeVersion: 1 },
  ...times(from, to),
})
const period = (from: number, to: number, more: object = {}) => ({
  learningPeriods: [{ ...times(from, to), workplace: { name: 'Paja' }, ...more }],
})
const there = (...otherEnvironments: object[]) => ({ otherEnvironments })
const codes = (before: object, after: object) =>
  withoutFollowers(describeDifference(before, after)).map(one => [one.code, one.subjects.at(-1)?.list])
const [moved, environments] = ['learningPeriods', 'otherEnvironments']

it.each([
  [
    'an environment that moved with its period',
    period(2, 6, there(environment(2, 6))),
    period(9, 13, there(environment(9, 13))),
    [['later', moved]],
  ],
  [
    'many of one code, and an interruption',
    period(2, 6, {
      ...there(environment(2, 3), environment(4, 6)),
      interruptions: [times(3, 4)],
    }),
    period(1, 5, {
      ...there(environment(1, 2), environment(3, 5)),
      interruptions: [times(2, 3)],
    }),
    [['earlier', moved]],
  ],
  [
    'one that moved by other days than its period',
    period(2, 6, there(environment(2, 3))),
    period(9, 13, there(environment(10, 11))),
    [
      ['later', moved],
      ['later', environments],
    ],
  ],
  [
    'one that moved in a period that stayed',
    period(2, 6, there(environment(2, 3))),
    period(2, 6, there(environment(4, 5))),
    [['later', environments]],
  ],
  [
    'another in its place',
    period(2, 6, there(environment(2, 6))),
    period(9, 13, there(environment(9, 13, 'oppimisymparistot_0002'))),
    [
      ['later', moved],
      ['removed', environments],
      ['added', environments],
    ],
  ],
  [
    'one that came beside one that moved along',
    period(2, 6, there(environment(2, 6))),
    period(9, 13, there(environment(9, 13), environment(9, 9))),
    [
      ['later', moved],
      ['added', environments],
    ],
  ],
  ['one that went', period(2, 6, there(environment(2, 6))), period(2, 6), [['removed', environments]]],
])('tells %s once or not at all', (_, before, after, said) => {
  expect(codes(before, after)).toEqual(said)
})

it.each(languages)('names no environment by a bare code in %s', language => {
  const sentences = (names: object) =>
    describeDifference(period(2, 6, there(environment(2, 6))), period(2, 6)).map(one =>
      plainSentence(one, { language, names: { ...names }, contacts: {} }),
    )
  expect(sentences({}).join()).not.toContain('oppimisymparistot')
  const name = { fi: 'Verkko', sv: 'Verkko', en: 'Verkko' }
  expect(sentences({ oppimisymparistot_0001: name }).join()).toContain('Verkko')
})
