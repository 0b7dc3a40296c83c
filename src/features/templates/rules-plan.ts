/** A template as the rules of plans look at plans, so that formation is judged by the one rule that there is. */
import type { StoredPlan } from '../plans/rules-contacts.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import type { TemplateBody } from './contract.ts'

export interface TemplateAbout {
  readonly diaryNumber: string
  readonly competenceArea?: string | undefined
}

/** The study right that students of the template have. */
export function studyRightOf({ competenceArea, diaryNumber }: TemplateAbout): StudyRight {
  const attainment = {
    type: 'ammatillinentutkinto',
    diaryNumber,
    ...(competenceArea === undefined ? {} : { competenceAreas: [{ code: competenceArea }] }),
  }
  return { oid: '', type: 'ammatillinenkoulutus', states: [], attainments: [attainment] }
}

/** The units of the template; what a day would tell is left out, because formation does not ask it. */
export function unitsPlanned({ units }: TemplateBody, diaryNumber: string): StoredPlan {
  return {
    firstApprovedOn: '',
    needToAcquireCompetence: true,
    vocationalUnits: units.flatMap(unit =>
      unit.kind === 'vocational'
        ? [
            {
              unitCode: unit.code,
              unitCodeVersion: 1,
              requirementsDiaryNumber: unit.diaryNumber ?? diaryNumber,
            },
          ]
        : [],
    ),
    localUnits: units.flatMap(unit =>
      unit.kind === 'local' ? [{ name: unit.name, competencePoints: unit.points }] : [],
    ),
    commonUnits: units.flatMap(unit =>
      unit.kind === 'common'
        ? [
            {
              unitCode: unit.code,
              unitCodeVersion: 1,
              subjectAreas: unit.subjectAreas.map(area => ({
                subjectAreaCode: area.code,
                subjectAreaCodeVersion: 1,
              })),
            },
          ]
        : [],
    ),
  }
}
