import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { applyFix } from '../plans/rules-fixes.ts'
import type { Qualification } from '../qualifications/contract.ts'
import type { Formation } from '../qualifications/contract-formation.ts'
import type { TemplateBody, TemplateUnit } from './contract.ts'
import { checkTemplate, hasErrors } from './rules.ts'
import { templateChanges } from './rules-difference.ts'

const file = new URL('../../../db/demo/reference/OPH-5410-2021.json', import.meta.url)
const qualification: Qualification = JSON.parse(readFileSync(file, 'utf8'))
const own = qualification.units.filter(unit => unit.kind === 'vocational')
const [first, second] = own.map(unit => unit.codeUri)
const common = qualification.units.find(unit => unit.kind === 'common')

const period = { id: 'p', week: 2, weeks: 4, method: 'school' } as const
const demonstration = { id: 'd', week: 5, weeks: 1, place: 'school' } as const
const unit = (more: object = {}): TemplateUnit => ({
  ...{ kind: 'vocational', id: 'a', code: first ?? '', periods: [period], demonstrations: [demonstration] },
  ...more,
})
const areas = (...codes: string[]): TemplateUnit => ({
  ...{ kind: 'common', id: 'c', code: common?.codeUri ?? '' },
  subjectAreas: codes.map(code => ({ code, periods: [period], demonstrations: [] })),
})
const area = common?.subjectAreas[0]?.codeUri ?? ''
const formation = (planned: number): Formation => ({
  ...{ complete: false, planned, total: { min: 180, max: 180 }, groups: [], alternatives: [] },
  ...{ outside: [], unplaced: [], faults: [], toComplete: [], exact: true },
})

const check = (units: readonly TemplateUnit[], more: object = {}) =>
  checkTemplate(
    { body: { units: [...units], breaks: [] }, diaryNumber: 'OPH-5410-2021', today: '2026-11-23', ...more },
    { qualification: number => (number === 'OPH-5410-2021' ? qualification : undefined) },
  )
const codes = (units: readonly TemplateUnit[], more: object = {}) => check(units, more).map(one => one.code)

describe('a template', () => {
  test.each([
    ['nothing wrong', [unit()], []],
    ['no units', [], ['empty']],
    ['a unit twice', [unit(), unit({ id: 'b' })], ['unit-twice']],
    ['a unit that is not in the requirements', [unit({ code: 'tutkinnonosat_1' })], ['unit-gone']],
    ['a unit of unknown requirements', [unit({ diaryNumber: 'OPH-1-2030' })], ['elsewhere-unknown']],
    ['no period', [unit({ periods: [] })], ['no-period']],
    ['no demonstration', [unit({ demonstrations: [] })], ['no-demonstration']],
    ['a long period', [unit({ periods: [{ ...period, weeks: 105 }] })], ['period-long']],
    ['many hours', [unit({ periods: [{ ...period, hours: 161 }] })], ['hours-many']],
    ['a share at school', [unit({ periods: [{ ...period, share: 50 }] })], ['share-elsewhere']],
    [
      'an early demonstration',
      [unit({ demonstrations: [{ ...demonstration, week: 1 }] })],
      ['demonstration-early'],
    ],
    [
      'a demonstration at no workplace',
      [unit({ demonstrations: [{ ...demonstration, place: 'workplace' }] })],
      ['demonstration-no-workplace'],
    ],
    ['a common unit', [areas(area)], []],
    ['no areas', [areas()], ['no-areas']],
    ['an unknown area', [areas('ammatillisenoppiaineet_x')], ['area-unknown']],
    ['an area twice', [areas(area, area.toUpperCase())], ['area-twice']],
    [
      'a local unit of no points',
      [{ kind: 'local', id: 'l', name: 'Oma', points: 0, periods: [period], demonstrations: [] }],
      ['no-points'],
    ],
  ] as [string, TemplateUnit[], string[]][])('%s', (_, units, expected) =>
    expect(codes(units)).toEqual(expected),
  )

  test('is judged by the points that it makes', () => {
    expect(codes([unit()], { formation: formation(60) })).toEqual(['points-short'])
    expect(codes([unit()], { formation: formation(190) })).toEqual(['points-over'])
    expect(codes([unit()], { formation: formation(180) })).toEqual(['not-formed'])
    expect(codes([unit()], { formation: { ...formation(180), complete: true } })).toEqual([])
  })

  test('whose qualification is unknown or has ended says so', () => {
    expect(codes([unit()], { diaryNumber: 'OPH-1-2030' })).toEqual(['qualification-unknown'])
    const ended = { ...qualification, validUntil: '2025-12-31', transitionUntil: '2026-06-30' }
    const at = (today: string) =>
      checkTemplate(
        { body: { units: [unit()], breaks: [] }, diaryNumber: 'OPH-5410-2021', today },
        { qualification: () => ended },
      )
    expect(at('2026-03-01').map(one => one.code)).toEqual(['qualification-transition'])
    expect(at('2026-11-23').map(one => one.code)).toEqual(['qualification-ended'])
    expect([hasErrors(at('2026-03-01')), hasErrors(at('2026-11-23'))]).toEqual([false, true])
  })

  test('is mended by every fix that is offered: what it was about is gone', () => {
    const body: TemplateBody = {
      units: [
        unit({ demonstrations: [{ ...demonstration, week: 0, place: 'workplace' }] }),
        unit({ id: 'b' }),
        unit({ id: 'e', code: second, demonstrations: [] }),
        unit({ id: 'f', code: 'tutkinnonosat_1' }),
        areas('x', area, area),
      ],
      breaks: [
        { week: 8, weeks: 2 },
        { week: 9, weeks: 1 },
      ],
    }
    let mended = body
    for (let at = 0; at < 20; at += 1) {
      const [found] = check(mended.units, { body: mended }).filter(one => one.fix !== undefined)
      if (found?.fix === undefined) break
      mended = applyFix(mended, found.fix)
    }
    expect(check(mended.units, { body: mended })).toEqual([])
    expect(mended.units).toHaveLength(3)
    expect(mended.breaks).toHaveLength(1)
  })
})

describe('the difference of two versions', () => {
  const before: TemplateBody = {
    units: [unit(), unit({ id: 'b', code: second }), areas(area)],
    breaks: [],
  }
  test.each([
    ['nothing', before, []],
    ['a removal', { ...before, units: before.units.slice(1) }, ['unit-removed']],
    [
      'another order',
      { ...before, units: [before.units[1], before.units[0], before.units[2]] },
      ['unit-moved', 'unit-moved'],
    ],
    [
      'a period',
      { ...before, units: [unit({ periods: [{ ...period, weeks: 5 }] }), ...before.units.slice(1)] },
      ['period-changed'],
    ],
    [
      'a demonstration',
      { ...before, units: [unit({ demonstrations: [] }), ...before.units.slice(1)] },
      ['demonstration-removed'],
    ],
    ['an area', { ...before, units: [...before.units.slice(0, 2), areas()] }, ['area-removed']],
    ['a break', { ...before, breaks: [{ week: 1, weeks: 1 }] }, ['breaks']],
  ] as [string, TemplateBody, string[]][])('tells %s', (_, after, expected) =>
    expect(templateChanges(before, after).map(one => one.code)).toEqual(expected),
  )
})
