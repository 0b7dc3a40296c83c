import type { PlanRecord } from '../plans/public.ts'
import type { Selectable } from './contract.ts'
import type { OwnerRow } from './queries.ts'
import { partsOf } from './rules-parts.ts'
import { type BulkDependencies, nameMember } from './service-words.ts'

/** A group's plans to choose from, and the units in them, those of the most plans first. */
export function selectableOf(
  owners: readonly OwnerRow[],
  plans: readonly PlanRecord[],
  { data }: Pick<BulkDependencies, 'data'>,
): Selectable {
  const known = new Map(plans.map(plan => [plan.id, plan]))
  const diaryOf = ({ study_right }: Pick<PlanRecord, 'study_right'>) =>
    study_right?.attainments.find(one => one.diaryNumber !== undefined)?.diaryNumber
  const open = owners.flatMap(owner => (owner.masked ? [] : (known.get(owner.plan_id) ?? [])))
  return {
    plans: owners.map(owner => {
      const plan = known.get(owner.plan_id)
      const diary = plan && diaryOf(plan)
      const names = diary === undefined ? undefined : data().qualification(diary)?.names
      return {
        planId: owner.plan_id,
        ...(owner.student_id === null ? {} : { studentId: owner.student_id }),
        ...nameMember(owner),
        ...(names === undefined ? {} : { qualification: names }),
        masked: owner.masked,
      }
    }),
    parts: partsOf(open.map(plan => plan.body)).map(part => {
      const names = data().namesOf(part.subjectArea ?? part.unit)
      return { ...part, ...(names === undefined ? {} : { names }) }
    }),
    diaryNumbers: [...new Set(open.flatMap(plan => diaryOf(plan) ?? []))],
  }
}
