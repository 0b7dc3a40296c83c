import type { PlanPage } from '../features/plans/contract-api.ts'
import type { PlanReference } from '../features/plans/rules.ts'
import type { ReferenceData } from '../features/qualifications/rules-reference.ts'
import type { Names } from '../features/students/contract.ts'
import type { StudyRight } from '../features/study-rights/contract.ts'

/** The reference data as plans ask for it. */
export interface PlanReferences {
  /** The copy at hand. */
  readonly data: () => ReferenceData
  readonly referenceFor: (studyRight: StudyRight | null) => PlanReference
  readonly nameOf: (code: string, studyRight: StudyRight | null) => PlanPage['names'][string] | undefined
  readonly qualificationOf: (studyRight: StudyRight | null) => PlanPage['qualification']
  readonly qualificationNames: (diaryNumber: string) => Names | undefined
}

/** `data` gives the copy at hand: it is asked anew each time, because an import replaces it. */
export function planReferences(data: () => ReferenceData): PlanReferences {
  const referenceFor = (studyRight: StudyRight | null) => data().forPlan(diaryNumberOf(studyRight))
  return {
    data,
    referenceFor,
    qualificationNames: diaryNumber => data().qualification(diaryNumber)?.names,
    nameOf: (code, studyRight) => {
      // A code of a set without names here is nameless, not unknown; only the latter has no entry at all.
      const names = data().namesOf(code) ?? (data().hasCode(code) === 'unknown' ? undefined : {})
      if (names === undefined) return undefined
      const diaryNumber = diaryNumberOf(studyRight)
      const points = diaryNumber === undefined ? undefined : data().pointsOf(diaryNumber, code)
      return { ...names, ...(points === undefined ? {} : { points }) }
    },
    qualificationOf: studyRight => {
      const diaryNumber = diaryNumberOf(studyRight)
      const found = diaryNumber === undefined ? undefined : data().qualification(diaryNumber)
      if (diaryNumber === undefined || found === undefined) return undefined
      const totalPoints = referenceFor(studyRight).qualification?.totalPoints
      return { diaryNumber, names: found.names, ...(totalPoints === undefined ? {} : { totalPoints }) }
    },
  }
}

function diaryNumberOf(studyRight: StudyRight | null): string | undefined {
  return studyRight?.attainments.find(one => one.diaryNumber !== undefined)?.diaryNumber
}
