import { createHash } from 'node:crypto'
import type { Plan } from '../../features/plans/contract.ts'

/**
 * The national GET gives every part a `module-id`. It is derived from the plan and from what names the part in it, so
 * that a part keeps its id when the plan is sent again: links to it stay alive, and nothing needs to be stored.
 */
type Part = { readonly moduleId?: string; readonly [key: string]: unknown }

/** Lists whose members carry a module id, and what names a member. */
const named: Readonly<Record<string, readonly string[]>> = {
  vocationalUnits: ['unitCode'],
  localUnits: ['amosaaId', 'name'],
  commonUnits: ['unitCode'],
  priorVocationalUnits: ['unitCode'],
  priorLocalUnits: ['amosaaId', 'name'],
  priorCommonUnits: ['unitCode'],
  subjectAreas: ['subjectAreaCode'],
  learningPeriods: ['identifier', 'start'],
  demonstrations: ['start'],
}

/** The plan with a module id on every part that lacks one. `eid` is the plan's own public identifier. */
export function withModuleIds(plan: Plan, eid: string): Plan {
  return below(plan, eid) as Plan
}

function below(value: object, path: string): object {
  const members = Object.entries(value).map(([key, member]: [string, unknown]) => {
    if (Array.isArray(member) && Object.hasOwn(named, key)) return [key, list(key, member, `${path}/${key}`)]
    return [key, member]
  })
  return Object.fromEntries(members)
}

function list(key: string, members: readonly Part[], path: string): unknown[] {
  const seen = new Map<string, number>()
  return members.map(member => {
    // A demonstration names its subject areas by a bare code: those are references, not parts.
    if (key === 'subjectAreas' && member.subjectAreaCode === undefined) return member
    const name = (named[key] ?? []).map(one => String(member[one] ?? '')).join(' ')
    const occurrence = seen.get(name) ?? 0
    seen.set(name, occurrence + 1)
    const place = `${path}:${name}:${occurrence}`
    return { moduleId: member.moduleId ?? uuidOf(place), ...below(member, place) }
  })
}

/** A UUID version 8 (RFC 9562) of the digest of the text. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
