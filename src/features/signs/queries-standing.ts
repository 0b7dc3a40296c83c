import { sql } from 'kysely'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { dayOf, type PlainDate } from '../../platform/time/plain-date.ts'
import type { PlanPage } from './queries-facts.ts'
import { inPage } from './queries-suspects.ts'
import type { Changes, NoticedSign, StandingSign } from './rules-standing.ts'

/** The signs of these plans that are not over, locked: a decision is not to be written over. */
export async function lockStanding(
  transaction: WriteTransaction,
  looked: PlanPage | { readonly ids: readonly string[] },
): Promise<StandingSign[]> {
  const { rows } = await sql<{
    id: string
    plan_id: string
    student_id: string
    kind: StandingSign['kind']
    about: string
    state: StandingSign['state']
    data: StandingSign['data']
    seen_on: string
    decided_at: Date | null
  }>`select g.id, g.plan_id, g.student_id, g.kind, g.about, g.state, g.data, g.seen_on, g.decided_at from sign g
    where ${'ids' in looked ? sql`g.plan_id = any (${looked.ids}::uuid[])` : inPage(looked, 'g.plan_id')} and g.state <> 'over' order by g.id for update`.execute(
    transaction,
  )
  return rows.map(({ decided_at, plan_id, seen_on, student_id, ...row }) => ({
    ...row,
    planId: plan_id,
    studentId: student_id,
    seenOn: seen_on,
    decidedOn: decided_at === null ? null : dayOf(decided_at),
  }))
}

/** What the nightly look changes; each kind of change in one statement. Answers the new signs' ids. */
export async function writeChanges(
  transaction: WriteTransaction,
  providerId: Uuid,
  { added, moved, over, seen }: Changes,
  today: PlainDate,
): Promise<void> {
  if (seen.length > 0)
    await sql`update sign set seen_on = ${today}::date where id = any (${seen}::uuid[])`.execute(transaction)
  if (moved.length > 0)
    await sql`
      update sign g set data = n.data, seen_on = ${today}::date, version = g.version + 1
      from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as n (id uuid, data jsonb)
      where g.id = n.id`.execute(transaction)
  if (over.length > 0)
    await sql`
      update sign set state = 'over', over_on = ${today}::date, version = version + 1
      where id = any (${over.map(one => one.id)}::uuid[])`.execute(transaction)
  if (added.length > 0) await insertSigns(transaction, providerId, added, today)
}

async function insertSigns(
  transaction: WriteTransaction,
  providerId: Uuid,
  signs: readonly NoticedSign[],
  today: PlainDate,
): Promise<void> {
  const rows = signs.map(one => ({ id: newId(), ...one }))
  // Two looks at one plan at once: the index of standing signs lets the first one in only.
  await sql`
    insert into sign (provider_id, id, student_id, plan_id, kind, about, state, data, noticed_on, seen_on)
    select ${providerId}::uuid, n.id, n."studentId", n."planId", n.kind, n.about, 'open', n.data, ${today}::date,
      ${today}::date
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n (id uuid, "studentId" uuid, "planId" uuid, kind text, about text, data jsonb)
    on conflict (provider_id, plan_id, kind, about) where state <> 'over' do nothing`.execute(transaction)
}
