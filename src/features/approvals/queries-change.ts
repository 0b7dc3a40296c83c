import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { ApprovalParty } from '../settings/contract.ts'
import type { ToldHow } from './contract.ts'
import type { ApprovalState } from './rules.ts'

/** A row as it is stored from now on, and the event that tells of it. */
export interface ChangedApproval {
  readonly part: string
  readonly party: ApprovalParty
  readonly state: ApprovalState
  readonly digest: string
  readonly planVersion: number
  readonly askedAt: Date
  readonly answeredAt: Date | null
  readonly answeredBy: string | null
  readonly means: 'session' | 'recorded' | null
  readonly reason: string | null
  readonly told: { readonly how: ToldHow; readonly on: string } | null
  readonly firstApprovedOn: string | null
}

export interface OwnerOfApproval {
  readonly providerId: string
  readonly planId: string
  readonly studentId: string
}

export async function storeApprovals(
  transaction: WriteTransaction,
  { planId, providerId, studentId }: OwnerOfApproval,
  rows: readonly ChangedApproval[],
): Promise<void> {
  if (rows.length === 0) return
  await transaction
    .insertInto('approval')
    .values(
      rows.map(row => ({
        provider_id: providerId,
        plan_id: planId,
        part: row.part,
        party: row.party,
        student_id: studentId,
        state: row.state,
        digest: row.digest,
        plan_version: row.planVersion,
        asked_at: row.askedAt,
        answered_at: row.answeredAt,
        answered_by: row.answeredBy,
        means: row.means,
        reason: row.reason,
        told_how: row.told?.how ?? null,
        told_on: row.told?.on ?? null,
        first_approved_on: row.firstApprovedOn,
      })),
    )
    .onConflict(conflict =>
      conflict.columns(['provider_id', 'plan_id', 'part', 'party']).doUpdateSet(given => ({
        state: given.ref('excluded.state'),
        digest: given.ref('excluded.digest'),
        plan_version: given.ref('excluded.plan_version'),
        asked_at: given.ref('excluded.asked_at'),
        answered_at: given.ref('excluded.answered_at'),
        answered_by: given.ref('excluded.answered_by'),
        means: given.ref('excluded.means'),
        reason: given.ref('excluded.reason'),
        told_how: given.ref('excluded.told_how'),
        told_on: given.ref('excluded.told_on'),
        // Kept once set, whatever is written over it.
        first_approved_on: sql`coalesce(approval.first_approved_on, excluded.first_approved_on)`,
      })),
    )
    .execute()
}

export async function deleteApprovals(
  transaction: WriteTransaction,
  planId: string,
  rows: readonly { readonly part: string; readonly party: ApprovalParty }[],
): Promise<void> {
  for (const { part, party } of rows) {
    await transaction
      .deleteFrom('approval')
      .where('plan_id', '=', planId)
      .where('part', '=', part)
      .where('party', '=', party)
      .execute()
  }
}

export interface NewEvent {
  readonly id: string
  readonly part: string
  readonly party: ApprovalParty
  readonly state: ApprovalState | 'lapsed'
  readonly digest: string
  readonly planVersion: number
  readonly at: Date
  readonly personId: string | null
  readonly means: 'session' | 'recorded' | null
  readonly told: { readonly how: ToldHow; readonly on: string } | null
}

/** Adds to the history. Reasons are not in it: they are people's words, and nothing here can be erased. */
export async function insertEvents(
  transaction: WriteTransaction,
  { planId, providerId }: OwnerOfApproval,
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length === 0) return
  await transaction
    .insertInto('approval_event')
    .values(
      events.map(event => ({
        provider_id: providerId,
        id: event.id,
        plan_id: planId,
        part: event.part,
        party: event.party,
        state: event.state,
        digest: event.digest,
        plan_version: event.planVersion,
        at: event.at,
        person_id: event.personId,
        means: event.means,
        told_how: event.told?.how ?? null,
        told_on: event.told?.on ?? null,
      })),
    )
    .execute()
}

/** The history of one part, as it would be written. */
export async function eventsAbout(
  transaction: ReadTransaction,
  planId: string,
  part: string,
): Promise<NewEvent[]> {
  const { rows } = await sql<NewEvent & { told_how: ToldHow | null; told_on: string | null }>`
    select id, part, party, state, digest, plan_version as "planVersion", at, person_id as "personId", means,
      told_how, told_on
    from approval_event where plan_id = ${planId} and part = ${part} order by at, id`.execute(transaction)
  return rows.map(({ told_how: how, told_on: on, ...event }) => ({
    ...event,
    told: how === null || on === null ? null : { how, on },
  }))
}

/** Gives what is stored of a part its new key; where that has rows of its own already, these hold. */
export async function rename(
  transaction: WriteTransaction,
  planId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await sql`update approval a set part = ${to} where a.plan_id = ${planId} and a.part = ${from} and not exists (
    select from approval b where b.provider_id = a.provider_id and b.plan_id = a.plan_id and b.part = ${to}
      and b.party = a.party)`.execute(transaction)
  await transaction.deleteFrom('approval').where('plan_id', '=', planId).where('part', '=', from).execute()
}

/** Plans in which somebody is still asked whom the day has passed: a guardian who is none today, a period that is over. */
export async function plansOfLapsed(
  transaction: ReadTransaction,
  today: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ plan_id: string }>`
    select distinct a.plan_id from approval a
    join student s on s.provider_id = a.provider_id and s.id = a.student_id
    where a.state = 'asked' and a.plan_id > ${after} and (
      (a.party = 'guardian' and not exists (select from guardian g
        where g.provider_id = s.provider_id and g.student_id = s.id and g.custody and g.ends_on is not null
          and ${today}::date < least(g.ends_on, (s.birth_date + interval '18 years')::date)))
      or (a.part like 'period:%' and exists (select from learning_period l
        where l.provider_id = a.provider_id and l.plan_id = a.plan_id and l.ends_on < ${today}::date
          and l.unique_id = substr(a.part, 8))
        and not exists (select from learning_period l
        where l.provider_id = a.provider_id and l.plan_id = a.plan_id and l.ends_on >= ${today}::date
          and l.unique_id = substr(a.part, 8))))
    order by a.plan_id limit ${sql.lit(limit)}`.execute(transaction)
  return rows.map(row => row.plan_id)
}

/** Takes away the words in which a student and a guardian declined. */
export async function eraseReasons(transaction: WriteTransaction, studentId: string): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('approval')
    .set({ reason: null })
    .where('student_id', '=', studentId)
    .where('reason', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
