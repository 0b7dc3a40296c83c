import type { Plan } from './contract.ts'
import type { PlanRecord } from './queries.ts'
import { attach } from './service-save.ts'

export { planAccess } from './access.ts'
export { planCreated, planRead, planSaved } from './audit.ts'
export type { Plan } from './contract.ts'
export { planWasApproved } from './jobs.ts'
export {
  findPlan,
  findPlans,
  type PlanKey,
  type PlanRecord,
  readPlans,
  type StoredContact,
  type UnknownMember,
} from './queries.ts'
export { workplacesByName } from './queries-choices.ts'
export { linkStudent } from './queries-jobs.ts'
export { linkStudents } from './queries-link.ts'
export { maskedPlans } from './queries-many.ts'
export { planOrigin } from './queries-origin.ts'
export { type PlaceKnown, placesNamed } from './queries-places.ts'
export { bodiesOf } from './queries-versions.ts'
export { versionOf } from './routes.ts'
export { type MasterPart, masterParts } from './rules-master.ts'
export { type Imported, importPlans } from './service-bulk.ts'
export { createPlan, type IncomingPlan } from './service-create.ts'
export { editPlan } from './service-edit.ts'
export { planFormation } from './service-formation.ts'
export { createMany, type ManyOptions, type PlanToCreate } from './service-many.ts'
export { type EditedPlan, editMany, type PlanToEdit } from './service-many-edit.ts'
export { namesOf, type PageDependencies as PlanPageDependencies, withTexts } from './service-page.ts'
export { demandUnmaskedPlan, isMasked } from './service-protection.ts'
export {
  patchFromRegister,
  type RegisterContext,
  replaceFromRegister,
  type Sending,
} from './service-register.ts'
export { findingsOf, type SaveContext, type SavedPlan } from './service-save.ts'
export { conflictTasks, findingTasks } from './service-tasks.ts'

/** A stored plan with its people in place; where a contact has been erased stands the mark of the gap. */
export function wholePlan(found: Pick<PlanRecord, 'body' | 'contacts'>): Plan {
  return attach(found.body, found.contacts)
}
