import { expect, test } from 'vitest'
import type { Plan } from '../plans/contract.ts'
import type { Qualification } from '../qualifications/contract.ts'
import type { RecognitionState, Target, VerificationRoute } from './contract.ts'
import { decisionFault, sendingFault } from './rules.ts'
import { recognisedPlan } from './rules-effect.ts'
import { type CompletedRight, registerSuggestions } from './rules-register.ts'
import { targetsOf } from './rules-targets.ts'
import { linesOfUnit } from './rules-texts.ts'
import { answersTo, tellingWords, textHits } from './rules-words.ts'

const today = '2026-11-23'
const someone = [{ name: 'Arvi Oija' }]

test.each<
  [RecognitionState, VerificationRoute | undefined, readonly unknown[] | null, string, string | undefined]
>([
  ['asked', 'direct', null, 'Todistus', undefined],
  ['with-assessors', 'direct', someone, 'Todistus', undefined],
  ['asked', undefined, null, 'Ei vastaa', undefined],
  ['asked', 'assessors', null, 'Todistus', 'assessors-missing'],
  ['asked', 'assessors', [], 'Todistus', 'assessors-missing'],
  ['with-assessors', 'assessors', someone, 'Todistus', undefined],
  ['asked', 'direct', null, '  ', 'reason-missing'],
  ['recognised', 'direct', null, 'Todistus', 'decided-already'],
  ['refused', undefined, null, 'Todistus', 'decided-already'],
  ['withdrawn', 'direct', null, 'Todistus', 'decided-already'],
])('a decision when %s by %s with %j', (state, route, assessors, reason, fault) => {
  expect(decisionFault({ state, assessors }, { reason, ...(route === undefined ? {} : { route }) })).toBe(
    fault,
  )
})

test.each<[RecognitionState, string, string | undefined]>([
  ['asked', today, undefined],
  ['with-assessors', '2026-11-01', undefined],
  ['asked', '2026-11-24', 'sent-later'],
  ['refused', today, 'decided-already'],
])('sending when %s on %s', (state, sentOn, fault) => {
  expect(sendingFault({ state }, sentOn, today)).toBe(fault)
})

test.each([
  ['asiakas', 'asiakkaita', true],
  ['asiakas', 'asiakaspalvelu', true],
  ['hitsaus', 'hitsaa', true],
  ['kund', 'kunden', true],
  ['kunder', 'kunderna', true],
  ['kunder', 'kundservice', false],
  ['servera', 'serverar', true],
  ['auto', 'automaatio', false],
  ['kokki', 'koira', false],
  ['palkka', 'palvelu', false],
  ['työpaikka', 'työturvallisuus', false],
])('%s and %s answer to each other: %s', (a, b, expected) => {
  expect([answersTo(a, b), answersTo(b, a)]).toEqual([expected, expected])
})

const unit = (unitCode: string, fi: string, more: Partial<Target> = {}): Target => ({
  unitCode,
  names: { fi },
  inPlan: true,
  ...more,
})

test('requirements that speak of the evidence come with the passage, in its language; what all speak of tells nothing', () => {
  const searched = [
    { of: 'tyres', lines: [{ language: 'fi' as const, text: 'vaihtaa ajoneuvon renkaita' }] },
    {
      of: 'service',
      lines: [
        { language: 'fi' as const, text: 'palvella asiakkaita korjaamolla' },
        { language: 'sv' as const, text: 'betjäna kunder i verkstaden' },
      ],
    },
    { of: 'cars', lines: [{ language: 'fi' as const, text: 'huoltaa ajoneuvoja' }] },
    { of: 'law', lines: [{ language: 'fi' as const, text: 'tulkita säädöksiä' }] },
  ]
  const hits = textHits(tellingWords('Rengastyöt: vaihdoin autojen renkaat, palvelin asiakkaita.'), searched)
  expect(hits.map(hit => hit.of)).toEqual(['service', 'tyres'])
  expect(hits[1]?.passages).toEqual([
    { language: 'fi', text: 'vaihtaa ajoneuvon renkaita', words: ['renkaita'] },
  ])
  expect(textHits(tellingWords('Betjänade kunder'), searched).map(hit => hit.passages[0]?.language)).toEqual([
    'sv',
  ])
  expect(textHits(tellingWords('että joka 2024'), searched)).toEqual([])
})

test('lines of requirements: items with the words that begin them, free text without headings', () => {
  const text = {
    requirements: [
      { lead: { fi: 'Opiskelija osaa:' }, items: [{ fi: 'huoltaa auton', sv: 'serva en bil' }] },
      {
        text: {
          fi: [
            { kind: 'heading' as const, text: 'Otsikko' },
            { kind: 'item' as const, text: 'maalata' },
          ],
        },
      },
    ],
    areas: [],
    criteria: [],
  }
  expect(linesOfUnit(text)).toEqual([
    { language: 'fi', text: 'Opiskelija osaa huoltaa auton' },
    { language: 'sv', text: 'serva en bil' },
    { language: 'fi', text: 'maalata' },
  ])
})

const completed = (
  own: boolean,
  units: CompletedRight['details']['attainments'][0]['units'],
): CompletedRight => ({
  own,
  right: {
    oid: '1.2.246.562.15.1',
    type: 'ammatillinenkoulutus',
    states: [],
    attainments: [{ type: 'ammatillinentutkinto', diaryNumber: 'VANHA-1' }],
  },
  details: { attainments: [{ units: units ?? [] }] },
})
const grade = { grade: '4', assessedOn: '2024-05-01', passed: true }
const targets = [
  unit('tutkinnonosat_1', 'Huolto'),
  unit('tutkinnonosat_2', 'Asiakaspalvelu'),
  { ...unit('tutkinnonosat_9', 'Matematiikka'), subjectAreaCode: 'ammatillisenoppiaineet_MAVA' },
]
const ask = (rights: CompletedRight[], replaced: string[] = []) =>
  registerSuggestions({
    targets,
    rights,
    namesOf: code => (code === 'tutkinnonosat_77' ? { fi: 'ASIAKASPALVELU ' } : undefined),
    replaced: new Set(replaced),
  })

test.each<[string, ReturnType<typeof ask>, readonly unknown[], number]>([
  [
    'the same code, with grade and day',
    ask([completed(false, [{ codeSet: 'tutkinnonosat', code: '1', assessment: grade }])]),
    [['tutkinnonosat_1', 'same-code', '4']],
    0,
  ],
  [
    'a subject area by its code, whatever unit is around it',
    ask([
      completed(false, [
        {
          codeSet: 'tutkinnonosat',
          code: '5',
          subjectAreas: [{ codeSet: 'ammatillisenoppiaineet', code: 'mava', assessment: grade }],
        },
      ]),
    ]),
    [['tutkinnonosat_9', 'same-code', '4']],
    0,
  ],
  [
    'the same name in requirements that were replaced',
    ask([completed(false, [{ codeSet: 'tutkinnonosat', code: '77', assessment: grade }])], ['VANHA-1']),
    [['tutkinnonosat_2', 'replaced', '4']],
    0,
  ],
  [
    'only the same name',
    ask([completed(false, [{ codeSet: 'tutkinnonosat', code: '77', assessment: grade }])]),
    [['tutkinnonosat_2', 'same-name', '4']],
    0,
  ],
  [
    'what was not passed is none, and what has no name cannot be compared',
    ask([
      completed(false, [
        { codeSet: 'tutkinnonosat', code: '1', assessment: { ...grade, passed: false } },
        { codeSet: 'tutkinnonosat', code: '88', assessment: grade },
      ]),
    ]),
    [],
    1,
  ],
  [
    'of the own study right only what was recognised there',
    ask([
      completed(true, [
        { codeSet: 'tutkinnonosat', code: '1', assessment: grade },
        { codeSet: 'tutkinnonosat', code: '2', assessment: grade, recognised: {} },
      ]),
    ]),
    [['tutkinnonosat_2', 'same-code', '4']],
    0,
  ],
])('%s', (_, { items, unnamed }, expected, expectedUnnamed) => {
  const told = items.map(({ part, source }) =>
    source.kind === 'register' ? [part.unitCode, source.match, source.grade] : [],
  )
  expect([told, unnamed]).toEqual([expected, expectedUnnamed])
})

const period = (start: string, end: string, more: object = {}) => ({
  start,
  end,
  methodCode: 'osaamisenhankkimistapa_oppilaitosmuotoinenkoulutus',
  methodCodeVersion: 1,
  ...more,
})
const agreed = {
  methodCode: 'osaamisenhankkimistapa_koulutussopimus',
  workplace: { name: 'Keksitty Korjaamo', tasks: [], instructor: { name: 'Ohjaaja' } },
}
const shown = (start: string) => ({ start, end: start, environment: { name: 'Halli' }, content: [] })
const plan: Plan = {
  firstApprovedOn: '2026-08-10',
  needToAcquireCompetence: true,
  vocationalUnits: [
    {
      unitCode: 'tutkinnonosat_1',
      unitCodeVersion: 3,
      learningPeriods: [
        period('2026-09-01', '2026-10-01'),
        period('2026-11-01', '2027-01-31', {
          ...agreed,
          interruptions: [{ start: '2026-11-20', end: '2026-12-01' }, { start: '2026-12-20' }],
        }),
        period('2027-02-01', '2027-03-01', agreed),
      ],
      demonstrations: [shown('2026-10-01'), shown('2027-03-01')],
    },
    {
      unitCode: 'tutkinnonosat_2',
      unitCodeVersion: 1,
      learningPeriods: [period('2027-02-01', '2027-03-01')],
    },
  ],
  commonUnits: [
    {
      unitCode: 'tutkinnonosat_9',
      unitCodeVersion: 1,
      subjectAreas: [
        { subjectAreaCode: 'ammatillisenoppiaineet_MAVA', subjectAreaCodeVersion: 2 },
        { subjectAreaCode: 'ammatillisenoppiaineet_FK', subjectAreaCodeVersion: 2 },
      ],
    },
  ],
}
const effect = (
  parts: readonly Target[],
  route: VerificationRoute,
  periods: 'end' | 'keep' = 'end',
  about: object = {},
) =>
  recognisedPlan(
    plan,
    parts.map(part => ({ part, assessors: [], sentOn: undefined, ...about })),
    { route, periods, today, versionOf: code => (code.startsWith('osaamisentod') ? 2 : undefined) },
  )
const [first = unit('', ''), second = unit('', ''), area = unit('', '')] = targets

test('what has been stays, what goes on ends today, what is to come goes, and agreements are told', () => {
  const { effects, plan: next } = effect([first], 'direct')
  expect(effects.map(one => [one.kind, one.start, one.agreement, one.workplace])).toEqual([
    ['prior-added', undefined, undefined, undefined],
    ['unit-kept', undefined, undefined, undefined],
    ['period-kept', '2026-09-01', undefined, undefined],
    ['period-shortened', '2026-11-01', true, 'Keksitty Korjaamo'],
    ['period-removed', '2027-02-01', true, 'Keksitty Korjaamo'],
    ['demonstration-removed', '2027-03-01', undefined, undefined],
    ['demonstration-kept', '2026-10-01', undefined, undefined],
  ])
  const left = next.vocationalUnits?.[0]
  expect(left?.learningPeriods?.map(one => one.end)).toEqual(['2026-10-01', today])
  expect(left?.learningPeriods?.[1]?.interruptions).toEqual([{ start: '2026-11-20', end: today }])
  expect(next.priorVocationalUnits).toEqual([
    {
      unitCode: 'tutkinnonosat_1',
      unitCodeVersion: 3,
      verificationCode: 'osaamisentodentamisenprosessi_0001',
      verificationCodeVersion: 2,
    },
  ])
})

test('a unit of which nothing has been goes whole; kept, it stays as it is', () => {
  expect(effect([second], 'direct').plan.vocationalUnits?.map(one => one.unitCode)).toEqual([
    'tutkinnonosat_1',
  ])
  expect(effect([second], 'direct', 'keep').plan.vocationalUnits).toEqual(plan.vocationalUnits)
})

test('by assessors: their names, organisations and the day go along', () => {
  const about = {
    assessors: [{ name: 'Arvi Oija', institutionOid: '1.2.246.562.10.1' }],
    sentOn: '2026-11-02',
  }
  expect(
    effect([second], 'assessors', 'end', about).plan.priorVocationalUnits?.[0]?.verificationDetails,
  ).toEqual({
    sentForAssessmentOn: '2026-11-02',
    assessors: [{ name: 'Arvi Oija', organisation: { institutionOid: '1.2.246.562.10.1' } }],
  })
})

test('by demonstration: the demonstrations of the unit become those of prior competence', () => {
  const { effects, plan: next } = effect([first], 'demonstration')
  expect(next.priorVocationalUnits?.[0]?.demonstrations).toHaveLength(2)
  expect(next.vocationalUnits?.[0]?.demonstrations).toBeUndefined()
  expect(effects.filter(one => one.kind === 'demonstration-moved')).toHaveLength(2)
})

test('subject areas of one common unit stand together in prior competence; a common unit without areas goes', () => {
  const other = { ...area, subjectAreaCode: 'ammatillisenoppiaineet_fk' }
  const one = effect([area], 'direct').plan
  expect(one.commonUnits?.[0]?.subjectAreas.map(each => each.subjectAreaCode)).toEqual([
    'ammatillisenoppiaineet_FK',
  ])
  const both = effect([area, other], 'direct').plan
  expect(both.commonUnits).toEqual([])
  expect(both.priorCommonUnits?.[0]?.subjectAreas.map(each => each.subjectAreaCode)).toEqual([
    'ammatillisenoppiaineet_MAVA',
    'ammatillisenoppiaineet_FK',
  ])
})

test('what could be asked for: of the plan first, each once, nothing that is prior already', () => {
  const qualification = {
    units: [
      { codeUri: 'tutkinnonosat_1', names: { fi: 'Huolto' }, kind: 'vocational', subjectAreas: [] },
      { codeUri: 'tutkinnonosat_3', names: { fi: 'Maalaus' }, kind: 'vocational', subjectAreas: [] },
    ],
  } as unknown as Qualification
  const found = targetsOf(
    { ...plan, priorVocationalUnits: [{ unitCode: 'tutkinnonosat_2', unitCodeVersion: 1 }] },
    qualification,
    () => undefined,
  )
  expect(found.map(one => [one.unitCode, one.subjectAreaCode, one.inPlan])).toEqual([
    ['tutkinnonosat_1', undefined, true],
    ['tutkinnonosat_9', 'ammatillisenoppiaineet_MAVA', true],
    ['tutkinnonosat_9', 'ammatillisenoppiaineet_FK', true],
    ['tutkinnonosat_3', undefined, false],
  ])
})
