import type { Finding, Plan } from '../../features/plans/contract.ts'
import { toNational } from './codec.ts'
import { decoder } from './codec-compile.ts'
import { examine } from './codec-examine.ts'
import { toEnglishPointer } from './pointers.ts'

const method = 'post-virkailija'

/**
 * What the national schema refuses in the single values of a plan that a person edits: codes, identifiers, dates,
 * amounts. Pointers are into our plan. Members that the register adds by itself are no fault of the person's.
 */
export function formFaults(plan: Plan): Finding[] {
  const national = toNational(plan)
  if (decoder(method)(national) !== undefined) return []
  const { findings } = examine(national, method)
  return findings
    .filter(finding => finding.code !== 'refused-key')
    .map(finding => ({ ...finding, pointer: toEnglishPointer(finding.pointer) }))
}
