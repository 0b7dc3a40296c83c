import { displayName } from '../students/rules.ts'
import type { PlanStart } from './contract-writing.ts'
import type { StartRow } from './queries-start.ts'
import type { StoredPlan } from './rules-contacts.ts'
import { projectionsOf } from './rules-projection.ts'
import { startingPlan } from './rules-start.ts'
import { namesOf, type PageDependencies } from './service-page.ts'

export interface StartDependencies extends PageDependencies {
  /** Reference data at hand. */
  readonly data: () => Parameters<typeof startingPlan>[2]
}

/** The plan to begin from, with the names of its codes. */
export function startOf(row: StartRow, today: string, dependencies: StartDependencies): PlanStart {
  const { email, phone, student_id: id, student_oid: studentOid, study_right: studyRight } = row
  const known = { studentOid, email: email ?? undefined, phone: phone ?? undefined }
  const { gaps, plan } = startingPlan(studyRight, known, dependencies.data(), today)
  const name = displayName(row)
  const qualification = dependencies.qualificationOf(studyRight)
  const { codes } = projectionsOf(plan as StoredPlan)
  return {
    studyRightOid: studyRight.oid,
    studyRight,
    student: { id, studentOid, ...(name === undefined ? {} : { name }) },
    ...(qualification === undefined ? {} : { qualification }),
    names: namesOf(codes, studyRight, dependencies),
    gaps: [...gaps],
    plan,
  }
}
