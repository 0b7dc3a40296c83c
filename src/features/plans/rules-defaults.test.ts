import { describe, expect, test } from 'vitest'
import {
  changeMethod,
  datesFrom,
  newDemonstration,
  newPeriod,
  newPreparatoryPart,
  periodFields,
  supportOf,
} from './rules-defaults.ts'

const bounds = {
  today: '2026-11-23',
  startsOn: '2026-08-10',
  estimatedEndOn: '2029-06-02',
  institutionOid: 'school',
}
const workplace = {
  name: 'Paja Oy',
  businessId: '1234567-1',
  tasks: ['Huolto'],
  instructor: { contact: 'c' },
}
const at = (start: string, end: string) => ({ start, end })
const method = (name: string) => `osaamisenhankkimistapa_${name}`

test.each([
  ['today, to the end of the term', undefined, {}, at('2026-11-23', '2026-12-20')],
  ['the day after what came before', '2027-01-31', {}, at('2027-02-01', '2027-05-31')],
  [
    'the first day of a study right to come',
    undefined,
    { startsOn: '2027-01-04' },
    at('2027-01-04', '2027-05-31'),
  ],
  ['after the last day of a term', '2026-12-20', {}, at('2026-12-21', '2027-05-31')],
  [
    'never past the end of the study right',
    undefined,
    { estimatedEndOn: '2026-12-01' },
    at('2026-11-23', '2026-12-01'),
  ],
  [
    'by the term where the study right has ended',
    undefined,
    { estimatedEndOn: '2026-01-01' },
    at('2026-11-23', '2026-12-20'),
  ],
])('new dates begin and end: %s', (_what, after, more, expected) => {
  expect(datesFrom(after, { ...bounds, ...more })).toEqual(expected)
})

describe('a new part', () => {
  const unit = {
    learningPeriods: [{ ...at('2027-01-07', '2027-03-01'), workplace }, at('2026-09-01', '2026-10-01')],
  }

  test('a period goes on where the unit ends, at school', () => {
    expect(newPeriod(unit, bounds, 'id')).toEqual({
      identifier: 'id',
      ...at('2027-03-02', '2027-05-31'),
      methodCode: method('oppilaitosmuotoinenkoulutus'),
      methodCodeVersion: 1,
    })
  })
  test('a demonstration is on the last day, at the last workplace', () => {
    expect(newDemonstration(unit, bounds)).toEqual({
      ...at('2027-03-01', '2027-03-01'),
      environment: { name: 'Paja Oy', businessId: '1234567-1' },
      content: [],
      organiser: { institutionOid: 'school' },
    })
    const bare = newDemonstration({}, { today: '2026-11-23' })
    expect(bare).toEqual({ ...at('2026-12-20', '2026-12-20'), environment: { name: '' }, content: [] })
  })
  test('a part of preparatory education lasts its fewest weeks, after the others', () => {
    const choice = { code: 'koulutuksenosattuva_101', codeVersion: 1, weeks: { min: 2, max: 10 } }
    const next = newPreparatoryPart(choice, [at('2026-08-10', '2026-11-29')], bounds)
    expect(next).toMatchObject({ partCode: choice.code, weeks: 2, ...at('2026-11-30', '2026-12-13') })
  })
})

test.each([
  ['oppilaitosmuotoinenkoulutus', '2026-12-01', ''],
  ['muu', '2026-12-01', ''],
  ['koulutussopimus', '2026-12-01', 'workplace partTimeShare representatives'],
  ['koulutussopimus', '2023-06-30', 'workplace representatives'],
  ['oppisopimus', '2026-12-01', 'workplace partTimeShare apprenticeshipBasis representatives'],
  ['oppisopimus', '2021-06-30', 'workplace representatives'],
])('%s until %s asks for: %s', (name, end, expected) => {
  const fields = Object.entries(periodFields({ methodCode: method(name), end }))
  expect(fields.flatMap(([field, shown]) => (shown ? [field] : [])).join(' ')).toBe(expected)
})

describe('another method', () => {
  const code = (name: string) => ({ code: method(name), codeVersion: 1 })
  const school = { ...at('2026-09-01', '2026-12-01'), methodCode: method('muu'), periodNote: 'Iltaisin' }

  test('begins with a workplace and full time, and keeps what both ask for', () => {
    expect(changeMethod(school, code('koulutussopimus')).period).toMatchObject({
      ...{ periodNote: 'Iltaisin', partTimeShare: 100, methodCode: method('koulutussopimus') },
      workplace: { name: '', tasks: [], instructor: { name: '' } },
    })
  })
  test('takes away what it does not ask for, and gives it back with the former method', () => {
    const work = {
      ...school,
      methodCode: method('oppisopimus'),
      workplace,
      partTimeShare: 60,
      apprenticeshipBasisCode: 'b',
    }
    const { dropped, period } = changeMethod(work, code('muu'))
    expect(Object.keys(period).sort()).toEqual([
      'end',
      'methodCode',
      'methodCodeVersion',
      'periodNote',
      'start',
    ])
    const back = changeMethod(period as typeof school, code('oppisopimus'), dropped)
    expect(back.period).toEqual({ ...work, methodCodeVersion: 1 })
    // By another workplace method only what that one asks for.
    expect(changeMethod(work, code('koulutussopimus')).period).toMatchObject({ workplace, partTimeShare: 60 })
    expect(changeMethod(work, code('koulutussopimus')).period).not.toHaveProperty('apprenticeshipBasisCode')
  })
})

test('only remedial teaching has days and a kind of unit, and keeps those it had', () => {
  const type = (value: string) => `ammatillinenkoulutusoppimisentuentyyppi_${value}`
  expect(supportOf(type('02'), bounds, at('2026-09-01', '2026-10-01'))).toEqual({ typeCode: type('02') })
  expect(supportOf(type('01'), bounds)).toMatchObject({ ...at('2026-11-23', '2026-12-20') })
  expect(supportOf(type('01'), bounds, { start: '2026-09-01' }).start).toBe('2026-09-01')
})
