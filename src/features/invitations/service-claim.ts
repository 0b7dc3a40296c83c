import { type AuditContext, record } from '../../platform/audit/audit.ts'
import { hashOf, readLinkText, sameHash } from '../../platform/auth/credentials.ts'
import type { Database } from '../../platform/db/database.ts'
import { type WriteTransaction, write } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { Uuid } from '../../platform/ids.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { guardiansOf } from '../guardians/public.ts'
import { guardianPersons, linkGuardian } from '../guardianship/public.ts'
import { lockStudent } from '../students/public.ts'
import { invitationClaimed, invitationTurnedAway } from './audit.ts'
import { findInvitation, type StoredInvitation, saveClaim } from './queries.ts'
import {
  ensureSubject,
  findStudentToInvite,
  findSubject,
  giveRole,
  type StudentToInvite,
  studentPersons,
} from './queries-invited.ts'
import {
  type Claimed,
  deadLink,
  type InvitedGuardian,
  type KnownPerson,
  matchGuardian,
  matchStudent,
  stateOf,
  type Verdict,
} from './rules.ts'

/** Who has signed in by a link, as the OpenID provider tells. */
export interface Claimant {
  readonly issuer: string
  readonly subject: string
  readonly language: Language | undefined
  readonly claimed: Claimed
}

export interface ClaimMoment {
  readonly now: Date
  readonly today: PlainDate
  readonly requestId: string
}

export interface ClaimOutcome {
  /** `waiting`: staff must say whether it is the one who was invited. */
  readonly outcome: 'accepted' | 'waiting'
  readonly providerId: Uuid
}

type Result = { readonly outcome: ClaimOutcome['outcome'] } | { readonly refused: string }

/** One sign-in by one invitation, which is locked. */
interface Claim {
  readonly transaction: WriteTransaction
  readonly invitation: StoredInvitation
  readonly claimant: Claimant
  readonly audit: AuditContext
  readonly today: PlainDate
}

/**
 * What comes of signing in by a link. A refusal is audited before it is told, and leaves the invitation as it was: so
 * whoever it was meant for can still use it.
 *
 * @throws AppError with the reason when nothing was given.
 */
export async function claimInvitation(
  database: Database,
  token: string,
  claimant: Claimant,
  { now, requestId, today }: ClaimMoment,
): Promise<ClaimOutcome> {
  const link = readLinkText(token)
  if (link === undefined) throw new AppError('invitations.unknown', 404)
  const { providerId } = link
  const actor = { kind: 'system', source: 'invitation', providerId } as const
  const result = await write(database, providerId, async (transaction): Promise<Result> => {
    const invitation = await findInvitation(transaction, link.id, 'lock')
    if (invitation === undefined) return { refused: 'unknown' }
    const claim = { transaction, invitation, claimant, audit: { actor, now, requestId }, today }
    // Two invitations of one student, used at once: the later one must see what the earlier gave.
    await lockStudent(transaction, invitation.studentId)
    const known = sameHash(invitation.secretHash, hashOf(link.secret))
    return known ? use(claim) : turnAway(claim, 'unknown')
  })
  if ('refused' in result)
    throw new AppError(`invitations.${result.refused}`, result.refused === 'unknown' ? 404 : 403)
  return { ...result, providerId }
}

async function use(claim: Claim): Promise<Result> {
  const { audit, claimant, invitation } = claim
  const same = invitation.claimIssuer === claimant.issuer && invitation.claimSubject === claimant.subject
  const state = stateOf(invitation, audit.now)
  const fault = deadLink(state, same)
  if (fault !== undefined) return turnAway(claim, fault)
  if (state === 'accepted') return { outcome: 'accepted' }
  if (state === 'waiting') return { outcome: 'waiting' }
  const student = await findStudentToInvite(claim.transaction, invitation.studentId)
  if (student === undefined) return turnAway(claim, 'unknown')
  const verdict = await match(claim, student)
  if (verdict.outcome === 'refuse') return turnAway(claim, verdict.code)
  return verdict.outcome === 'accept' ? accept(claim) : waitForStaff(claim)
}

async function match(claim: Claim, student: StudentToInvite): Promise<Verdict> {
  const { audit, claimant, invitation, today, transaction } = claim
  const { providerId } = audit.actor
  const { person } = await knownAs(transaction, providerId, invitation, claimant)
  if (invitation.guardianId === null) return matchStudent(claimant.claimed, student, person)
  const guardian = await guardianOf(transaction, student.studentId, invitation.guardianId)
  return matchGuardian(claimant.claimed, guardian, { today, studentId: student.studentId, person })
}

/** What is known of who signed in, towards the student and the place they were invited to. */
export async function knownAs(
  transaction: WriteTransaction,
  providerId: string,
  { guardianId, studentId }: Pick<StoredInvitation, 'guardianId' | 'studentId'>,
  subject: Pick<Claimant, 'issuer' | 'subject'>,
): Promise<{ readonly personId: Uuid | undefined; readonly person: KnownPerson }> {
  const known = await findSubject(transaction, providerId, subject)
  const linked = await guardianPersons(transaction, studentId)
  const inPlace =
    guardianId === null
      ? await studentPersons(transaction, providerId, studentId)
      : linked.filter(one => one.guardianId === guardianId).map(one => one.personId)
  const person = {
    ownStudentId: known?.ownStudentId,
    guards: linked.some(one => one.personId === known?.personId),
    placeTaken: inPlace.some(id => id !== known?.personId),
  }
  return { personId: known?.personId, person }
}

const nobody: InvitedGuardian = { name: null, email: null, custody: false, endsOn: null }

export async function guardianOf(
  transaction: WriteTransaction,
  studentId: string,
  guardianId: string,
): Promise<InvitedGuardian> {
  const guardians = await guardiansOf(transaction, [studentId])
  return guardians.find(one => one.id === guardianId) ?? nobody
}

async function accept(claim: Claim): Promise<Result> {
  const personId = await giveInvited(claim.transaction, claim.audit, claim.invitation, {
    ...{ issuer: claim.claimant.issuer, subject: claim.claimant.subject },
    ...{ name: claim.claimant.claimed.names[0], language: claim.claimant.language },
  })
  if (personId === undefined) return turnAway(claim, 'other-student')
  await remember(claim, 'accepted', personId)
  return { outcome: 'accepted' }
}

async function waitForStaff(claim: Claim): Promise<Result> {
  await remember(claim, 'waiting', null)
  return { outcome: 'waiting' }
}

async function remember(claim: Claim, state: 'accepted' | 'waiting', personId: Uuid | null): Promise<void> {
  const { audit, claimant, invitation, transaction } = claim
  const { claimed, issuer, subject } = claimant
  const row = { state, at: audit.now, issuer, subject, name: claimed.names[0] ?? null, personId }
  await saveClaim(transaction, invitation.id, row)
  const details = { kind: invitation.kind, outcome: state === 'accepted' ? 'accept' : 'wait' } as const
  await record(transaction, audit, invitationClaimed, { ...about(invitation), details })
}

async function turnAway(claim: Claim, reason: string): Promise<Result> {
  const { audit, invitation, transaction } = claim
  const details = { kind: invitation.kind, reason }
  await record(transaction, audit, invitationTurnedAway, { ...about(invitation), details })
  return { refused: reason }
}

const about = ({ id, studentId }: StoredInvitation) => ({ targetId: id, studentId })

/**
 * Gives the person what they were invited to; the same whether the claims told who they are or staff confirmed it.
 * Undefined where they are another student at this provider.
 */
export async function giveInvited(
  transaction: WriteTransaction,
  audit: AuditContext,
  invitation: StoredInvitation,
  told: {
    readonly issuer: string
    readonly subject: string
    readonly name: string | undefined
    readonly language: Language | undefined
  },
): Promise<Uuid | undefined> {
  const { providerId } = audit.actor
  const { guardianId, kind, studentId } = invitation
  const { issuer, language = 'fi', name = told.subject, subject } = told
  const personId = await ensureSubject(transaction, { issuer, subject, name, language })
  const role = { personId, providerId, role: kind, studentId: guardianId === null ? studentId : null }
  if (!(await giveRole(transaction, role))) return undefined
  if (guardianId !== null) {
    const by = audit.actor.id ?? null
    const row = { providerId, personId, studentId, guardianId, now: audit.now, by }
    await linkGuardian(transaction, row)
  }
  return personId
}
