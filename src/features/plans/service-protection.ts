import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { findProtection, studentAccess } from '../students/public.ts'
import type { Finding } from './contract.ts'
import type { PlanFormation } from './contract-formation.ts'
import type { PlanPageRow } from './queries.ts'
import { isPlanMasked } from './queries-protection.ts'
import type { PlanChange } from './rules-difference.ts'
import { hiddenMark, maskAt, maskContacts, maskPlan } from './rules-protection.ts'
import type { Tree } from './rules-tree.ts'

/** The page of a plan as a reader has it who has not looked behind the turvakielto. */
export function maskedPage(row: PlanPageRow): PlanPageRow {
  const conflicts = JSON.parse(row.conflicts_text) as readonly MaskedPlace[]
  return {
    ...row,
    called_name: null,
    family_name: null,
    // Whoever writes a plan is mostly the student's teacher.
    author_name: null,
    body_text: JSON.stringify(maskPlan(JSON.parse(row.body_text) as Tree)),
    contacts_text: JSON.stringify(maskContacts(JSON.parse(row.contacts_text))),
    conflicts_text: JSON.stringify(conflicts.map(maskValues)),
    study_right:
      row.study_right && (maskPlan(row.study_right as unknown as Tree) as unknown as typeof row.study_right),
  }
}

/** Nobody edits what they have not seen; who may look behind the turvakielto is told so. */
export function maskedActions(permitted: readonly string[], actor: Actor): string[] {
  const reveal = studentAccess.reveal.mayEver(actor) ? ['reveal'] : []
  return [...permitted.filter(action => action !== 'update'), ...reveal]
}

interface MaskedPlace {
  readonly pointer: string
  readonly base?: Tree
  readonly register?: Tree
  readonly here?: Tree
  readonly before?: Tree
  readonly after?: Tree
}

const values = ['base', 'register', 'here', 'before', 'after'] as const

/** A conflict or a change, with its values masked as their place demands. */
export function maskValues<Place extends object>(place: Place): Place {
  const { pointer } = place as unknown as MaskedPlace
  const masked = values.flatMap(key => {
    const value = (place as unknown as MaskedPlace)[key]
    return value === undefined ? [] : [[key, maskAt(pointer, value)] as const]
  })
  return { ...place, ...Object.fromEntries(masked) }
}

/** A fix may hold a value of the plan; without it the finding is as useful. */
export function maskFindings<F extends Finding>(findings: readonly F[]): F[] {
  return findings.map(({ fix: _fix, ...finding }) => finding as unknown as F)
}

interface ShownVersion {
  readonly changes: readonly PlanChange[]
  readonly author: { readonly source: string; readonly name?: string }
}

/** A version without its author's name, with its changes masked; the reason is free text, in which a place may be named. */
export function maskVersion<Version extends ShownVersion>(
  version: Version & { readonly reason?: string },
): Version {
  const reason = version.reason === undefined ? {} : { reason: hiddenMark }
  const author = { source: version.author.source }
  return { ...version, ...reason, author, changes: version.changes.map(maskValues) }
}

/** How the plan's units form the qualification; what a local unit is called is hidden there too. */
export function maskFormation({ judged, ...formation }: PlanFormation): PlanFormation {
  if (judged === undefined) return formation
  const parts = Object.entries(judged.parts).map(
    ([key, part]) => [key, part.name === undefined ? part : { ...part, name: hiddenMark }] as const,
  )
  return { ...formation, judged: { ...judged, parts: Object.fromEntries(parts) } }
}

/** Whether the student's plan is masked to the actor. */
export async function isMasked(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  studentId: string | null,
): Promise<boolean> {
  if (studentId === null || actor.kind !== 'person') return false
  return (await findProtection(transaction, actor, today, studentId))?.masked ?? false
}

/** Nobody saves what they have not seen: the marks would be saved in place of the names. @throws AppError */
export async function demandUnmaskedPlan(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  planId: string,
): Promise<void> {
  if (actor.kind === 'person' && (await isPlanMasked(transaction, actor, today, planId)))
    throw new AppError('plans.protected', 403)
}
