import { setOf } from './rules.ts'

/**
 * Codes tell thousands of relations to codes of all kinds (eqf, nqf, kunta: to every school and education). Rules need how
 * qualifications, their parts and titles hang together, and the order within a set itself; the rest is not kept.
 */
const relatingSets: ReadonlySet<string> = new Set([
  'koulutus',
  'osaamisala',
  'tutkintonimikkeet',
  'tutkinnonosat',
  'ammatillisenoppiaineet',
])

/** Whether a relation between codes of the two sets is kept. */
export function keepsRelation(set: string, otherUri: string): boolean {
  const other = setOf(otherUri)
  return other === set || (relatingSets.has(set) && relatingSets.has(other))
}
