import type { Plan } from '../plans/contract.ts'
import type { DocumentInput, DocumentReader } from './rules-input.ts'

/** For tests: a version with little in it, to be filled with what a test is about. */
export function inputWith(plan: Partial<Plan>, rest: Partial<DocumentInput> = {}): DocumentInput {
  return {
    plan: { firstApprovedOn: '2026-08-20', needToAcquireCompetence: true, studentOid: '1.2.3', ...plan },
    ...{
      planId: '0190',
      version: 2,
      newest: 2,
      savedAt: '2026-11-20T10:00:00Z',
      savedBy: 'Olli Opettavainen',
    },
    ...{ studentName: 'Aamu Kuviteltu', protected: false },
    providerNames: { fi: 'Kuvitteellinen koulutuskuntayhtymä', sv: 'Påhittade samkommunen' },
    qualification: { names: { fi: 'Ajoneuvoalan perustutkinto' }, totalPoints: 180 },
    ...{ studyRightStart: '2026-08-01', studyRightEnd: '2029-06-04', approved: undefined },
    names: {
      tutkinnonosat_1: { fi: 'Huoltotyöt', sv: 'Servicearbeten', points: 45 },
      tutkinnonosat_2: { fi: 'Viestintäosaaminen', points: 11 },
    },
    ...{ durations: { t1: 12 }, erasures: {} },
    ...rest,
  }
}

export const readerIn = (language: DocumentReader['language']): DocumentReader => ({
  language,
  name: 'Olli Opettavainen',
  at: '2026-11-23T08:00:00Z',
})

/** Every kind of part once. */
export const wholePlan: Partial<Plan> = {
  careerPlanCode: 'urasuunnitelma_0002',
  email: 'aamu@esimerkki.example',
  vocationalUnits: [
    {
      ...{ unitCode: 'tutkinnonosat_1', unitCodeVersion: 1, teachingHours: 60 },
      learningPeriods: [
        {
          ...{ start: '2026-09-01', end: '2026-10-15', identifier: 't1', partTimeShare: 80 },
          ...{ methodCode: 'osaamisenhankkimistapa_koulutussopimus', methodCodeVersion: 1 },
          interruptions: [{ start: '2026-09-20', end: '2026-09-21' }],
          workplace: {
            ...{ name: 'Keksitty Korjaamo Oy', businessId: '1234567-1', tasks: ['Huoltaa autoja'] },
            instructor: { name: 'Oskari Ohjaava', phone: '040 123 4567' },
          },
        },
      ],
      demonstrations: [
        {
          ...{ start: '2026-10-14', end: '2026-10-15', content: ['Huoltaa auton alusta loppuun'] },
          environment: { name: 'Keksitty Korjaamo Oy' },
          workAssessors: [{ name: 'Arja Arvioiva', organisation: { name: 'Keksitty Korjaamo Oy' } }],
        },
      ],
    },
  ],
  localUnits: [{ name: 'Ratsastus', competencePoints: 5, aimsAndContent: 'Hevosten hoito' }],
  commonUnits: [
    {
      ...{ unitCode: 'tutkinnonosat_2', unitCodeVersion: 1 },
      subjectAreas: [
        { subjectAreaCode: 'ammatillisenoppiaineet_vvai22', subjectAreaCodeVersion: 1, teachingHours: 20 },
      ],
    },
  ],
  priorVocationalUnits: [
    {
      ...{ unitCode: 'tutkinnonosat_3', unitCodeVersion: 1, deviation: 'Ei poikettu' },
      ...{ verificationCode: 'osaamisentodentamisenprosessi_0001', verificationCodeVersion: 1 },
    },
  ],
  learningSupport: [{ typeCode: 'oppimisentuki_01', start: '2026-11-01' }],
  studySkillsStudies: [
    { name: 'Oppimaan oppiminen', description: 'Viisi kertaa', start: '2026-09-07', end: '2026-10-05' },
  ],
}
