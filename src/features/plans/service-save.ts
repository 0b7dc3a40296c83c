import { type AuditContext, auditRow } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { newId } from '../../platform/ids.ts'
import type { JobSender } from '../../platform/jobs/jobs.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { matchesErased } from '../contacts/public.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import { planSaved } from './audit.ts'
import type { Finding, Plan } from './contract.ts'
import { planWasSaved } from './jobs.ts'
import type { PlanRecord, StoredContact, UnknownMember } from './queries.ts'
import { moveProjections } from './queries-projections.ts'
import { insertContacts, moveConflicts, type NewVersion, updatePlan } from './queries-save.ts'
import type { PlanReference } from './rules.ts'
import { checkPlan } from './rules.ts'
import {
  attachContacts,
  type ContactContent,
  type DetachedContact,
  detachContacts,
  type KnownContact,
  type StoredPlan,
} from './rules-contacts.ts'
import { difference, type PlanChange } from './rules-difference.ts'
import { movedPlace, movedPointer } from './rules-moves.ts'
import { type Projections, projectionsOf } from './rules-projection.ts'
import { sameTree, type Tree } from './rules-tree.ts'

/** What every change of a plan is given. */
export interface SaveContext {
  readonly transaction: WriteTransaction
  readonly audit: AuditContext
  readonly today: PlainDate
  readonly jobs: JobSender
  /** The reference data that the rules may ask, for the qualification of a study right. */
  readonly referenceFor: (studyRight: StudyRight | null) => PlanReference
  /** What is wrong with the form of single values, as the national schema sees it. */
  readonly formFaults: FormFaults
  /** Refuses to approve a plan while somebody's approval lacks that the provider demands; the app hands it over. */
  readonly demandApprovals?: DemandApprovals
}

export type DemandApprovals = (
  transaction: WriteTransaction,
  about: { readonly planId: string; readonly today: PlainDate },
) => Promise<void>

export type FormFaults = (plan: Plan) => readonly Finding[]

export interface SavedPlan {
  readonly id: string
  readonly hoksId: number
  readonly version: number
  readonly findings: readonly Finding[]
}

/** Contacts of a plan as the detaching rule wants them: with the erased, so that they are not brought back. */
export function knownContacts(contacts: readonly StoredContact[]): KnownContact[] {
  return contacts.map(({ id, kind, content, erased_salt, erased_fingerprint }) => {
    if (erased_salt === null || erased_fingerprint === null) return { id, kind, content }
    const mark = {
      salt: Buffer.from(erased_salt, 'hex'),
      fingerprint: Buffer.from(erased_fingerprint, 'hex'),
    }
    return { id, kind, content, wasErased: matchesErased(kind, mark) }
  })
}

export function detach(
  plan: Plan,
  known: readonly StoredContact[],
): { body: StoredPlan; contacts: DetachedContact[] } {
  return detachContacts(plan, knownContacts(known), newId)
}

/** The plan with the names in place, of which some are new and not stored yet. */
export function attach(body: StoredPlan, contacts: Iterable<Pick<KnownContact, 'id' | 'content'>>): Plan {
  const byId = new Map<string, ContactContent | null>()
  for (const contact of contacts) byId.set(contact.id, contact.content)
  return attachContacts(body, byId)
}

/** A body ready to be stored: what it refers to, what the rules say of it, what others look up in it. */
export interface Prepared {
  readonly body: StoredPlan
  readonly contacts: readonly DetachedContact[]
  readonly findings: readonly Finding[]
  readonly projections: Projections
}

/** Everything there is to tell of a plan: faults of form, and what the rules find. */
export function findingsOf(
  plan: Plan,
  studyRight: StudyRight | null,
  { today, referenceFor, formFaults }: Pick<SaveContext, 'today' | 'referenceFor' | 'formFaults'>,
): Finding[] {
  return [...formFaults(plan), ...checkPlan(plan, { studyRight, today, reference: referenceFor(studyRight) })]
}

export function prepare(
  context: SaveContext,
  plan: Plan,
  detached: { readonly body: StoredPlan; readonly contacts: readonly DetachedContact[] },
  studyRight: StudyRight | null,
): Prepared {
  const findings = findingsOf(plan, studyRight, context)
  return { ...detached, findings, projections: projectionsOf(detached.body) }
}

/**
 * Stores the next version of a plan with its history, projections, audit and job, all in one transaction.
 * Answers undefined when nothing changed: no version is made of nothing.
 */
export async function saveNext(
  context: SaveContext,
  current: PlanRecord,
  next: Prepared & {
    readonly unknownMembers?: PlanRecord['unknown_members']
    readonly reason: string | null
  },
): Promise<SavedPlan | undefined> {
  const { transaction, audit } = context
  const made = nextOf(context, current, next)
  if (made === undefined) return undefined
  const { version } = made
  // The contacts are checked against the plan at commit, so their order does not matter; all go out at once.
  const event = auditRow(audit, planSaved, {
    details: { version: version.version, source: version.source, changes: version.changes.length },
  })
  const [stored] = await settleAll([
    updatePlan(transaction, version, event),
    ...storeAround(context, version, next, projectionsOf(current.body)),
    ...made.follow(transaction),
  ])
  // The row was locked when it was loaded, so nobody can have come between.
  if (stored !== true) throw new Error('A locked plan was saved by somebody else')
  return { id: current.id, hoksId: current.hoks_id, version: version.version, findings: next.findings }
}

/** The next version of a plan, and what follows its parts; undefined when nothing changed. */
export function nextOf(
  context: SaveContext,
  current: PlanRecord,
  next: Parameters<typeof saveNext>[2],
): { readonly version: NewVersion; follow(transaction: WriteTransaction): Promise<void>[] } | undefined {
  const [before, after] = [current.body as Tree, next.body as Tree]
  const unknownMembers = next.unknownMembers ?? movedMembers(before, after, current.unknown_members)
  const changes = difference(before, after)
  const sameUnknown = sameTree(asTree(unknownMembers), asTree(current.unknown_members ?? []))
  if (changes.length === 0 && sameUnknown) return undefined
  const version = versionOf(context, next, {
    planId: current.id,
    version: current.version + 1,
    studentId: current.student_id,
    unknownMembers,
    reason: next.reason,
    changes,
  })
  return { version, follow: transaction => followParts(transaction, before, after, current.conflicts) }
}

/** Members that nobody here understands go where their part goes, and with it when it is taken away. */
function movedMembers(before: Tree, after: Tree, members: PlanRecord['unknown_members']): UnknownMember[] {
  return (members ?? []).flatMap(member => {
    const pointer = movedPointer(before, after, member.pointer)
    return pointer === undefined ? [] : [{ ...member, pointer }]
  })
}

function followParts(
  transaction: WriteTransaction,
  before: Tree,
  after: Tree,
  conflicts: PlanRecord['conflicts'],
): Promise<void>[] {
  const moved = conflicts.flatMap(({ id, pointer }) => {
    const place = movedPlace(before, after, pointer)
    return place === pointer ? [] : [{ id, pointer: place }]
  })
  return moved.length === 0 ? [] : [moveConflicts(transaction, moved)]
}

const asTree = (value: unknown): Tree => (value ?? null) as Tree

/** What is stored beside the plan and its version. */
export function storeAround(
  context: SaveContext,
  version: NewVersion,
  next: Prepared,
  before: Projections | undefined,
): Promise<unknown>[] {
  const { transaction } = context
  const owner = { providerId: version.providerId, planId: version.planId, at: version.savedAt }
  const fresh = next.contacts.filter(contact => contact.isNew)
  return [
    ...(fresh.length > 0 ? [insertContacts(transaction, owner, fresh)] : []),
    ...moveProjections(transaction, owner.providerId, [
      { planId: owner.planId, before, next: next.projections },
    ]),
    context.jobs.send(transaction, planWasSaved, { providerId: owner.providerId, planIds: [owner.planId] }),
  ]
}

export function versionOf(
  context: SaveContext,
  next: Prepared,
  about: {
    readonly planId: string
    readonly version: number
    readonly studentId: string | null
    readonly unknownMembers: PlanRecord['unknown_members']
    readonly reason: string | null
    readonly changes: readonly PlanChange[]
  },
): NewVersion {
  const { actor, now } = context.audit
  return {
    ...about,
    providerId: actor.providerId,
    body: next.body,
    findings: next.findings,
    codes: next.projections.codes,
    checkedOn: context.today,
    savedAt: now,
    authorKind: actor.kind,
    authorId: actor.id ?? null,
    source: actor.kind === 'person' ? 'here' : actor.source,
  }
}

/**
 * Waits for all of them, also when one fails: a statement still under way must not run into the rollback of its own
 * transaction. Then the first failure is thrown.
 */
export async function settleAll<T extends readonly unknown[]>(
  statements: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  const results: PromiseSettledResult<unknown>[] = await Promise.allSettled(statements)
  return results.map(result => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  }) as unknown as T
}
