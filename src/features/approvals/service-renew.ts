import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { newId } from '../../platform/ids.ts'
import { dayOf } from '../../platform/time/plain-date.ts'
import { approvalsAsked } from './audit.ts'
import { firstApprovals } from './queries.ts'
import {
  type ChangedApproval,
  deleteApprovals,
  eventsAbout,
  insertEvents,
  type NewEvent,
  type OwnerOfApproval,
  rename,
  storeApprovals,
} from './queries-change.ts'
import { type Asking, askings, keyOf } from './rules.ts'
import type { Situation } from './service-situation.ts'

/**
 * Brings a plan's askings up to date: who is new is asked, whose part changed is asked again, and who is not to be asked
 * any more is let go. Run again it does nothing. Answers how many parties are asked anew.
 */
export async function renewAskings(
  transaction: WriteTransaction,
  audit: AuditContext,
  situation: Situation,
  once: (asking: Asking) => Asking = asking => asking,
): Promise<number> {
  const changing = askings(situation)
    .map(once)
    .filter(({ act }) => act !== 'keep')
  const { plan } = situation
  const { providerId } = audit.actor
  const owner = { providerId, planId: plan.id, studentId: plan.student_id }
  await carryOver(transaction, owner, situation)
  if (changing.length === 0) return 0
  const firsts = new Map(
    (await firstApprovals(transaction, plan.id)).map(({ on, part, party }) => [keyOf(part, party), on]),
  )
  const ends = changing.filter(({ act }) => act === 'end')
  const rows = changing.flatMap(asking => rowOf(situation, asking, audit.now, firsts))
  await deleteApprovals(transaction, plan.id, ends)
  await storeApprovals(transaction, owner, rows)
  const events = [
    ...ends.map(asking => lapsed(situation, asking, audit)),
    ...rows.map(row => eventOf(row, audit)),
  ]
  await insertEvents(transaction, owner, events)
  const count = (act: Asking['act']) => changing.filter(asking => asking.act === act).length
  await record(transaction, audit, approvalsAsked, {
    targetId: plan.id,
    studentId: plan.student_id,
    details: { version: plan.version, asked: count('ask'), again: count('ask-again'), ended: ends.length },
  })
  return count('ask') + count('ask-again')
}

/**
 * A period that has got its identifier keeps what was said of it: its rows go over to the new key, and the history of the
 * old one is told of the new one too.
 */
export async function carryOver(
  transaction: WriteTransaction,
  owner: OwnerOfApproval,
  { renamed }: Pick<Situation, 'renamed'>,
): Promise<void> {
  for (const [from, to] of renamed) {
    const events = await eventsAbout(transaction, owner.planId, from)
    await rename(transaction, owner.planId, { from, to })
    const told = events.map(event => ({ ...event, id: newId(event.at.getTime()), part: to }))
    await insertEvents(transaction, owner, told)
  }
}

function rowOf(
  { parts, plan, present }: Situation,
  { act, part, party }: Asking,
  now: Date,
  firsts: ReadonlyMap<string, string>,
): ChangedApproval[] {
  const held = parts.find(one => one.key === part)
  if (act === 'end' || held === undefined) return []
  const before = present.find(row => row.part === part && row.party === party)
  const approved = act === 'approve'
  const answeredAt = approved ? (plan.approved_at ?? now) : null
  return [
    {
      part,
      party,
      state: approved ? 'approved' : 'asked',
      digest: held.digest,
      planVersion: plan.version,
      // Who is asked already has been waited for since then, also when the content changes meanwhile.
      askedAt: before?.state === 'asked' ? before.asked_at : now,
      answeredAt,
      answeredBy: approved ? plan.approved_by : null,
      means: approved ? 'session' : null,
      // Why it was declined is told until the next answer.
      reason: before?.reason ?? null,
      told: null,
      firstApprovedOn:
        before?.first_approved_on ??
        firsts.get(keyOf(part, party)) ??
        (answeredAt === null ? null : dayOf(answeredAt)),
    },
  ]
}

/** What the history tells of a row that has just been written. */
export function eventOf(row: ChangedApproval, { now }: Pick<AuditContext, 'now'>): NewEvent {
  const { digest, means, part, party, planVersion, state, told } = row
  const id = newId(now.getTime())
  return { id, at: now, digest, means, part, party, personId: row.answeredBy, planVersion, state, told }
}

function lapsed({ plan, present }: Situation, { part, party }: Asking, { now }: AuditContext): NewEvent {
  const digest = present.find(row => row.part === part && row.party === party)?.digest ?? ''
  const about = { part, party, digest, planVersion: plan.version, at: now }
  return { ...about, id: newId(now.getTime()), state: 'lapsed', personId: null, means: null, told: null }
}
