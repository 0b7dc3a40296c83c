import type { Language } from '../../platform/i18n/language.ts'
import { type Translate, translator } from '../../platform/i18n/texts.ts'
import { en } from './i18n/en.ts'
import { fi } from './i18n/fi.ts'
import { sv } from './i18n/sv.ts'

export type RecordWords = Translate<typeof fi>
export const recordWords = (language: Language): RecordWords => translator({ fi, sv, en }, language)

/** What a file of the package is: each is explained in its contents, in three languages. */
export type FileKind = keyof (typeof fi)['kinds']

type Row = Readonly<Record<string, unknown>>

/**
 * Guardians as the student's own package has them. Their names and addresses are theirs: where one of them lives may be
 * hidden from the student.
 */
export function ownGuardian({ ordinal, custody, ends_on }: Row): Row {
  return { ordinal, custody, ends_on }
}

/** Of those who looked the student is told the role and not the name, as in the events. */
export function ownReveal({ held_on, revealed_at, roles }: Row): Row {
  return { held_on, revealed_at, roles }
}

/** What a guardian or an employer said in declining is theirs; that they declined stands. */
export function ownApproval({ reason, ...row }: Row): Row {
  return row.party === 'student' ? { reason, ...row } : row
}

/** How a guardian signed in is the guardian's; that they did stands. */
export function ownInvitation({ claim_issuer, claim_name, ...row }: Row): Row {
  return row.kind === 'student' ? { claim_issuer, claim_name, ...row } : row
}

export interface RecordedEvent {
  readonly at: Date
  readonly action: string
  readonly actor_kind: string
  readonly actor_name: string | null
  readonly roles: readonly string[]
  readonly source: string | null
  readonly self: boolean
  readonly details: unknown
}

/** Who did what, when. The student is told the role of whoever it was, and whoever answers a request also the name. */
export function eventOf(event: RecordedEvent, own: boolean) {
  const { at, action, actor_kind: kind, actor_name: name, roles, source, self, details } = event
  const who = {
    kind,
    roles: [...roles],
    ...(source === null ? {} : { source }),
    ...(self ? { self: true } : {}),
    ...(name === null || (own && !self) ? {} : { name }),
  }
  // Reasons are texts of those who wrote them, and may speak of others.
  return { at: at.toISOString(), action, who, ...(own ? {} : { details }) }
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escaped = (text: string): string => text.replace(/[&<>"]/g, sign => escapes[sign] ?? '')
