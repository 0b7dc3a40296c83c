import type { StoredPlan } from '../../rules-contacts.ts'
import { allPeriods } from '../all-periods.ts'

export interface PlanWorkplace {
  readonly name: string
  readonly businessId?: string
}

/** Workplaces that this plan itself names, that begin like the typed text; each once. */
export function planWorkplaces(plan: StoredPlan, typed = ''): readonly PlanWorkplace[] {
  const sought = typed.trim().toLocaleLowerCase('fi')
  const all = allPeriods(plan).flatMap(({ period }) => period.workplace ?? [])
  const found = all
    .filter(({ name }) => name !== '' && name.toLocaleLowerCase('fi').startsWith(sought))
    // What is being typed into a field just now is no choice for it.
    .filter(({ name }) => name !== typed)
    .map(({ businessId, name }) => ({ name, ...(businessId === undefined ? {} : { businessId }) }))
  return [...new Map(found.map(one => [`${one.name}\n${one.businessId ?? ''}`, one])).values()]
}
