import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { describe, expect, test } from 'vitest'
import { addDays, plainDateOf } from '../../platform/time/plain-date.ts'
import type { StoredPlan } from '../plans/rules-contacts.ts'
import { TemplateBody } from './contract.ts'
import { mondayOf, templateFromPlan } from './rules-from-plan.ts'

const shape = Compile(TemplateBody)
const day = (offset: number) => addDays(plainDateOf('2026-08-05'), offset)
const ways = ['oppilaitosmuotoinenkoulutus', 'koulutussopimus', 'oppisopimus', 'etaopiskelu']

const stretch = fc
  .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 300 }))
  .map(([from, days]) => ({ start: day(from), end: day(from + days) }))
const period = fc
  .tuple(stretch, fc.constantFrom(...ways), fc.option(fc.integer({ min: 1, max: 100 })))
  .map(([dates, way, share]) => ({
    ...dates,
    methodCode: `osaamisenhankkimistapa_${way}`,
    methodCodeVersion: 1,
    periodNote: 'Soita Maijalle',
    ...(share === null ? {} : { partTimeShare: share }),
    workplace: { name: 'Paja Oy', tasks: ['Maijan apuna'], instructor: { contact: 'c-1' } },
  }))
const course = fc.record({
  learningPeriods: fc.array(period, { maxLength: 3 }),
  demonstrations: fc.array(
    stretch.map(dates => ({ ...dates, environment: { name: 'Paja Oy' }, content: ['Maijan kanssa'] })),
    { maxLength: 2 },
  ),
  teachingHours: fc.integer({ min: 0, max: 500 }),
})
const plans = fc
  .record({
    vocational: fc.array(course, { maxLength: 4 }),
    local: fc.array(course, { maxLength: 2 }),
    areas: fc.array(course, { maxLength: 4 }),
  })
  .map(
    ({ areas, local, vocational }): StoredPlan =>
      ({
        ...{ firstApprovedOn: '2026-08-01', needToAcquireCompetence: true, contact: 'c-2' },
        vocationalUnits: vocational.map((one, at) => ({
          ...one,
          unitCode: `tutkinnonosat_${at}`,
          unitCodeVersion: 1,
        })),
        localUnits: local.map((one, at) => ({
          ...one,
          name: `Oma ${at}`,
          competencePoints: 5,
          aimsAndContent: 'Maija',
        })),
        commonUnits: [
          {
            ...{ unitCode: 'tutkinnonosat_9', unitCodeVersion: 1 },
            subjectAreas: areas.map((one, at) => ({
              ...one,
              subjectAreaCode: `aine_${at}`,
              subjectAreaCodeVersion: 1,
            })),
          },
        ],
      }) as unknown as StoredPlan,
  )

/** The template with dates again, as a plan that began on some other Monday. */
function dated(template: TemplateBody, monday: string): StoredPlan {
  const start = plainDateOf(monday)
  const dates = ({ week, weeks }: { week: number; weeks: number }) => ({
    start: addDays(start, week * 7),
    end: addDays(start, (week + weeks) * 7 - 1),
  })
  const methods = { school: 0, 'training-agreement': 1, apprenticeship: 2, other: 3 } as const
  const course = ({
    demonstrations,
    periods,
  }: Pick<TemplateBody['units'][number] & { kind: 'local' }, 'periods' | 'demonstrations'>) => ({
    learningPeriods: periods.map(one => ({
      ...dates(one),
      methodCode: `osaamisenhankkimistapa_${ways[methods[one.method]]}`,
      methodCodeVersion: 1,
      ...(one.share === undefined ? {} : { partTimeShare: one.share }),
      workplace: { name: 'Toinen', tasks: [] },
    })),
    demonstrations: demonstrations.map(one => ({
      ...dates(one),
      environment: { name: one.place === 'workplace' ? 'Toinen' : 'Koulu' },
      content: [],
    })),
    ...(periods[0]?.hours === undefined ? {} : { teachingHours: periods[0].hours }),
  })
  return {
    ...{ firstApprovedOn: monday, needToAcquireCompetence: true },
    vocationalUnits: template.units.flatMap(unit =>
      unit.kind === 'vocational' ? [{ ...course(unit), unitCode: unit.code, unitCodeVersion: 1 }] : [],
    ),
    localUnits: template.units.flatMap(unit =>
      unit.kind === 'local' ? [{ ...course(unit), name: unit.name, competencePoints: unit.points }] : [],
    ),
    commonUnits: template.units.flatMap(unit =>
      unit.kind === 'common'
        ? [
            {
              ...{ unitCode: unit.code, unitCodeVersion: 1 },
              subjectAreas: unit.subjectAreas.map(area => ({
                ...course(area),
                subjectAreaCode: area.code,
                subjectAreaCodeVersion: 1,
              })),
            },
          ]
        : [],
    ),
  } as unknown as StoredPlan
}

const byIdentity = ({ units }: TemplateBody) =>
  Object.fromEntries(
    units.map(unit => [
      unit.kind === 'local' ? unit.name : unit.code,
      JSON.stringify(unit).replaceAll(/"id":"[^"]*",?/g, ''),
    ]),
  )

describe('a template of a plan', () => {
  test('is stable: given dates from any Monday it makes the same template again', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 0, max: 200 }), (plan, weeks) => {
        const template = templateFromPlan(plan, undefined)
        const again = templateFromPlan(
          dated(template, addDays(plainDateOf('2027-01-04'), weeks * 7)),
          undefined,
        )
        expect(byIdentity(again)).toEqual(byIdentity(template))
        expect(templateFromPlan(plan, undefined)).toEqual(template)
      }),
      { numRuns: 60 },
    )
  })

  test('has the shape of a template and nothing of any person or workplace', () => {
    fc.assert(
      fc.property(plans, plan => {
        const template = templateFromPlan(plan, undefined)
        expect(shape.Check(template)).toBe(true)
        expect(JSON.stringify(template)).not.toMatch(/Maija|Paja|contact/)
      }),
      { numRuns: 60 },
    )
  })

  test('begins on the Monday of the first week', () => {
    expect(mondayOf(plainDateOf('2026-08-05'))).toBe('2026-08-03')
    expect(mondayOf(plainDateOf('2026-08-03'))).toBe('2026-08-03')
    expect(mondayOf(plainDateOf('1969-12-31'))).toBe('1969-12-29')
  })
})
