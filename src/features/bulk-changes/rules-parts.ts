import { codeKey } from '../codes/rules.ts'
import type { StoredPlan } from '../plans/rules-contacts.ts'
import type { BulkPart } from './contract.ts'

/** Units and subject areas of plans, with how many plans have each; those of the most plans first. */
export function partsOf(plans: readonly StoredPlan[]): (BulkPart & { readonly plans: number })[] {
  const counted = new Map<string, BulkPart & { plans: number }>()
  for (const plan of plans) {
    const own = new Map(partsIn(plan).map(part => [keyOf(part), part]))
    for (const [key, part] of own) {
      const found = counted.get(key)
      if (found === undefined) counted.set(key, { ...part, plans: 1 })
      else found.plans += 1
    }
  }
  return [...counted.values()].toSorted((a, b) => b.plans - a.plans)
}

const keyOf = ({ subjectArea = '', unit }: BulkPart) => `${codeKey(unit)} ${codeKey(subjectArea)}`

function partsIn({ commonUnits = [], vocationalUnits = [] }: StoredPlan): BulkPart[] {
  return [
    ...vocationalUnits.map(unit => ({ unit: unit.unitCode })),
    ...commonUnits.flatMap(unit =>
      unit.subjectAreas.map(area => ({ unit: unit.unitCode, subjectArea: area.subjectAreaCode })),
    ),
  ]
}
