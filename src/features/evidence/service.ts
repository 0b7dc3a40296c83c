import type { Actor } from '../../platform/access/actor.ts'
import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { newId } from '../../platform/ids.ts'
import type { JobSender } from '../../platform/jobs/jobs.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { findProtection, lockStudent } from '../students/public.ts'
import { evidenceAccess } from './access.ts'
import { evidenceAdded, evidenceChanged, evidenceRead, evidenceWithdrawn } from './audit.ts'
import {
  type Evidence,
  type EvidenceChange,
  type EvidenceContent,
  type EvidenceList,
  evidenceAtMost,
} from './contract.ts'
import { filesErase } from './jobs.ts'
import {
  countEvidence,
  type EvidenceRow,
  evidenceByIds,
  evidenceOf,
  insertEvidence,
  lockEvidence,
  updateEvidence,
  withdrawEvidence,
} from './queries.ts'
import { eraseFiles } from './queries-files.ts'
import { evidenceFault, trimmed } from './rules.ts'

export interface EvidenceContext {
  readonly audit: AuditContext
  readonly actor: Actor
  readonly today: PlainDate
  readonly studentId: string
}

/**
 * The student is there, and the actor may do this to theirs.
 * @throws AppError evidence.student-not-found, evidence.protected, access.forbidden
 */
export async function admit(
  transaction: ReadTransaction,
  { actor, studentId, today }: EvidenceContext,
  action: 'read' | 'update',
): Promise<void> {
  const found = await findProtection(transaction, actor, today, studentId)
  if (found === undefined) throw new AppError('evidence.student-not-found', 404)
  evidenceAccess[action].demand(actor, { studentId })
  if (found.masked) throw new AppError('evidence.protected', 403)
}

export const personIdOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.id : null)

export function shownEvidence(row: EvidenceRow): Evidence {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    ...(row.description === null ? {} : { description: row.description }),
    ...(row.organisation === null ? {} : { organisation: row.organisation }),
    ...(row.starts_on === null ? {} : { startsOn: row.starts_on }),
    ...(row.ends_on === null ? {} : { endsOn: row.ends_on }),
    version: row.version,
    createdAt: row.created_at.toISOString(),
    ...(row.author_name === null ? {} : { createdBy: row.author_name }),
    files: [...row.files],
  }
}

export async function listEvidence(
  transaction: ReadTransaction,
  context: EvidenceContext,
): Promise<EvidenceList> {
  await admit(transaction, context, 'read')
  const { actor, audit, studentId } = context
  const rows = await evidenceOf(transaction, studentId)
  await record(transaction, audit, evidenceRead, { studentId, details: { pieces: rows.length } })
  const permittedActions = evidenceAccess.permitted(actor, { studentId }).filter(one => one === 'update')
  return { items: rows.map(shownEvidence), permittedActions }
}

export async function readBack(transaction: ReadTransaction, id: string): Promise<Evidence> {
  const [row] = await evidenceByIds(transaction, [id])
  if (row === undefined) throw new Error('Evidence was written and is not there')
  return shownEvidence(row)
}

/** @throws AppError evidence.too-many, evidence.dates-reversed, evidence.starts-later */
export async function addEvidence(
  transaction: WriteTransaction,
  context: EvidenceContext,
  given: EvidenceContent,
): Promise<Evidence> {
  await admit(transaction, context, 'update')
  const { actor, audit, studentId } = context
  const content = sound(given, context)
  await lockStudent(transaction, studentId)
  if ((await countEvidence(transaction, studentId)) >= evidenceAtMost)
    throw new AppError('evidence.too-many', 409, { params: { limit: evidenceAtMost } })
  const id = newId()
  const placed = { id, now: audit.now, providerId: actor.providerId, studentId }
  await insertEvidence(transaction, placed, content, personIdOf(actor))
  await record(transaction, audit, evidenceAdded, { targetId: id, studentId, details: {} })
  return readBack(transaction, id)
}

/** @throws AppError evidence.not-found, evidence.version-conflict, evidence.dates-reversed, evidence.starts-later */
export async function changeEvidence(
  transaction: WriteTransaction,
  context: EvidenceContext,
  id: string,
  { version, ...given }: EvidenceChange,
): Promise<Evidence> {
  await admit(transaction, context, 'update')
  const content = sound(given, context)
  await standing(transaction, context, id, version)
  const { audit, studentId } = context
  await updateEvidence(transaction, id, content, audit.now)
  const details = { version: version + 1 }
  await record(transaction, audit, evidenceChanged, { targetId: id, studentId, details })
  return readBack(transaction, id)
}

/** @throws AppError evidence.not-found, evidence.version-conflict */
export async function takeBackEvidence(
  transaction: WriteTransaction,
  context: EvidenceContext,
  jobs: JobSender,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<void> {
  await admit(transaction, context, 'update')
  await standing(transaction, context, id, version)
  const { actor, audit, studentId } = context
  const used = await withdrawEvidence(transaction, id, audit.now)
  if (!used && (await eraseFiles(transaction, { evidenceId: id }, audit.now)) > 0)
    await jobs.send(transaction, filesErase, { providerId: actor.providerId })
  await record(transaction, audit, evidenceWithdrawn, { targetId: id, studentId, details: {} })
}

/** @throws AppError evidence.not-found, evidence.version-conflict */
export async function standing(
  transaction: WriteTransaction,
  { studentId }: EvidenceContext,
  id: string,
  version?: number,
): Promise<{ readonly files: number }> {
  const found = await lockEvidence(transaction, studentId, id)
  if (found === undefined) throw new AppError('evidence.not-found', 404)
  if (version !== undefined && found.version !== version) throw new AppError('evidence.version-conflict', 409)
  return found
}

function sound(given: EvidenceContent, { today }: EvidenceContext): EvidenceContent {
  const fault = evidenceFault(given, today)
  if (fault !== undefined) throw new AppError(`evidence.${fault.code}`, 400, { pointer: fault.pointer })
  return trimmed(given)
}
