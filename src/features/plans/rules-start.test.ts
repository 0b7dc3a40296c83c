import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Qualification } from '../qualifications/contract.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import { withIdentifiers } from './rules-identifiers.ts'
import { shapeOf } from './rules-shape.ts'
import { startingPlan } from './rules-start.ts'

const today = '2026-11-23'
const vehicles = read('OPH-5410-2021')
const ict = read('OPH-1117-2019')

function read(diaryNumber: string): Qualification {
  const file = new URL(`../../../db/demo/reference/${diaryNumber}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8'))
}

const reference = {
  qualification: (diaryNumber: string) => [vehicles, ict].find(one => one.diaryNumber === diaryNumber),
  versionOf: () => undefined,
}
const student = { studentOid: '1.2.246.562.24.1', email: 'oma@esimerkki.test', phone: '0401234567' }

function right(attainment: Partial<StudyRight['attainments'][number]> = {}, type = 'ammatillinenkoulutus') {
  const attainments = [{ type: 'ammatillinentutkinto', diaryNumber: ict.diaryNumber, ...attainment }]
  return { oid: '1.2.246.562.15.1', type, states: [], attainments } as StudyRight
}

const unitsOf = (one: StudyRight) => startingPlan(one, student, reference, today).plan

describe('a starting plan', () => {
  test('holds what is known, and is a plan as the contract has it', () => {
    const { gaps, plan } = startingPlan(
      right({ competenceAreas: [{ code: '1718' }] }),
      student,
      reference,
      today,
    )
    expect(plan).toMatchObject({
      studyRightOid: '1.2.246.562.15.1',
      studentOid: student.studentOid,
      email: 'oma@esimerkki.test',
      firstApprovedOn: today,
      needToAcquireCompetence: true,
    })
    expect(gaps).toEqual([])
    expect(shapeOf(plan).findings).toEqual([])
  })

  test.each([
    ['osaamisala_1717', ['600023', '600024', '600025', '600026']],
    ['1718', ['600023', '600024', '600027', '600028']],
    ['9999', ['600023', '600024']],
  ])('has the units that are compulsory in the competence area %s', (code, units) => {
    const { vocationalUnits = [] } = unitsOf(right({ competenceAreas: [{ code }] }))
    expect(vocationalUnits.map(unit => unit.unitCode)).toEqual(units.map(unit => `tutkinnonosat_${unit}`))
  })

  test('leaves out a competence area that is not the student’s any more, and says so', () => {
    const ended = right({ competenceAreas: [{ code: '1718', end: '2026-01-01' }] })
    expect(unitsOf(ended).vocationalUnits).toHaveLength(2)
    expect(startingPlan(ended, student, reference, today).gaps).toEqual(['no-competence-area'])
  })

  test('has the common units with each of their compulsory subject areas once', () => {
    const { commonUnits = [] } = unitsOf(right({ diaryNumber: vehicles.diaryNumber }))
    expect(commonUnits.map(unit => unit.subjectAreas.length)).toEqual([5, 2, 6])
    expect(commonUnits[0]?.subjectAreas.map(area => area.subjectAreaCode)).toContain(
      'ammatillisenoppiaineet_vvai22',
    )
  })

  test.each([
    ['preparatory', right({}, 'tuva')],
    ['unsuitable-type', right({}, 'lukiokoulutus')],
    ['no-qualification', right({ diaryNumber: 'OPH-0-0' })],
    ['partial', right({ type: 'ammatillinentutkintoosittainen' })],
  ] as const)('has no units where there are none to know: %s', (gap, one) => {
    const { gaps, plan } = startingPlan(one, { studentOid: 'x' }, reference, today)
    expect([plan.vocationalUnits, plan.commonUnits]).toEqual([undefined, undefined])
    expect(gaps).toEqual(['no-email', 'no-phone', gap])
  })
})

describe('the shape of a plan that is being written', () => {
  const whole = unitsOf(right({ competenceAreas: [{ code: '1718' }] }))
  const codesAt = (plan: unknown) => shapeOf(plan).findings.map(({ code, pointer }) => `${pointer} ${code}`)

  test('tells every missing and wrong place, however many', () => {
    const units = Array.from({ length: 20 }, () => ({ unitCode: 'a', learningPeriods: [{ start: 'x' }] }))
    expect(codesAt({ ...whole, vocationalUnits: units })).toHaveLength(100)
    expect(codesAt({ ...whole, phone: 5, needToAcquireCompetence: 'no', a: 1 })).toEqual([
      '/needToAcquireCompetence invalid-boolean',
      '/phone invalid-text',
      '/a unknown-key',
    ])
  })

  test('marks only the part that lacks something, so that the rest is judged', () => {
    const broken = { start: '2026-01-01' }
    const plan = { ...whole, vocationalUnits: [{ ...whole.vocationalUnits?.[0], learningPeriods: [broken] }] }
    expect([...shapeOf(plan).broken]).toEqual([broken])
    expect(shapeOf(plan).walkable).toBe(true)
  })

  test.each([null, 5, 'plan', [], { vocationalUnits: {} }, { vocationalUnits: [null] }])(
    'of %j is not walked through',
    plan => expect(shapeOf(plan).walkable).toBe(false),
  )
})

describe('identifiers', () => {
  let made = 0
  const newId = () => `made-${++made}`
  const period = (identifier?: string) => ({
    start: 'x',
    ...(identifier === undefined ? {} : { identifier }),
  })

  test('are made where they are missing or blank, in every list of units', () => {
    const plan = {
      vocationalUnits: [{ learningPeriods: [period('own'), period(), period(' ')] }],
      localUnits: [{ learningPeriods: [period()] }],
      commonUnits: [{ subjectAreas: [{ learningPeriods: [period()] }] }],
    } as never
    const named = JSON.stringify(withIdentifiers(plan, newId))
    expect(named.match(/made-\d/g)?.toSorted()).toEqual(['made-1', 'made-2', 'made-3', 'made-4'])
    expect(named).toContain('"own"')
  })

  test('leave a plan alone that has them all', () => {
    const plan = { vocationalUnits: [{ learningPeriods: [period('own')] }] } as never
    expect(withIdentifiers(plan, newId)).toBe(plan)
  })
})
