import { Type } from 'typebox'
import { record } from '../../platform/audit/audit.ts'
import { hashOf, linkTextOf, newSecret } from '../../platform/auth/credentials.ts'
import type { Database } from '../../platform/db/database.ts'
import { read, write } from '../../platform/db/door.ts'
import type { TextOf } from '../../platform/http/problem.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import { isLanguage, type Language } from '../../platform/i18n/language.ts'
import { type Uuid, uuidOf } from '../../platform/ids.ts'
import { type JobWorker, jobKind } from '../../platform/jobs/jobs.ts'
import type { Mailer } from '../../platform/mail/mail.ts'
import type { Clock } from '../../platform/time/clock.ts'
import { dayOf } from '../../platform/time/plain-date.ts'
import { guardiansOf } from '../guardians/public.ts'
import { invitationMailed } from './audit.ts'
import { findInvitation, markMailed, putSecret, type StoredInvitation } from './queries.ts'
import { findStudentToInvite, providerOf } from './queries-invited.ts'
import { mayInvite, providerName } from './rules.ts'

/** Somebody was invited by mail: it is to be written. */
export const sendInvitation = jobKind(
  'invitations.send',
  Type.Object({ providerId: Type.String(), invitationId: Type.String() }),
)

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly mailer: Mailer
  readonly publicUrl: string
  readonly text: TextOf
}

/**
 * Writes to the one who was invited, in their language, who invites and nothing of the student: a mail may be read by
 * anybody. Run twice it may leave twice; then only the link of the later one opens.
 */
export function invitationWorker(dependencies: Dependencies): JobWorker<typeof sendInvitation.data> {
  const { clock, database, mailer, publicUrl, text } = dependencies
  return {
    kind: sendInvitation,
    run: async ({ invitationId: id, providerId: told }) => {
      if (!mailer.sends) return
      const providerId = uuidOf(told)
      const letter = await letterFor(dependencies, providerId, id)
      if (letter === undefined) return
      const { invitation, language, provider, to } = letter
      const secret = newSecret()
      // Stored before it leaves: a link that somebody holds and we do not know would be worth nothing.
      if (!(await write(database, providerId, tx => putSecret(tx, id, hashOf(secret))))) return
      const address = `${publicUrl}/invitations/${linkTextOf({ providerId, id: uuidOf(id), secret })}`
      const until = formatDate(dayOf(invitation.expiresAt), language)
      await mailer.send({
        id: `invitation-${id}-${invitation.expiresAt.getTime()}`,
        to,
        subject: text(language, 'invitations.mail-subject', { provider }),
        text: text(language, `invitations.mail-${invitation.kind}`, { provider, address, until }),
      })
      await write(database, providerId, async transaction => {
        await markMailed(transaction, id, clock.now())
        const actor = { kind: 'system', source: 'invitation', providerId } as const
        const { kind, studentId } = invitation
        const entry = { targetId: id, studentId, details: { kind } }
        await record(transaction, { actor, now: clock.now() }, invitationMailed, entry)
      })
    },
  }
}

interface Letter {
  readonly invitation: StoredInvitation
  readonly to: string
  readonly language: Language
  readonly provider: string
}

/** Undefined where there is nobody to write to any more. */
function letterFor(
  { clock, database }: Dependencies,
  providerId: Uuid,
  id: string,
): Promise<Letter | undefined> {
  return read(database, providerId, async transaction => {
    const invitation = await findInvitation(transaction, id)
    if (invitation?.state !== 'sent' || invitation.mailedAt !== null) return undefined
    const student = await findStudentToInvite(transaction, invitation.studentId)
    const provider = await providerOf(transaction, providerId)
    if (student === undefined || provider === undefined) return undefined
    const guardians =
      invitation.guardianId === null ? [] : await guardiansOf(transaction, [student.studentId])
    const guardian = guardians.find(one => one.id === invitation.guardianId)
    if (!mayInvite(invitation.kind, guardian, clock.today())) return undefined
    const to = guardian === undefined ? student.email : guardian.email
    const usual = isLanguage(provider.language) ? provider.language : 'fi'
    const language = guardian?.language ?? student.language ?? usual
    return to === null ? undefined : { invitation, to, language, provider: providerName(provider, language) }
  })
}
