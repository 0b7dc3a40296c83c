import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPlan } from '../plans/rules.ts'
import { shapeOf } from '../plans/rules-shape.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import { applyingOf, body, paja, right, student } from './factory.ts'
import { applyTemplate } from './rules-apply.ts'
import type { KnownStudent } from './rules-known.ts'

const answers = { 'workplace:u1-p2': 'Paja Oy' }
const applied = (known: Partial<KnownStudent> = {}, given: Record<string, string> = answers) =>
  applyTemplate({ ...student, ...known }, applyingOf(), given)
const rightWith = (changes: Partial<StudyRight>) => ({ right: { ...right, ...changes } })
const states = (cells: object) =>
  Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, cell.state]))
const serious = (plan: never) =>
  checkPlan(plan, { studyRight: right, today: applyingOf().today })
    .filter(one => one.severity !== 'info')
    .map(({ code, pointer }) => `${code} ${pointer}`)

describe('a template applied to a student', () => {
  test('asks only for the workplace; the rest follows from it', () => {
    const asked = applied({}, {})
    expect([asked.ready, states(asked.cells)['workplace:u1-p2']]).toEqual([false, 'lacking'])
    const drafted = applied()
    expect(drafted.ready).toBe(true)
    expect(drafted.cells['instructor:u1-p2']?.text).toBe('Otto Keksitty, otto@paja.test')
    expect(drafted.cells['workplace:u2-p1']).toMatchObject({ state: 'known', text: 'Paja Oy 5523718-7' })
    const [first, second] = drafted.plan?.vocationalUnits ?? []
    expect(first?.teachingHours).toBe(120)
    expect(first?.learningPeriods?.[1]).toMatchObject({
      start: '2026-10-05',
      // Two of its six weeks are a break: it goes on for two more.
      end: '2026-11-27',
      partTimeShare: 100,
      workplace: { name: 'Paja Oy', businessId: '5523718-7', tasks: ['Huollot'] },
    })
    expect(second?.learningPeriods?.[0]?.workplace?.tasks).toEqual(['Asennus'])
    expect(second?.demonstrations?.[0]).toMatchObject({
      environment: { name: 'Paja Oy', businessId: '5523718-7' },
      content: ['Korjaa'],
    })
    expect(serious(drafted.plan as never)).toEqual([])
    expect(shapeOf(drafted.plan).findings).toEqual([])
  })

  test('leaves out what is achieved or recognised, and what left the qualification', () => {
    const details = {
      attainments: [
        {
          units: [
            { code: '100001', codeSet: 'tutkinnonosat', assessment: { grade: '3' } },
            {
              code: '400001',
              codeSet: 'tutkinnonosat',
              subjectAreas: [
                { code: 'MA', codeSet: 'ammatillisenoppiaineet', assessment: { grade: '2' }, recognised: {} },
              ],
            },
            { code: '100002', codeSet: 'tutkinnonosat', assessment: { grade: '0' } },
          ],
        },
      ],
    }
    const drafted = applied({ details })
    expect(drafted.leftOut).toEqual([
      { code: 'tutkinnonosat_100001', why: 'completed' },
      { code: 'ammatillisenoppiaineet_ma', why: 'prior' },
    ])
    expect(drafted.plan?.vocationalUnits?.map(unit => unit.unitCode)).toEqual(['tutkinnonosat_100002'])
    const gone = applyTemplate(
      student,
      applyingOf([paja], { hasUnit: (_, code) => code !== 'tutkinnonosat_100002' }),
      answers,
    )
    expect(gone.leftOut).toEqual([{ code: 'tutkinnonosat_100002', why: 'not-in-qualification' }])
  })

  test.each([
    ['no-study-right', { right: undefined }],
    ['preparatory', rightWith({ type: 'tuva' })],
    ['unsuitable', rightWith({ type: 'lukiokoulutus' })],
    ['included', rightWith({ includedIn: '1.2' })],
    ['ended', rightWith({ states: [{ start: '2026-01-01', state: 'eronnut' }] })],
    ['other-qualification', rightWith({ attainments: [{ type: 'ammatillinentutkinto', diaryNumber: 'X' }] })],
  ])('says %s and makes no plan', (problem, known) => {
    const { right: given, ...rest } = { ...student, ...known }
    const drafted = applyTemplate(given ? { ...rest, right: given } : rest, applyingOf(), answers)
    expect([drafted.problem, drafted.plan, drafted.ready]).toEqual([problem, undefined, false])
  })

  test('goes on after an interruption, and asks when one that goes on ends', () => {
    const suspended = { start: '2026-09-07', state: 'valiaikaisestikeskeytynyt' }
    const first = { start: '2026-08-10', state: 'lasna' }
    const back = { start: '2026-09-21', state: 'lasna' }
    const drafted = applied(rightWith({ states: [first, suspended, back] }))
    expect(drafted.plan?.vocationalUnits?.[0]?.learningPeriods?.[0]).toMatchObject({
      start: '2026-08-10',
      // Eight weeks, and the two of the interruption.
      end: '2026-10-16',
    })
    const open = applied(rightWith({ states: [first, suspended] }))
    expect([open.ready, open.cells.returns?.state]).toEqual([false, 'lacking'])
    const told = applied(rightWith({ states: [first, suspended] }), { ...answers, returns: '21.9.2026' })
    expect(told.ready).toBe(true)
  })

  test('asks for days where the study right ends before, and takes those that fit', () => {
    const known = rightWith({ estimatedEndOn: '2026-11-01' })
    const asked = applied(known)
    expect(asked.cells['dates:u2-p1']).toMatchObject({ state: 'lacking', fixes: [expect.any(String), '–'] })
    const out = applied(known, { ...answers, 'dates:u2-p1': '–' })
    expect(out.plan?.vocationalUnits?.[1]?.learningPeriods).toEqual([])
    const later = applied({ ...known, plan: out.plan }, {})
    expect([later.ready, later.plan]).toEqual([true, out.plan])
    const outside = applied(known, { ...answers, 'dates:u2-p1': '1.10.2026–5.11.2026' })
    expect(outside.cells['dates:u2-p1']?.error).toBe('dates-outside')
    const given = applied(known, { ...answers, 'dates:u2-p1': '1.10.2026–30.10.2026' })
    expect(given.plan?.vocationalUnits?.[1]?.learningPeriods?.[0]?.end).toBe('2026-10-30')
  })

  test('knows an apprentice with the employer from the register, and the part-time share', () => {
    const details = {
      attainments: [
        {
          acquiring: [
            {
              way: 'oppisopimus',
              start: '2026-08-10',
              apprenticeship: { employer: { fi: 'Paja Oy' }, businessId: '5523718-7' },
            },
          ],
        },
      ],
      partTime: [{ percent: 60 }],
    }
    const drafted = applied({ details }, {})
    expect(drafted.ready).toBe(true)
    expect(drafted.plan?.vocationalUnits?.[0]?.learningPeriods?.[1]).toMatchObject({
      methodCode: 'osaamisenhankkimistapa_oppisopimus',
      apprenticeshipBasisCode: 'oppisopimuksenperusta_01',
      partTimeShare: 60,
    })
    expect(serious(drafted.plan as never)).toEqual([])
  })

  test('an existing plan keeps what it has and gets what it lacks', () => {
    const own = {
      identifier: 'oma',
      start: '2026-09-01',
      end: '2026-09-30',
      methodCode: 'm',
      methodCodeVersion: 1,
    }
    const plan = {
      studentOid: student.studentOid,
      studyRightOid: right.oid,
      firstApprovedOn: '2026-01-01',
      needToAcquireCompetence: true,
      email: 'oma@esimerkki.test',
      vocationalUnits: [{ unitCode: 'tutkinnonosat_100001', unitCodeVersion: 2, learningPeriods: [own] }],
    }
    const drafted = applied({ plan }, { 'workplace:u2-p1': 'Paja Oy' })
    expect(drafted.plan).toMatchObject({ firstApprovedOn: '2026-01-01', email: 'oma@esimerkki.test' })
    expect(drafted.plan?.vocationalUnits?.[0]?.learningPeriods).toEqual([own])
    expect(drafted.plan?.vocationalUnits).toHaveLength(2)
  })
})

const week = fc.integer({ min: 0, max: 60 })
const period = (id: string) =>
  fc.record({
    id: fc.constant(id),
    week,
    weeks: fc.integer({ min: 1, max: 20 }),
    method: fc.constantFrom('school' as const, 'training-agreement' as const, 'apprenticeship' as const),
  })
const demonstration = (id: string) =>
  fc.record({
    id: fc.constant(id),
    week,
    weeks: fc.integer({ min: 1, max: 3 }),
    place: fc.constantFrom('workplace' as const, 'school' as const),
  })
const unit = (id: string) =>
  fc.record({
    kind: fc.constant('vocational' as const),
    id: fc.constant(id),
    code: fc.constantFrom('tutkinnonosat_1', 'tutkinnonosat_2', 'tutkinnonosat_3'),
    periods: fc.tuple(period(`${id}-p1`), period(`${id}-p2`)).chain(all => fc.subarray(all)),
    demonstrations: fc.tuple(demonstration(`${id}-d1`)).chain(all => fc.subarray(all)),
  })
const anyBody = fc.record({
  units: fc.tuple(unit('a'), unit('b'), unit('c')).map(all => [...all, ...body.units.slice(2)]),
  breaks: fc.array(fc.record({ week, weeks: fc.integer({ min: 1, max: 6 }) }), { maxLength: 3 }),
})
const anyAnswers = fc.dictionary(
  fc.constantFrom(
    'workplace:a-p1',
    'workplace:b-p2',
    'share:a-p1',
    'dates:a-p1',
    'dates:b-p2',
    'dates:c-p1',
    'email',
    'instructor:b-p1',
  ),
  fc.constantFrom('Paja Oy', '50', '–', 'Uusi Oy 1234567-1', 'Outi Oiva, outi@paja.test', 'x@y.test'),
)
const anyStudent = fc.record({
  end: fc.constantFrom('2026-11-30', '2027-06-01', '2029-06-01'),
  away: fc.boolean(),
})

test('always: applied again it changes nothing, and what is ready has no errors or warnings', () => {
  fc.assert(
    fc.property(anyBody, anyAnswers, anyStudent, (template, given, { away, end }) => {
      const states = away
        ? [
            { start: '2026-08-10', state: 'lasna' },
            { start: '2026-10-01', state: 'valiaikaisestikeskeytynyt' },
            { start: '2027-01-07', state: 'lasna' },
          ]
        : right.states
      const studyRight = { ...right, states, estimatedEndOn: end }
      const applying = applyingOf([paja], {
        template: { id: 'template-1', diaryNumber: 'OPH-1-2026', body: template },
      })
      const known = { ...student, right: studyRight }
      const once = applyTemplate(known, applying, given)
      const again = applyTemplate({ ...known, plan: once.plan }, applying, given)
      expect(again.plan).toEqual(once.plan)
      // What was answered or left out once is not asked back by a new draft either.
      if (once.ready)
        expect(applyTemplate({ ...known, plan: once.plan }, applying, {}).plan).toEqual(once.plan)
      if (!once.ready || once.plan === undefined) return
      const found = checkPlan(once.plan, { studyRight, today: applying.today })
      expect(found.filter(one => one.severity !== 'info')).toEqual([])
    }),
    { numRuns: 300 },
  )
})
