import type { System } from '../../platform/access/actor.ts'
import { type AuditContext, record } from '../../platform/audit/audit.ts'
import { hashOf, linkTextOf, newSecret } from '../../platform/auth/credentials.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { instantIn } from '../../platform/time/helsinki.ts'
import { addDays, type PlainDate, plainDateOf } from '../../platform/time/plain-date.ts'
import type { PathView } from '../paths/contract.ts'
import { type PathDependencies, pathViewOf } from '../paths/public.ts'
import { lockStudent } from '../students/public.ts'
import { shareMade } from './audit.ts'
import type { NewShare, Share, ShareList, ShareMade } from './contract.ts'
import {
  countOpen,
  findSharedPlan,
  findSharer,
  insertShare,
  type SharedPlan,
  type StoredShare,
  sharesOf,
} from './queries.ts'
import { dayFault, lastDayOf, missingPart, openAtMost, partsInOrder, stateOf } from './rules.ts'

export interface Moment {
  readonly providerId: Uuid
  readonly today: PlainDate
  readonly language: Language
}

export interface SharedPath {
  readonly view: PathView
  readonly plan: SharedPlan
  readonly protected: boolean
}

/**
 * The path behind a link as it is now; masked wherever there is a turvakielto, even if it came after the link. Undefined
 * where the student or the plan is no more.
 */
export async function sharedPath(
  transaction: ReadTransaction,
  { language, providerId, today }: Moment,
  { planId, studentId }: Pick<StoredShare, 'planId' | 'studentId'>,
  dependencies: PathDependencies,
): Promise<SharedPath | undefined> {
  const sharer = await findSharer(transaction, studentId)
  const plan = await findSharedPlan(transaction, planId, studentId)
  if (sharer === undefined || plan === undefined) return undefined
  const actor: System = { kind: 'system', source: 'share', providerId }
  const reader = { actor, today, language, asGuardian: true }
  const wanted = { studentId, studyRight: plan.studyRightOid }
  const view = await pathViewOf(transaction, reader, wanted, dependencies)
  return { view, plan, protected: sharer.protected }
}

/**
 * Makes a link to chosen parts of the student's own path.
 * @throws AppError when the day or a part is none that can be shared, or too many links open already.
 */
export async function makeShare(
  transaction: WriteTransaction,
  audit: AuditContext,
  moment: Moment,
  wanted: NewShare & { readonly studentId: string },
  { dependencies, publicUrl }: { readonly dependencies: PathDependencies; readonly publicUrl: string },
): Promise<ShareMade> {
  const { lastDay, planId, studentId } = wanted
  const fault = dayFault(lastDay, moment.today)
  if (fault !== undefined) throw new AppError(`shares.${fault}`, 400, { pointer: '/lastDay' })
  const recipient = wanted.recipient.trim()
  if (recipient === '') throw new AppError('shares.no-recipient', 400, { pointer: '/recipient' })
  await lockStudent(transaction, studentId)
  if ((await countOpen(transaction, studentId, audit.now)) >= openAtMost)
    throw new AppError('shares.too-many', 409, { params: { most: openAtMost } })
  const path = await sharedPath(transaction, moment, { planId, studentId }, dependencies)
  if (path === undefined) throw new AppError('request.not-found', 404)
  const parts = partsInOrder(wanted.parts)
  if (missingPart(parts, path.view)) throw new AppError('shares.part-gone', 409, { pointer: '/parts' })
  const id = newId(audit.now.getTime())
  const secret = newSecret()
  const { providerId } = moment
  await insertShare(transaction, {
    ...{ providerId, id, studentId, planId, parts, recipient, secretHash: hashOf(secret) },
    madeAt: audit.now,
    madeBy: audit.actor.id ?? null,
    expiresAt: instantIn(addDays(plainDateOf(lastDay), 1), 0),
  })
  const details = { parts: parts.length, to: lastDay }
  await record(transaction, audit, shareMade, { targetId: id, studentId, details })
  return { id, link: `${publicUrl}/shared/${linkTextOf({ providerId, id, secret })}` }
}

/** What a student has shared, and when it was opened. */
export async function ownShares(
  transaction: ReadTransaction,
  studentId: string,
  today: PlainDate,
): Promise<ShareList> {
  const sharer = await findSharer(transaction, studentId)
  const rows = await sharesOf(transaction, studentId)
  const items = rows.map(
    (row): Share => ({
      ...{ id: row.id, planId: row.planId, recipient: row.recipient, parts: [...row.parts] },
      state: stateOf(row, today),
      madeAt: row.madeAt.toISOString(),
      lastDay: lastDayOf(row),
      openings: row.openings.map(at => at.toISOString()),
      opened: row.opened,
    }),
  )
  return { items, protected: sharer?.protected === true }
}
