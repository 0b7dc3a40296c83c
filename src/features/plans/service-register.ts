import { AppError } from '../../platform/http/error.ts'
import { newId } from '../../platform/ids.ts'
import type { Plan } from './contract.ts'
import { findPlan, type PlanKey, type PlanRecord } from './queries.ts'
import { insertConflicts, insertContacts, type SentBody, upsertSource } from './queries-save.ts'
import type { DetachedContact, StoredPlan } from './rules-contacts.ts'
import { type MasterPart, masterPartOf } from './rules-master.ts'
import { type MergeConflict, mergePlans } from './rules-merge.ts'
import { sameTree, type Tree } from './rules-tree.ts'
import {
  attach,
  detach,
  prepare,
  type SaveContext,
  type SavedPlan,
  saveNext,
  settleAll,
} from './service-save.ts'

export interface RegisterContext extends SaveContext {
  /** The provider's word on who decides when both changed the same thing. */
  readonly masterOf: (part: MasterPart) => 'register' | 'here'
}

export interface Sending {
  readonly plan: Plan
  readonly unknownMembers?: PlanRecord['unknown_members']
  /** The version that the register says it knows; without it the sending is merged. */
  readonly knownVersion?: number | undefined
}

/**
 * A register sends a whole plan. With the version that it knew, its plan replaces ours. Without it, its plan is
 * compared with what it sent last: what was edited here since is kept, and where both changed the same thing the
 * conflict keeps both versions.
 *
 * @throws AppError plans.not-found, plans.version-conflict, plans.other-study-right, plans.other-student
 */
export async function replaceFromRegister(
  context: RegisterContext,
  key: PlanKey,
  sending: Sending,
): Promise<SavedPlan> {
  const current = await loadForRegister(context, key)
  const plan = keptOids(current, sending.plan)
  demandVersion(current, sending.knownVersion)
  demandSameOids(current, plan)
  const sent = detach(plan, current.contacts)
  const { merged, conflicts } =
    sending.knownVersion === undefined
      ? mergePlans({
          base: current.last_sent ?? undefined,
          theirs: sent.body,
          ours: current.body,
          master: part => context.masterOf(masterPartOf(part)),
        })
      : { merged: sent.body, conflicts: [] }
  const whole = attach(merged, [...current.contacts, ...sent.contacts])
  const prepared = prepare(context, whole, { body: merged, contacts: sent.contacts }, current.study_right)
  const saved = await saveNext(context, current, {
    ...prepared,
    ...(sending.unknownMembers ? { unknownMembers: sending.unknownMembers } : {}),
    reason: null,
  })
  // Where ours was taken everywhere there is no new version; what was sent, and its people, is kept all the same.
  if (saved === undefined) await keepContacts(context, current, sent.contacts)
  const stands = { version: saved?.version ?? current.version, body: saved ? merged : current.body }
  await remember(context, current, sentAs(sent.body, stands), conflicts)
  return saved ?? unchanged(current, prepared)
}

function keepContacts(
  { transaction, audit }: RegisterContext,
  current: PlanRecord,
  contacts: readonly DetachedContact[],
): Promise<void> {
  const owner = { providerId: audit.actor.providerId, planId: current.id, at: audit.now }
  return insertContacts(
    transaction,
    owner,
    contacts.filter(contact => contact.isNew),
  )
}

/**
 * A register changes the head of a plan; what it leaves out stays.
 * @throws as replaceFromRegister
 */
export async function patchFromRegister(
  context: RegisterContext,
  key: PlanKey,
  patch: { readonly plan: Partial<Plan>; readonly knownVersion?: number | undefined },
): Promise<SavedPlan> {
  const current = await loadForRegister(context, key)
  demandVersion(current, patch.knownVersion)
  demandSameOids(current, patch.plan)
  const plan = { ...attach(current.body, current.contacts), ...patch.plan }
  const next = detach(plan, current.contacts)
  const prepared = prepare(context, plan, next, current.study_right)
  const saved = await saveNext(context, current, { ...prepared, reason: null })
  // Of what a register patches it has sent the rest before, or another one has: that stays its base.
  if (current.last_sent !== null) {
    const lastSent = { ...attach(current.last_sent, current.contacts), ...patch.plan }
    const sent = detach(lastSent, [...current.contacts, ...next.contacts].map(asStored))
    await remember(context, current, { body: sent.body }, [])
  }
  return saved ?? unchanged(current, prepared)
}

type AnyContact = Parameters<typeof detach>[1][number]
const asStored = (contact: Pick<AnyContact, 'id' | 'kind' | 'content'>): AnyContact => ({
  erased_at: null,
  erased_salt: null,
  erased_fingerprint: null,
  ...contact,
})

async function loadForRegister(context: RegisterContext, key: PlanKey): Promise<PlanRecord> {
  const { actor } = context.audit
  const source = actor.kind === 'person' ? '' : actor.source
  const current = await findPlan(context.transaction, key, { source, lock: true })
  if (current === undefined) throw new AppError('plans.not-found', 404)
  return current
}

/** The national service keeps these three when a PUT leaves them out; so do we, or a register would lose them. */
function keptOids(current: PlanRecord, plan: Plan): Plan {
  const before = attach(current.body, current.contacts)
  const kept = {
    studentOid: current.student_oid,
    studyRightOid: current.study_right_oid,
    ...(before.phone === undefined ? {} : { phone: before.phone }),
    ...(before.preparatoryStudyRightOid === undefined
      ? {}
      : { preparatoryStudyRightOid: before.preparatoryStudyRightOid }),
  }
  return { ...kept, ...plan }
}

function demandVersion(current: PlanRecord, known: number | undefined): void {
  if (known === undefined || known === current.version) return
  throw versionConflict(current)
}

/** Told to whoever saves over a version that they have not seen. */
export function versionConflict(current: PlanRecord): AppError {
  return new AppError('plans.version-conflict', 409, {
    params: { version: current.version },
    more: {
      version: current.version,
      savedAt: current.saved_at.toISOString(),
      savedBy: { source: current.source, ...(current.author_name ? { name: current.author_name } : {}) },
    },
  })
}

function demandSameOids(current: PlanRecord, plan: Partial<Plan>): void {
  const rightOid = plan.studyRightOid
  if (rightOid !== undefined && rightOid !== current.study_right_oid) {
    const params = { from: current.study_right_oid, to: rightOid }
    throw new AppError('plans.other-study-right', 400, { params, pointer: '/studyRightOid' })
  }
  const studentOid = plan.studentOid
  if (studentOid !== undefined && studentOid !== current.student_oid) {
    const params = { student: studentOid, studyRight: current.study_right_oid }
    throw new AppError('plans.other-student', 400, { params, pointer: '/studentOid' })
  }
}

/** A body that stands as a version is not kept twice. */
function sentAs(body: StoredPlan, stands: { readonly version: number; readonly body: StoredPlan }): SentBody {
  return sameTree(body as Tree, stands.body as Tree) ? { version: stands.version } : { body }
}

async function remember(
  context: RegisterContext,
  current: PlanRecord,
  sent: SentBody,
  conflicts: readonly MergeConflict[],
): Promise<void> {
  const { transaction, audit } = context
  const { providerId } = audit.actor
  const source = audit.actor.kind === 'person' ? 'here' : audit.actor.source
  const owner = { providerId, planId: current.id, source, at: audit.now }
  const rows = conflicts.map(conflict => ({
    id: newId(audit.now.getTime()),
    pointer: conflict.pointer,
    base: conflict.base,
    register: conflict.theirs,
    here: conflict.ours,
    taken: conflict.taken === 'theirs' ? ('register' as const) : ('here' as const),
  }))
  await settleAll([upsertSource(transaction, { ...owner, sent }), insertConflicts(transaction, owner, rows)])
}

const unchanged = (current: PlanRecord, prepared: { findings: SavedPlan['findings'] }): SavedPlan => ({
  id: current.id,
  hoksId: current.hoks_id,
  version: current.version,
  findings: prepared.findings,
})
