import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { maskedTo, openInGroup } from '../students/public.ts'
import { plansAtMost } from './rules-selection.ts'

export interface OwnerRow {
  readonly plan_id: string
  readonly student_id: string | null
  readonly called_name: string | null
  readonly family_name: string | null
  readonly masked: boolean
}

/** Whose plans they are; of a student with turvakielto no name is read for those who have not looked behind it. */
const owners = (actor: Actor, today: PlainDate, condition: RawBuilder<unknown>) => sql<OwnerRow>`
  select o.plan_id, o.student_id, o.masked,
    case when o.masked then null else o.called_name end as called_name,
    case when o.masked then null else o.family_name end as family_name
  from (
    select p.id as plan_id, p.student_id, s.called_name, s.family_name,
      coalesce(${maskedTo(actor, today)}, false) as masked
    from plan p left join student s on s.provider_id = p.provider_id and s.id = p.student_id
    where ${condition}) o
  order by o.masked, o.family_name collate "fi-x-icu", o.called_name collate "fi-x-icu", o.plan_id
  limit ${sql.lit(plansAtMost)}`

export async function ownersOf(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  planIds: readonly string[],
): Promise<readonly OwnerRow[]> {
  const condition = sql`p.id = any (${planIds}::uuid[])`
  return (await owners(actor, today, condition).execute(transaction)).rows
}

/** Of a group those whom its list shows. */
export async function ownersInGroup(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  group: string,
): Promise<readonly OwnerRow[]> {
  const condition = sql`s.group_code = ${group} and s.vanished_at is null and ${openInGroup(actor, today)}`
  return (await owners(actor, today, condition).execute(transaction)).rows
}

export interface NewChange {
  readonly providerId: string
  readonly id: string
  readonly kind: string
  readonly operation: object
  readonly reason: string
  readonly now: Date
  readonly by: string | null
}

export interface ChangedPlan {
  readonly planId: string
  /** None where the change made the plan. */
  readonly versionBefore: number | null
  readonly versionAfter: number
}

export interface StandingChange extends ChangedPlan {
  /** By which the change was taken out of this plan. */
  readonly versionUndone: number | null
}

export async function insertChange(
  transaction: WriteTransaction,
  change: NewChange,
  plans: readonly ChangedPlan[],
): Promise<void> {
  const { by, id, kind, now, operation, providerId, reason } = change
  await transaction
    .insertInto('bulk_change')
    .values({
      ...{ provider_id: providerId, id, kind, reason },
      operation: JSON.stringify(operation),
      ...{ made_at: now, made_by: by, undone_at: null, undone_by: null },
    })
    .execute()
  await sql`
    insert into bulk_change_plan (provider_id, change_id, plan_id, version_before, version_after)
    select ${providerId}::uuid, ${id}::uuid, r."planId", r."versionBefore", r."versionAfter"
    from jsonb_to_recordset(${JSON.stringify(plans)}::jsonb)
      as r ("planId" uuid, "versionBefore" integer, "versionAfter" integer)`.execute(transaction)
}

export interface ChangeRow {
  readonly id: string
  readonly kind: string
  readonly operation: unknown
  readonly reason: string
  readonly made_at: Date
  readonly made_by: string | null
  readonly undone_at: Date | null
  readonly undone_by: string | null
  readonly plans: number
  /** Out of how many of them it has been taken. */
  readonly undone_plans: number
  /** Whether any of the plans was there before the change. */
  readonly edits: boolean
}

const change = sql`
  b.id, b.kind, b.operation, b.reason, b.made_at, b.undone_at,
  (select name from person where person.id = b.made_by) as made_by,
  (select name from person where person.id = b.undone_by) as undone_by,
  (select count(*)::int from bulk_change_plan c where c.provider_id = b.provider_id and c.change_id = b.id) as plans,
  (select count(c.version_undone)::int from bulk_change_plan c where c.provider_id = b.provider_id
    and c.change_id = b.id) as undone_plans,
  exists (select from bulk_change_plan c where c.provider_id = b.provider_id and c.change_id = b.id
    and c.version_before is not null) as edits`

/** The newest first. */
export async function listChanges(
  transaction: ReadTransaction,
  limit: number,
): Promise<readonly ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select ${change} from bulk_change b order by b.made_at desc, b.id limit ${limit}`.execute(transaction)
  return rows
}

export async function findChange(
  transaction: ReadTransaction,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<ChangeRow | undefined> {
  const lock = options.lock === true ? sql`for no key update of b` : sql``
  const { rows } =
    await sql<ChangeRow>`select ${change} from bulk_change b where b.id = ${id} ${lock}`.execute(transaction)
  return rows[0]
}

export async function plansOfChange(
  transaction: ReadTransaction,
  changeId: string,
): Promise<readonly StandingChange[]> {
  const { rows } = await sql<StandingChange>`
    select plan_id as "planId", version_before as "versionBefore", version_after as "versionAfter",
      version_undone as "versionUndone"
    from bulk_change_plan where change_id = ${changeId} order by plan_id`.execute(transaction)
  return rows
}

/** Remembers of each plan by which version the change was taken out of it. */
export async function markUndone(
  transaction: WriteTransaction,
  changeId: string,
  plans: readonly { readonly planId: string; readonly version: number }[],
): Promise<void> {
  await sql`
    update bulk_change_plan c set version_undone = r.version
    from jsonb_to_recordset(${JSON.stringify(plans)}::jsonb) as r ("planId" uuid, version integer)
    where c.change_id = ${changeId} and c.plan_id = r."planId"`.execute(transaction)
}

/** Nothing more of the change can be undone. */
export async function closeChange(
  transaction: WriteTransaction,
  changeId: string,
  { by, now }: { readonly by: string | null; readonly now: Date },
): Promise<void> {
  await transaction
    .updateTable('bulk_change')
    .set({ undone_at: now, undone_by: by })
    .where('id', '=', changeId)
    .execute()
}
