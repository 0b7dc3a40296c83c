import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDateOf } from '../../platform/time/plain-date.ts'
import { head, method, period, studyRight, today, unit, workplace } from './factory-checks.ts'
import type { StoredPlan } from './rules-contacts.ts'
import { timelineOf } from './rules-timeline.ts'
import { lanesOf } from './rules-timeline-lanes.ts'

type Unit = NonNullable<StoredPlan['vocationalUnits']>[number]
type Period = NonNullable<Unit['learningPeriods']>[number]

const { workplace: _people, ...withoutPeople } = period
const stored: Period = { ...withoutPeople, workplace: { ...workplace, instructor: {} } }
const demonstration = { start: '2024-12-09', end: '2024-12-10', environment: { name: 'Paja' }, content: [] }
const plan: StoredPlan = {
  ...head,
  vocationalUnits: [{ ...unit, learningPeriods: [stored], demonstrations: [demonstration] }],
}

const bars = (body: StoredPlan, right = studyRight) =>
  timelineOf({ plan: body, studyRight: right, today }).rows.flatMap(row =>
    row.bars.map(bar => `${row.kind}: ${bar.kind} ${bar.start}–${bar.open ? '' : bar.end} ${bar.weeks}`),
  )

describe('what is drawn', () => {
  test('a study right, a unit with a period of 16 weeks and its demonstration', () => {
    expect(bars(plan)).toEqual([
      'studyRight: studyRight 2024-08-01–2027-06-30 153',
      'vocational: agreement 2024-09-01–2024-12-15 16',
      'vocational: demonstration 2024-12-09–2024-12-10 1',
    ])
  })

  test('interruptions of a period and of the study right, with open ends', () => {
    const body = {
      ...head,
      vocationalUnits: [
        { ...unit, learningPeriods: [{ ...stored, interruptions: [{ start: '2024-10-01' }] }] },
      ],
    }
    const states = [
      { start: '2025-03-01', state: 'valiaikaisestikeskeytynyt' },
      { start: '2024-08-01', state: 'lasna' },
      { start: '2025-05-01', state: 'lasna' },
      { start: '2026-06-01', state: 'loma' },
    ]
    const { estimatedEndOn: _end, ...endless } = studyRight
    expect(bars(body, { ...endless, states })).toEqual([
      'studyRight: studyRight 2024-08-01– 97',
      'studyRight: away 2025-03-01–2025-04-30 10',
      'studyRight: away 2026-06-01– 1',
      'vocational: agreement 2024-09-01–2024-12-15 16',
      'vocational: interruption 2024-10-01–2024-12-15 11',
    ])
  })

  test('subject areas under their unit, parts of preparatory education, support, study skills, prior', () => {
    const area = { subjectAreaCode: 'ammatillisenoppiaineet_AI', subjectAreaCodeVersion: 1 }
    const dates = { start: '2026-09-01', end: '2026-09-30' }
    const { rows, undated } = timelineOf({
      today,
      studyRight,
      plan: {
        ...head,
        commonUnits: [
          {
            ...unit,
            subjectAreas: [
              {
                ...area,
                learningPeriods: [{ ...stored, methodCode: method('oppilaitosmuotoinenkoulutus') }],
              },
              area,
            ],
          },
        ],
        preparatoryParts: [{ partCode: 'koulutuksenosattuva_101', partCodeVersion: 1, weeks: 4, ...dates }],
        learningSupport: [
          { typeCode: 'ammatillinenkoulutusoppimisentuentyyppi_02' },
          { typeCode: 'ammatillinenkoulutusoppimisentuentyyppi_01', ...dates },
        ],
        studySkillsStudies: [{ name: 'N', description: 'K', ...dates }],
        priorVocationalUnits: [unit, { ...unit, demonstrations: [demonstration] }],
      },
    })
    expect(rows.map(({ kind, pointer, progress, bars }) => [kind, pointer, progress, bars.length])).toEqual([
      ['studyRight', '/studyRightOid', undefined, 1],
      ['preparatory', '/preparatoryParts/0', 'passed', 1],
      ['common', '/commonUnits/0', undefined, 0],
      ['area', '/commonUnits/0/subjectAreas/0', 'scheduled', 1],
      ['area', '/commonUnits/0/subjectAreas/1', 'planned', 0],
      ['prior', '/priorVocationalUnits/1', undefined, 1],
      ['support', '/learningSupport/0', undefined, 1],
      ['support', '/learningSupport/1', undefined, 1],
      ['studySkills', '/studySkillsStudies/0', undefined, 1],
    ])
    expect(rows[6]?.bars[0]).toMatchObject({ implied: true, start: '2024-08-01', end: '2027-06-30' })
    expect(undated.map(({ pointer }) => pointer)).toEqual(['/commonUnits/0/subjectAreas/1'])
  })

  test.each([
    ['two weeks after the demonstration', '2024-12-24', 'scheduled'],
    ['a day later', '2024-12-25', 'passed'],
  ])('%s its unit is as the national service says', (_, day, progress) => {
    expect(timelineOf({ plan, today: plainDateOf(day) }).rows[0]?.progress).toBe(progress)
  })

  test('the days of work of a period, and today where the picture reaches it', () => {
    const timeline = timelineOf({ plan, today, durations: { 'jakso-1': 74 } })
    expect(timeline.rows[0]?.bars[0]?.workDays).toBe(74)
    expect(timeline.today).toBeUndefined()
    expect(timelineOf({ plan, today: plainDateOf('2024-10-10') }).today).toBe('2024-10-10')
  })
})

describe('what is told instead of drawn', () => {
  test.each([
    ['dates the wrong way round', { start: '2025-02-01', end: '2025-01-01' }, 'reversed'],
    ['a slip in the year', { start: '0202-02-01', end: '2025-03-01' }, 'far'],
    ['no date at all', { start: '', end: '' }, 'undated'],
  ])('%s', (_, dates, fault) => {
    const timeline = timelineOf({
      plan: { ...head, vocationalUnits: [{ ...unit, learningPeriods: [{ ...stored, ...dates }] }] },
      today,
    })
    expect(timeline.faults).toMatchObject([{ fault, pointer: '/vocationalUnits/0/learningPeriods/0' }])
    expect([timeline.weeks, timeline.rows[0]?.bars, timeline.undated]).toEqual([[], [], []])
  })
})

const date = fc
  .integer({ min: -400, max: 3000 })
  .map(days => addDays(plainDateOf('2024-08-01'), days) as string)
const anyDate = fc.oneof(
  { weight: 9, arbitrary: date },
  { arbitrary: fc.constantFrom('', '0001-01-01', '9999-12-31', '2025-02-30'), weight: 1 },
)
const anyPeriod = fc.record({ start: anyDate, end: anyDate }).map(dates => ({ ...stored, ...dates }))
const anyPlan = fc.array(fc.array(anyPeriod, { maxLength: 6 }), { maxLength: 5 }).map(units => ({
  ...head,
  vocationalUnits: units.map(learningPeriods => ({ ...unit, learningPeriods })),
}))

test('every period is drawn once or told once, within the weeks, and nothing in a lane overlaps', () => {
  fc.assert(
    fc.property(anyPlan, fc.integer({ min: 1, max: 60 }), (body, fewestDays) => {
      const timeline = timelineOf({ plan: body, studyRight, today })
      const told = [...timeline.rows.flatMap(row => row.bars), ...timeline.faults].filter(
        ({ kind }) => kind === 'agreement',
      )
      const all = body.vocationalUnits.flatMap((one, i) =>
        one.learningPeriods.map((_, j) => `/vocationalUnits/${i}/learningPeriods/${j}`),
      )
      expect(told.map(({ pointer }) => pointer).toSorted()).toEqual(all.toSorted())
      expect(timeline.weeks.length).toBeLessThan(53 * 16)
      const [first, last] = [timeline.weeks[0]?.monday ?? '9', timeline.weeks.at(-1)?.monday]
      for (const row of timeline.rows) {
        const lanes = lanesOf(row.bars, fewestDays)
        for (const [i, bar] of row.bars.entries()) {
          expect(bar.start <= bar.end && bar.start >= first).toBe(true)
          expect(last !== undefined && bar.end <= addDays(last, 6)).toBe(true)
          const next = row.bars.findIndex((_, j) => j > i && lanes[j] === lanes[i])
          const other = row.bars[next]
          if (other === undefined) continue
          expect(other.start > bar.end).toBe(true)
          expect(other.start >= addDays(bar.start, fewestDays)).toBe(true)
        }
      }
    }),
    { numRuns: 150 },
  )
})
