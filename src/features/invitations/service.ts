import { type AuditContext, record } from '../../platform/audit/audit.ts'
import { hashOf, linkTextOf, newSecret } from '../../platform/auth/credentials.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { newId, type Uuid, uuidOf } from '../../platform/ids.ts'
import type { JobSender } from '../../platform/jobs/jobs.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { guardiansOf } from '../guardians/public.ts'
import { findProtection } from '../students/public.ts'
import { invitationMade, invitationRevoked } from './audit.ts'
import type { InvitationMade, NewInvitation } from './contract.ts'
import { sendInvitation } from './jobs.ts'
import {
  findInvitation,
  insertInvitation,
  invitationsOf,
  renewInvitation,
  revokeEarlier,
  type StoredInvitation,
  setState,
} from './queries.ts'
import { findStudentToInvite } from './queries-invited.ts'
import { actionsIn, invitationDays, mayInvite, stateOf } from './rules.ts'

export interface Sending {
  readonly jobs: JobSender
  /** Whether this installation sends mail. */
  readonly mail: boolean
  readonly publicUrl: string
}

interface Moment {
  readonly audit: AuditContext
  readonly today: PlainDate
}

type By = NewInvitation['by']
const day = 86_400_000

/** The address of the page behind a link. */
export const addressOf = (publicUrl: string, text: string): string => `${publicUrl}/invitations/${text}`

/**
 * Invites a student or a guardian, by mail or with a link to hand over. Links given before to the same one open nothing
 * from now on.
 * @throws AppError when there is no such student or guardian, or nothing may be told to them.
 */
export async function makeInvitation(
  transaction: WriteTransaction,
  { audit, today }: Moment,
  wanted: NewInvitation & { readonly studentId: string },
  sending: Sending,
): Promise<InvitationMade> {
  const { by, guardianId = null, kind, studentId } = wanted
  const email = await invitedEmail(transaction, { audit, today }, { kind, studentId, guardianId })
  demandWay(by, email, sending)
  const earlier = await invitationsOf(transaction, studentId)
  if (earlier.some(one => one.state === 'waiting' && one.guardianId === guardianId))
    throw new AppError('invitations.somebody-waits', 409)
  await revokeEarlier(transaction, { studentId, guardianId }, audit.now)
  const id = newId(audit.now.getTime())
  const { providerId } = audit.actor
  const secret = newSecret()
  const row = { providerId, id, kind, studentId, guardianId, secretHash: hashOf(secret) }
  await insertInvitation(transaction, {
    ...row,
    madeAt: audit.now,
    madeBy: audit.actor.id ?? null,
    expiresAt: expiryFrom(audit.now),
  })
  const details = { kind, by, again: false }
  await record(transaction, audit, invitationMade, { targetId: id, studentId, details })
  return handOver(transaction, { providerId, id, secret }, by, sending)
}

/** A new link in place of one that was lost or ran out; the one before opens nothing any more. */
export async function inviteAgain(
  transaction: WriteTransaction,
  { audit, today }: Moment,
  { by, id }: { readonly id: string; readonly by: By },
  sending: Sending,
): Promise<InvitationMade> {
  const invitation = await demandInvitation(transaction, id, audit.now, 'renew')
  const email = await invitedEmail(transaction, { audit, today }, invitation)
  demandWay(by, email, sending)
  const secret = newSecret()
  await renewInvitation(transaction, id, { secretHash: hashOf(secret), expiresAt: expiryFrom(audit.now) })
  const { kind, studentId } = invitation
  const details = { kind, by, again: true }
  await record(transaction, audit, invitationMade, { targetId: id, studentId, details })
  return handOver(transaction, { providerId: audit.actor.providerId, id: uuidOf(id), secret }, by, sending)
}

export async function revokeInvitation(
  transaction: WriteTransaction,
  audit: AuditContext,
  id: string,
): Promise<void> {
  const { kind, studentId } = await demandInvitation(transaction, id, audit.now, 'revoke')
  await setState(transaction, id, 'revoked', { now: audit.now, by: audit.actor.id ?? null })
  await record(transaction, audit, invitationRevoked, { targetId: id, studentId, details: { kind } })
}

/** @throws AppError when it is not there, or stands so that this cannot be done. */
export async function demandInvitation(
  transaction: WriteTransaction,
  id: string,
  now: Date,
  action: 'renew' | 'revoke' | 'decide',
): Promise<StoredInvitation> {
  const found = await findInvitation(transaction, id, 'lock')
  if (found === undefined) throw new AppError('request.not-found', 404)
  if (!actionsIn(stateOf(found, now)).includes(action)) throw new AppError('invitations.changed', 409)
  return found
}

const expiryFrom = (now: Date): Date => new Date(now.getTime() + invitationDays * day)

/** The address of the one who is invited, as the register tells it. @throws AppError when nobody may be invited. */
async function invitedEmail(
  transaction: WriteTransaction,
  { audit, today }: Moment,
  invited: Pick<StoredInvitation, 'kind' | 'studentId' | 'guardianId'>,
): Promise<string | null> {
  const { guardianId, kind, studentId } = invited
  const student = await findStudentToInvite(transaction, studentId)
  if (student === undefined) throw new AppError('request.not-found', 404)
  const protection = await findProtection(transaction, audit.actor, today, studentId)
  if (protection?.masked === true) throw new AppError('invitations.protected', 403)
  const guardians = guardianId === null ? [] : await guardiansOf(transaction, [studentId])
  const guardian = guardians.find(one => one.id === guardianId)
  if (guardianId !== null && guardian === undefined) throw new AppError('request.not-found', 404)
  if (!mayInvite(kind, guardian, today)) throw new AppError('invitations.guardian-ended', 409)
  return guardian === undefined ? student.email : guardian.email
}

function demandWay(by: By, email: string | null, { mail }: Sending): void {
  if (by === 'link') return
  if (!mail) throw new AppError('invitations.no-mail', 409)
  if (email === null) throw new AppError('invitations.no-address', 409)
}

async function handOver(
  transaction: WriteTransaction,
  link: { readonly providerId: Uuid; readonly id: Uuid; readonly secret: string },
  by: By,
  { jobs, publicUrl }: Sending,
): Promise<InvitationMade> {
  const { id, providerId } = link
  if (by === 'link') return { id, link: addressOf(publicUrl, linkTextOf(link)) }
  // The link that is mailed is made by the job: so its secret is stored nowhere on the way.
  await jobs.send(transaction, sendInvitation, { providerId, invitationId: id })
  return { id }
}
