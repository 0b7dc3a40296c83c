import { createHash } from 'node:crypto'
import type { Person } from '../../platform/access/actor.ts'
import { record } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { read, write } from '../../platform/db/door.ts'
import type { TextOf } from '../../platform/http/problem.ts'
import type { Uuid } from '../../platform/ids.ts'
import type { Mail, Mailer } from '../../platform/mail/mail.ts'
import type { Clock } from '../../platform/time/clock.ts'
import { addDays, type PlainDate } from '../../platform/time/plain-date.ts'
import { digestSent } from './audit.ts'
import type { TaskSource } from './contract.ts'
import { forgetDigests, markDigest, type Recipient, recipientsOf } from './queries-digest.ts'
import { type Found, inOrder, totalsOf } from './rules.ts'
import { isDue, usualRhythm } from './rules-digest.ts'
import { gatherTasks } from './service.ts'

export interface DigestDependencies {
  readonly database: Database
  readonly clock: Clock
  readonly mailer: Mailer
  readonly publicUrl: string
  readonly text: TextOf
  readonly sources: readonly TaskSource[]
}

const [firstItems, daysKept] = [5, 30]

/** Sends this day's digests of a provider that have not gone yet; answers how many failed. */
export async function sendDigests(dependencies: DigestDependencies, providerId: Uuid): Promise<number> {
  const { clock, database } = dependencies
  const today = clock.today()
  const recipients = await read(database, providerId, tx => recipientsOf(tx, providerId, today))
  let failed = 0
  for (const recipient of recipients.filter(one => isDue(one.rhythm ?? usualRhythm(one.roles), today))) {
    // One address that is not taken stops nobody else's mail.
    await sendDigest(dependencies, providerId, recipient, today).catch(() => {
      failed += 1
    })
  }
  await write(database, providerId, tx => forgetDigests(tx, addDays(today, -daysKept)))
  return failed
}

async function sendDigest(
  dependencies: DigestDependencies,
  providerId: Uuid,
  recipient: Recipient,
  today: PlainDate,
): Promise<void> {
  const { clock, database, mailer, sources } = dependencies
  const { id: personId, language } = recipient
  const reader = { person: personOf(recipient, providerId), today, language }
  const found = await read(database, providerId, tx => gatherTasks(tx, reader, sources))
  const items = found.reduce((sum, { total }) => sum + total, 0)
  // Who has nothing waiting gets no mail, and is not looked at again today.
  if (items > 0) await mailer.send(mailOf(dependencies, { providerId, recipient, today, found, items }))
  await write(database, providerId, async transaction => {
    const now = clock.now()
    if (!(await markDigest(transaction, { providerId, personId, day: today, items, now })) || items === 0)
      return
    const audit = { actor: { kind: 'system', source: 'digest', providerId }, now } as const
    await record(transaction, audit, digestSent, { targetId: personId, details: { rows: items } })
  })
}

const personOf = ({ id, roles, student_id }: Recipient, providerId: Uuid): Person => ({
  kind: 'person',
  ...{ id, name: '', providerId, roles },
  ...(student_id === null ? {} : { studentId: student_id }),
})

interface Digest {
  readonly providerId: Uuid
  readonly recipient: Recipient
  readonly today: PlainDate
  readonly found: readonly Found[]
  readonly items: number
}

/** Counts, kinds and dates: nothing that tells of whom. */
function mailOf({ publicUrl, text }: DigestDependencies, digest: Digest): Mail {
  const { found, items, providerId, recipient, today } = digest
  const say = (key: string, params: Parameters<TextOf>[2] = {}) =>
    text(recipient.language, `tasks.${key}`, params)
  const nameOf = (kind: string) => say(`kinds.${kind}.name`)
  const kinds = [...totalsOf(found)].map(([kind, count]) => say('digest.kind', { name: nameOf(kind), count }))
  const tasks = inOrder(
    found.flatMap(each => each.items),
    today,
  )
  const first = tasks
    .slice(0, firstItems)
    .map(({ date, dateIs, kind }) => say(`digest.${dateIs}`, { date, name: nameOf(kind) }))
  const parts = [
    say('digest.lead', { count: items }),
    kinds.join('\n'),
    [say('digest.first'), ...first].join('\n'),
    say('digest.link', { address: `${publicUrl}/my-list` }),
    say('digest.end'),
  ]
  return {
    id: `digest-${idOf(`${providerId} ${recipient.id} ${today}`)}`,
    to: recipient.email,
    subject: say('digest.subject', { count: items }),
    text: `${parts.join('\n\n')}\n`,
  }
}

/** The same for the same person's same day, so that a mail whose mark was lost is shown once; it tells nobody's id. */
const idOf = (what: string): string => createHash('sha256').update(what).digest('hex').slice(0, 32)
