import { describe, expect, it } from 'vitest'
import type { Structure, Unit } from '../qualifications/contract.ts'
import { formationTree } from '../qualifications/rules-formation-tree.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import type { StoredPlan } from './rules-contacts.ts'
import { goalsKey, selectionOf } from './rules-formation.ts'
import { planFormation } from './service-formation.ts'

const area = (codeUri: string, pointsCompulsory: number) => ({
  codeUri,
  names: {},
  pointsCompulsory,
  pointsOptional: 3,
})
const units: Unit[] = [
  {
    codeUri: 'tutkinnonosat_1',
    names: { fi: 'Oma' },
    kind: 'vocational',
    points: { min: 25, max: 25 },
    subjectAreas: [],
  },
  {
    codeUri: 'tutkinnonosat_2',
    names: { fi: 'Yhteinen' },
    kind: 'common',
    points: { min: 11, max: 11 },
    // Of a language variant the larger optional goals count once.
    subjectAreas: [area('vvai22', 4), area('vvai22', 4), area('vvtk', 1)],
  },
]
const structure: Structure = {
  method: 'reformi',
  totalPoints: { min: 50, max: 50 },
  root: {
    names: {},
    role: 'defined',
    points: { min: 50, max: 50 },
    members: [
      { unit: 'tutkinnonosat_1' },
      { unit: 'tutkinnonosat_2' },
      { names: { fi: 'Paikallisiin …' }, role: 'open', points: { min: 5, max: 15 }, members: [] },
      {
        names: { fi: 'valinnaiset osaamistavoitteet' },
        role: 'open',
        points: { min: 4, max: 4 },
        members: [],
      },
    ],
  },
}
const tree = formationTree(structure, units)

const right: StudyRight = {
  oid: '1',
  type: 'ammatillinenkoulutus',
  states: [],
  attainments: [
    {
      type: 'ammatillinentutkinto',
      diaryNumber: 'OPH-1-2026',
      competenceAreas: [
        { code: '1008', end: '2026-01-01' },
        { code: '1007', start: '2026-01-02' },
      ],
      titles: [{ code: '10066', start: '2027-01-01' }],
    },
  ],
}
const code = (unitCode: string) => ({ unitCode, unitCodeVersion: 1 })
const areas = (...codes: string[]) =>
  codes.map(subjectAreaCode => ({
    subjectAreaCode,
    subjectAreaCodeVersion: 1,
    verificationCode: 'x',
    verificationCodeVersion: 1,
  }))
const plan: StoredPlan = {
  firstApprovedOn: '2026-01-01',
  needToAcquireCompetence: true,
  vocationalUnits: [
    code('TUTKINNONOSAT_1'),
    { ...code('tutkinnonosat_9'), requirementsDiaryNumber: 'OPH-2-2026' },
  ],
  priorVocationalUnits: [code('tutkinnonosat_1')],
  localUnits: [{ name: 'Paikallinen', competencePoints: 10 }, {}],
  commonUnits: [{ ...code('tutkinnonosat_2'), subjectAreas: areas('vvai22') }],
  priorCommonUnits: [{ ...code('tutkinnonosat_2'), subjectAreas: areas('VVTK') }],
}
const select = (more: Partial<StoredPlan> = {}) =>
  selectionOf(
    { ...plan, ...more },
    right,
    tree,
    number => (number === 'OPH-2-2026' ? 20 : undefined),
    '2026-11-23',
  )

describe('what a plan chooses', () => {
  it('is prior competence and what is to be acquired, each unit once', () => {
    expect(select().parts).toEqual([
      { key: 'tutkinnonosat_1', kind: 'unit', unit: 'tutkinnonosat_1' },
      { key: 'tutkinnonosat_9', kind: 'otherQualification', unit: 'tutkinnonosat_9', points: 20 },
      { key: 'local-0', kind: 'local', points: 10 },
      { key: 'local-1', kind: 'local' },
      {
        key: 'tutkinnonosat_2',
        kind: 'unit',
        unit: 'tutkinnonosat_2',
        subjectAreas: [{ code: 'vvai22' }, { code: 'vvtk' }],
      },
      { key: goalsKey, kind: 'optionalGoals', points: 4 },
    ])
  })

  it('goes by the area and title of the day', () => {
    expect(select()).toMatchObject({ competenceArea: '1007' })
    expect(select()).not.toHaveProperty('title')
  })

  it('assumes no more optional goals than the chosen areas may give', () => {
    expect(select({ priorCommonUnits: [] }).assumedOptionalGoals).toBe(3)
    expect(select({ commonUnits: [], priorCommonUnits: [] }).assumedOptionalGoals).toBe(0)
  })

  it('takes a common unit that is prior competence as a whole with all its areas', () => {
    const whole = select({
      commonUnits: [],
      priorCommonUnits: [{ ...code('tutkinnonosat_2'), subjectAreas: [] }],
    })
    expect(whole.parts.find(part => part.unit === 'tutkinnonosat_2')).not.toHaveProperty('subjectAreas')
  })

  it('tells of what it does not know the points', () => {
    expect(select().about['local-1']).toMatchObject({ points: 0, pointsUnknown: true })
    expect(select().about.tutkinnonosat_1).toMatchObject({ points: 25, pointsUnknown: false, prior: false })
  })
})

describe('a plan', () => {
  const qualification = {
    ...{ diaryNumber: 'OPH-1-2026', id: 1, names: {}, educationCodes: [], replaces: [], competenceAreas: [] },
    ...{ titles: [], structures: [structure], units, educationParts: [], source: { name: 'test' } },
  }
  const reference = {
    qualification: (number: string) => (number === 'OPH-1-2026' ? qualification : undefined),
    namesOf: () => undefined,
    pointsOf: () => undefined,
  }
  const [attainment] = right.attainments
  const of = (more: object) => ({
    ...right,
    attainments: [{ ...attainment, type: 'ammatillinentutkinto', ...more }],
  })

  it.each([
    ['without a study right', null, 'no-study-right'],
    ['of unknown requirements', of({ diaryNumber: 'OPH-3-2026' }), 'no-qualification'],
    ['of parts only', of({ type: 'ammatillinentutkintoosittainen' }), 'partial'],
  ])('%s is not judged', (_name, studyRight, notJudged) => {
    expect(planFormation(plan, studyRight, reference, '2026-11-23')).toEqual({ notJudged })
  })

  it('is judged with names of what it lacks', () => {
    const { judged } = planFormation(
      { ...plan, commonUnits: [], priorCommonUnits: [] },
      right,
      reference,
      '2026-11-23',
    )
    expect(judged?.formation.complete).toBe(false)
    expect(judged?.names).toHaveProperty('tutkinnonosat_2')
    expect(judged?.groups['']).toMatchObject({ points: { min: 50, max: 50 } })
  })
})
