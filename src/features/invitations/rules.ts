import type { PlainDate } from '../../platform/time/plain-date.ts'
import { isGuardianOn } from '../guardians/rules.ts'
import type { InvitationAction, InvitationKind, InvitationState } from './contract.ts'

/** How long a link may be used, in days: a fortnight, so that a holiday week does not eat it. */
export const invitationDays = 14

export type StoredState = Exclude<InvitationState, 'expired'>

/** How an invitation stands: what was sent and not used in time has run out. */
export function stateOf(row: { readonly state: StoredState; readonly expiresAt: Date }, now: Date) {
  return row.state === 'sent' && row.expiresAt <= now ? 'expired' : row.state
}

/** What may be done with an invitation that stands so. */
export function actionsIn(state: InvitationState): readonly InvitationAction[] {
  if (state === 'waiting') return ['decide', 'revoke']
  if (state === 'sent') return ['renew', 'revoke']
  return state === 'expired' || state === 'revoked' || state === 'refused' ? ['renew'] : []
}

/** Who signed in, as far as the OpenID provider tells and we believe it. */
export interface Claimed {
  readonly names: readonly string[]
  readonly birthDate: string | undefined
  /** Only one that the provider has verified. */
  readonly email: string | undefined
  readonly studentOid: string | undefined
}

/** Reads the claims; what is empty or of another kind tells nothing. */
export function claimedOf(
  claims: Readonly<Record<string, unknown>>,
  studentClaim: string | undefined,
): Claimed {
  const textAt = (name: string): string | undefined => {
    const value = claims[name]
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
  }
  const [given, family, name] = [textAt('given_name'), textAt('family_name'), textAt('name')]
  const whole = given !== undefined && family !== undefined ? `${given} ${family}` : undefined
  return {
    names: [name, whole].filter(one => one !== undefined),
    birthDate: textAt('birthdate'),
    email: claims.email_verified === true ? textAt('email') : undefined,
    studentOid: studentClaim === undefined ? undefined : textAt(studentClaim),
  }
}

/** What the register tells of the one who was invited. */
export interface InvitedStudent {
  readonly studentId: string
  readonly studentOid: string
  readonly givenNames: string | null
  readonly calledName: string | null
  readonly familyName: string | null
  readonly birthDate: string | null
}

export interface InvitedGuardian {
  readonly name: string | null
  readonly email: string | null
  readonly custody: boolean
  readonly endsOn: string | null
}

/** Which student the one who signed in is here already, and whether somebody else already is the one invited. */
export interface KnownPerson {
  readonly ownStudentId: string | undefined
  /** Whether they sign in as a guardian of the student. */
  readonly guards: boolean
  readonly placeTaken: boolean
}

export type Refusal = 'not-you' | 'both-sides' | 'other-student' | 'guardian-ended'
export type Verdict =
  | { readonly outcome: 'accept' | 'wait' }
  | { readonly outcome: 'refuse'; readonly code: Refusal }

const wait: Verdict = { outcome: 'wait' }
const accept: Verdict = { outcome: 'accept' }
const refuse = (code: Refusal): Verdict => ({ outcome: 'refuse', code })

/** Names are compared without case, hyphens and doubled blanks; nothing else is forgiven. */
const folded = (text: string): string =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('fi')
    .replaceAll(/[\s-]+/g, ' ')
    .trim()

function isCalled(claimed: Claimed, names: readonly string[]): boolean {
  const known = new Set(names.map(folded))
  return claimed.names.some(name => known.has(folded(name)))
}

function namesOf({ calledName, familyName, givenNames }: InvitedStudent): string[] {
  if (familyName === null) return []
  return [givenNames, calledName].flatMap(name =>
    name === null ? [] : [`${name} ${familyName}`, `${familyName} ${name}`],
  )
}

/**
 * Whether who signed in is the student who was invited. The link proves nothing: it is the learner number that the
 * OpenID provider tells, or the name and the birth date together. What says otherwise refuses; too little waits for a
 * person of the staff.
 */
export function matchStudent(claimed: Claimed, student: InvitedStudent, person: KnownPerson): Verdict {
  if (person.ownStudentId !== undefined && person.ownStudentId !== student.studentId)
    return refuse('other-student')
  if (person.guards) return refuse('both-sides')
  if (claimed.studentOid !== undefined && claimed.studentOid !== student.studentOid) return refuse('not-you')
  const dates = claimed.birthDate !== undefined && student.birthDate !== null
  if (dates && claimed.birthDate !== student.birthDate) return refuse('not-you')
  const proven = claimed.studentOid !== undefined || (dates && isCalled(claimed, namesOf(student)))
  return proven && !person.placeTaken ? accept : wait
}

/** The same of a guardian: by the name and the verified address, which must both be the register's. */
export function matchGuardian(
  claimed: Claimed,
  guardian: InvitedGuardian,
  given: { readonly today: PlainDate; readonly studentId: string; readonly person: KnownPerson },
): Verdict {
  if (!isGuardianOn(guardian, given.today)) return refuse('guardian-ended')
  // The student's own sign-in must never be the guardian's.
  if (given.person.ownStudentId === given.studentId) return refuse('both-sides')
  const { email, name } = guardian
  const proven =
    name !== null &&
    email !== null &&
    isCalled(claimed, [name]) &&
    claimed.email?.toLowerCase() === email.trim().toLowerCase()
  return proven && !given.person.placeTaken ? accept : wait
}

/**
 * Why somebody of the staff may not confirm that this is the one who was invited; undefined where they may. Nobody
 * confirms themselves, nobody is a student and that student's guardian, and nobody takes the place of another.
 */
export function confirmFault(
  kind: InvitationKind,
  person: KnownPerson,
  about: { readonly studentId: string; readonly self: boolean },
): ConfirmFault | undefined {
  if (about.self) return 'yourself'
  if (kind === 'guardian' ? person.ownStudentId === about.studentId : person.guards) return 'both-sides'
  return person.placeTaken ? 'place-taken' : undefined
}
export type ConfirmFault = 'yourself' | 'both-sides' | 'place-taken'

/** Why a link opens nothing any more; undefined where it may be used, or used again by who used it first. */
export function deadLink(state: InvitationState, sameClaim: boolean): LinkFault | undefined {
  if (state === 'sent') return undefined
  if (state === 'accepted' || state === 'waiting') return sameClaim ? undefined : 'used'
  return state
}
export type LinkFault = 'used' | 'expired' | 'refused' | 'revoked'

/** Whether somebody of this kind may be invited at all. */
export function mayInvite(
  kind: InvitationKind,
  guardian: InvitedGuardian | undefined,
  today: PlainDate,
): boolean {
  return kind === 'student' ? guardian === undefined : guardian !== undefined && isGuardianOn(guardian, today)
}

/** What the provider is called in a language; Finnish where it has no name in that one. */
export function providerName(
  provider: {
    readonly name_fi: string
    readonly name_sv: string | null
    readonly name_en: string | null
  },
  language: 'fi' | 'sv' | 'en',
): string {
  return { fi: provider.name_fi, sv: provider.name_sv, en: provider.name_en }[language] ?? provider.name_fi
}
