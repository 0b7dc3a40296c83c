import { Type } from 'typebox'
import type { Database } from '../../platform/db/database.ts'
import { read, write } from '../../platform/db/door.ts'
import type { TextOf } from '../../platform/http/problem.ts'
import { isLanguage } from '../../platform/i18n/language.ts'
import { uuidOf } from '../../platform/ids.ts'
import { type JobWorker, jobKind } from '../../platform/jobs/jobs.ts'
import type { Mailer } from '../../platform/mail/mail.ts'
import type { Clock } from '../../platform/time/clock.ts'
import { languageOfProvider } from './queries.ts'
import { findFeedback, markMailed } from './queries-feedback.ts'
import { contactOf } from './service.ts'

/** Feedback came: its provider's contact is to be written to. */
export const feedbackCame = jobKind(
  'statements.feedback',
  Type.Object({ providerId: Type.String(), feedbackId: Type.String() }),
)

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly mailer: Mailer
  readonly publicUrl: string
  readonly text: TextOf
}

/** Tells that there is feedback and by when it is to be answered; what it says stays in the service. */
export function feedbackWorker({
  clock,
  database,
  mailer,
  publicUrl,
  text,
}: Dependencies): JobWorker<typeof feedbackCame.data> {
  return {
    kind: feedbackCame,
    run: async ({ feedbackId, providerId }) => {
      if (!mailer.sends) return
      const found = await read(database, uuidOf(providerId), async transaction => {
        const feedback = await findFeedback(transaction, feedbackId)
        const told = await languageOfProvider(transaction, providerId)
        return {
          feedback,
          to: await contactOf(transaction),
          language: isLanguage(told) ? told : 'fi',
        } as const
      })
      const { feedback, language, to } = found
      if (feedback === undefined || feedback.mailed_at !== null || to === undefined) return
      const address = `${publicUrl}/administration/statements`
      // A mail that left though its mark was lost leaves again with the same id, by which mail programs show one.
      await mailer.send({
        id: `feedback-${feedbackId}`,
        to,
        subject: text(language, 'statements.mail-subject', {}),
        text: text(language, 'statements.mail-text', { date: feedback.answer_by, address }),
      })
      await write(database, uuidOf(providerId), tx => markMailed(tx, feedbackId, clock.now()))
    },
  }
}
