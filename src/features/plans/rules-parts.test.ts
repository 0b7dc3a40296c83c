import { describe, expect, test } from 'vitest'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import type { Plan } from './contract.ts'
import type { Demonstration, PriorVocationalUnit } from './contract-units.ts'
import { type Changes, changed, findings, head, studyRight, unit } from './factory-checks.ts'
import type { CheckOptions } from './rules.ts'

describe('demonstrations and prior competence', () => {
  const demonstration: Demonstration = {
    start: '2024-12-01',
    end: '2024-12-02',
    environment: { name: 'Paja' },
    content: ['Työ'],
  }
  const assessor = { name: 'A', organisation: { name: 'Paja', businessId: '1234567-2' } }
  test.each<[string, Changes<Demonstration>, string[]]>([
    ['nothing wrong', {}, []],
    ['reversed', { end: '2024-11-30' }, ['warning dates-reversed /end']],
    ['too early', { start: '2024-07-31' }, ['warning demonstration-before-study-right /start']],
    ['too late', { end: '2027-07-01' }, ['warning demonstration-after-study-right /end']],
    [
      'odd business id',
      { environment: { name: 'P', businessId: 'x' } },
      ['warning business-id-unusual /environment/businessId'],
    ],
    [
      'odd business id of an assessor',
      { workAssessors: [assessor] },
      ['warning business-id-unusual /workAssessors/0/organisation/businessId'],
    ],
  ])('%s', (_, changes, expected) => {
    const plan = {
      ...head,
      vocationalUnits: [{ ...unit, demonstrations: [changed(demonstration, changes)] }],
    }
    expect(findings(plan, {}, '/vocationalUnits/0/demonstrations/0')).toEqual(expected)
  })

  const verification = (code: string) => ({ verificationCode: `osaamisentodentamisenprosessi_${code}` })
  const assessors = [{ name: 'A', organisation: {} }]
  test.each<[string, Partial<PriorVocationalUnit>, string[]]>([
    ['directly', verification('0001'), []],
    [
      'by assessors, none named',
      { ...verification('0002'), verificationDetails: {} },
      ['warning assessors-missing'],
    ],
    ['by assessors', { ...verification('0002'), verificationDetails: { assessors } }, []],
    ['by a demonstration, none told', verification('0003'), ['warning prior-demonstration-missing']],
    ['by a demonstration', { ...verification('0003'), demonstrations: [demonstration] }, []],
  ])('verified %s', (_, details, expected) => {
    expect(
      findings({ ...head, priorVocationalUnits: [{ ...unit, ...details }] }, {}, '/priorVocationalUnits/0'),
    ).toEqual(expected)
  })
})

describe('the kind of the study right', () => {
  const preparatory: StudyRight = {
    ...studyRight,
    type: 'tuva',
    attainments: [{ type: 'tuvakoulutuksensuoritus' }],
  }
  const part = {
    partCode: 'koulutuksenosattuva_101',
    partCodeVersion: 1,
    start: '2024-09-01',
    end: '2024-10-01',
    weeks: 4,
  }
  const studies = { name: 'N', description: 'K', start: '2024-09-01', end: '2024-10-01' }
  const common = {
    ...unit,
    subjectAreas: [{ subjectAreaCode: 'ammatillisenoppiaineet_AI', subjectAreaCodeVersion: 1 }],
  }
  const prior = { verificationCode: 'osaamisentodentamisenprosessi_0001', verificationCodeVersion: 1 }
  const parts: [keyof Plan, object, string][] = [
    ['vocationalUnits', unit, 'unit-on-preparatory-study-right'],
    ['localUnits', { name: 'P' }, 'unit-on-preparatory-study-right'],
    ['commonUnits', common, 'unit-on-preparatory-study-right'],
    ['priorVocationalUnits', unit, 'unit-on-preparatory-study-right'],
    ['priorLocalUnits', { ...prior, name: 'P' }, 'unit-on-preparatory-study-right'],
    [
      'priorCommonUnits',
      { ...common, subjectAreas: [{ ...common.subjectAreas[0], ...prior }] },
      'unit-on-preparatory-study-right',
    ],
    ['studySkillsStudies', studies, 'study-skills-on-preparatory-study-right'],
  ]
  test.each(parts)('%s on preparatory education', (key, item, code) => {
    const plan = { ...head, [key]: [item, item] } as Plan
    const errors = (options: Partial<CheckOptions>) =>
      findings(plan, options).filter(text => text.startsWith('error'))
    expect(errors({ studyRight: preparatory })).toEqual([
      `error ${code} /${key}/0`,
      `error ${code} /${key}/1`,
    ])
    expect(errors({})).toEqual([])
    expect(errors({ studyRight: undefined })).toEqual([])
    expect(findings({ ...head, [key]: [] } as Plan, { studyRight: preparatory })).toEqual([])
  })

  test('preparatory parts', () => {
    const plan = { ...head, preparatoryParts: [part] }
    expect(findings(plan)).toEqual(['error preparatory-part-unsuitable /preparatoryParts/0'])
    expect(findings(plan, { studyRight: preparatory })).toEqual([])
  })

  test('a preparatory study right beside', () => {
    const plan = { ...head, preparatoryStudyRightOid: '1.2.246.562.15.10000000009' }
    expect(findings(plan)).toEqual([])
    expect(findings(plan, { studyRight: preparatory })).toEqual([
      'error preparatory-oid-unsuitable /preparatoryStudyRightOid',
    ])
  })

  test('other education has no plan', () => {
    const lukio = { ...studyRight, type: 'lukiokoulutus' }
    expect(findings(head, { studyRight: lukio })).toEqual([
      'error study-right-type-unsuitable /studyRightOid',
    ])
    expect(findings(changed(head, { studyRightOid: undefined }), { studyRight: lukio })).toEqual([])
  })

  test('a study right that was looked for and not found', () => {
    expect(findings(head, { studyRight: null })).toEqual(['warning study-right-unknown /studyRightOid'])
  })

  test.each<[string, object, string[]]>([
    ['two weeks', { weeks: 2 }, []],
    ['one week', { weeks: 1 }, ['warning preparatory-weeks-unusual /preparatoryParts/0/weeks']],
    ['eleven weeks', { weeks: 11 }, ['warning preparatory-weeks-unusual /preparatoryParts/0/weeks']],
    ['another code', { weeks: 99, partCode: 'koulutuksenosattuva_199' }, []],
    ['before the requirements', { weeks: 99, start: '2022-07-31' }, []],
    ['reversed', { end: '2024-08-31' }, ['warning dates-reversed /preparatoryParts/0/end']],
  ])('preparatory part of %s', (_, changes, expected) => {
    expect(
      findings({ ...head, preparatoryParts: [{ ...part, ...changes }] }, { studyRight: preparatory }),
    ).toEqual(expected)
  })
})

describe('the head of the plan', () => {
  test.each<[string, Partial<Plan>, string[]]>([
    ['achieved today', { competenceAchievedOn: '2026-11-22' }, []],
    ['achieved in two weeks', { competenceAchievedOn: '2026-12-06' }, []],
    [
      'in two weeks and a day',
      { competenceAchievedOn: '2026-12-07' },
      ['error competence-achieved-out-of-range /competenceAchievedOn'],
    ],
    ['on the first day', { competenceAchievedOn: '2018-01-02', firstApprovedOn: '2018-01-02' }, []],
    [
      'a day earlier',
      { competenceAchievedOn: '2018-01-01', firstApprovedOn: '2018-01-01' },
      ['error competence-achieved-out-of-range /competenceAchievedOn'],
    ],
    [
      'before approval',
      { competenceAchievedOn: '2024-08-14' },
      ['warning competence-achieved-before-approval /competenceAchievedOn'],
    ],
    ['odd e-mail', { email: 'a@b' }, ['warning email-unusual /email']],
    ['odd phone', { phone: 'kysy' }, ['warning phone-unusual /phone']],
    ['usual contacts', { email: 'a.b@c.fi', phone: '+358 40 123 4567' }, []],
    ['local unit without name', { localUnits: [{}] }, ['warning local-unit-without-name /localUnits/0']],
    [
      'common unit without areas',
      { commonUnits: [{ ...unit, subjectAreas: [] }] },
      ['warning common-unit-without-subject-areas /commonUnits/0/subjectAreas'],
    ],
    [
      'prior common unit without areas',
      { priorCommonUnits: [{ ...unit, subjectAreas: [] }] },
      ['warning common-unit-without-subject-areas /priorCommonUnits/0/subjectAreas'],
    ],
  ])('%s', (_, changes, expected) => expect(findings({ ...head, ...changes })).toEqual(expected))
})

describe('learning support', () => {
  const code = (n: string) => `ammatillinenkoulutusoppimisentuentyyppi_${n}`
  const remedial = {
    typeCode: code('01'),
    start: '2026-09-01',
    end: '2026-12-01',
    unitGroupCode: 'ammatillisentutkinnonosanryhma_1',
  }
  test.each<[string, object, string[]]>([
    ['remedial teaching', remedial, []],
    ['without end', { ...remedial, end: undefined }, ['error remedial-teaching-incomplete']],
    ['without start', { ...remedial, start: undefined }, ['error remedial-teaching-incomplete']],
    ['without group', { ...remedial, unitGroupCode: undefined }, ['error remedial-teaching-incomplete']],
    ['reversed', { ...remedial, end: '2026-08-31' }, ['warning dates-reversed /end']],
    ['before the law', { ...remedial, start: '2026-07-31' }, ['warning learning-support-too-early /start']],
    ['on its first day', { ...remedial, start: '2026-08-01' }, []],
    ['02', { typeCode: code('02') }, []],
    ['03', { typeCode: code('03') }, []],
    [
      '02 with start',
      { typeCode: code('02'), start: '2026-09-01' },
      ['error support-details-unneeded /start'],
    ],
    [
      '03 with all',
      { ...remedial, typeCode: code('03') },
      [
        'error support-details-unneeded /start',
        'error support-details-unneeded /end',
        'error support-details-unneeded /unitGroupCode',
      ],
    ],
    ['04', { typeCode: code('04') }, ['error support-type-unknown /typeCode']],
  ])('%s', (_, support, expected) => {
    const plan = { ...head, learningSupport: [changed(support, {})] } as Plan
    expect(findings(plan, {}, '/learningSupport/0')).toEqual(expected)
  })

  test('support without dates is judged by the day', () => {
    const plan = { ...head, learningSupport: [{ typeCode: code('02') }] }
    expect(findings(plan, { today: plainDateOf('2026-07-31') })).toEqual([
      'warning learning-support-too-early /learningSupport/0',
    ])
    expect(findings(plan, { today: plainDateOf('2026-08-01') })).toEqual([])
  })

  test.each([
    ['2026-07-31', '2026-09-01', []],
    ['2026-08-01', '2026-09-01', ['info study-skills-being-replaced /studySkillsStudies/0']],
    ['2026-07-01', '2026-06-01', ['warning dates-reversed /studySkillsStudies/0/end']],
  ])('studies supporting study skills %s – %s', (start, end, expected) => {
    expect(findings({ ...head, studySkillsStudies: [{ name: 'N', description: 'K', start, end }] })).toEqual(
      expected,
    )
  })
})
