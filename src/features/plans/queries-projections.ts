import { type RawBuilder, sql } from 'kysely'
import type { WriteTransaction } from '../../platform/db/door.ts'
import type { Projections } from './rules-projection.ts'
import { sameTree, type Tree } from './rules-tree.ts'

/** A plan whose projections go from those of one body to those of the next. */
export interface MovedPlan {
  readonly planId: string
  readonly before: Projections | undefined
  readonly next: Projections
}

/**
 * Brings the projections of plans from those of one body to those of the next. A table is touched only when its rows
 * differ, and of its rows only those that do: most saves move one period or none. Days of a changed period are
 * unknown until the job has computed them: an old figure beside new dates would contradict them.
 */
export function moveProjections(
  transaction: WriteTransaction,
  providerId: string,
  plans: readonly MovedPlan[],
): Promise<unknown>[] {
  const moved = (kind: keyof Kinds, move: Move) => {
    const changed = plans.filter(
      ({ before, next }) => !sameTree(asTree(before?.[kind] ?? []), asTree(next[kind])),
    )
    if (changed.length === 0) return []
    const rows = changed.flatMap(({ next, planId }) =>
      next[kind].map(row => ({ plan_id: planId, ...(row as object) })),
    )
    const planIds = changed.map(({ planId }) => planId)
    return [move(providerId, JSON.stringify(rows), planIds).execute(transaction)]
  }
  return [
    ...moved('periods', movePeriods),
    ...moved('demonstrations', moveDemonstrations),
    ...moved('support', moveSupport),
  ]
}

const asTree = (rows: readonly unknown[]) => rows as unknown as Tree

/** The rows by kind, which are only compared and written here. */
type Kinds = { readonly [K in 'periods' | 'demonstrations' | 'support']: readonly unknown[] }
type Move = (providerId: string, rows: string, planIds: readonly string[]) => RawBuilder<unknown>

const movePeriods: Move = (providerId, rows, planIds) => sql`
  with n as materialized (select * from jsonb_to_recordset(${rows}::jsonb) as n (plan_id uuid, pointer text,
    unique_id text, method_code text, starts_on date, ends_on date, part_time_share bigint, interruptions jsonb,
    workplace_name text, business_id text, instructor_contact_id uuid)
  ), gone as (delete from learning_period l where plan_id = any (${planIds}::uuid[])
    and not exists (select from n where n.plan_id = l.plan_id and n.pointer = l.pointer))
  insert into learning_period as l (provider_id, plan_id, pointer, unique_id, method_code, starts_on, ends_on,
    part_time_share, interruptions, workplace_name, business_id, instructor_contact_id)
  select ${providerId}::uuid, n.* from n
  on conflict (provider_id, plan_id, pointer) do update set unique_id = excluded.unique_id,
    method_code = excluded.method_code, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
    part_time_share = excluded.part_time_share, interruptions = excluded.interruptions,
    workplace_name = excluded.workplace_name, business_id = excluded.business_id, instructor_contact_id = excluded.instructor_contact_id,
    days = null, days_numerator = null, days_denominator = null
  where (l.unique_id, l.method_code, l.starts_on, l.ends_on, l.part_time_share, l.interruptions, l.workplace_name,
      l.business_id, l.instructor_contact_id)
    is distinct from (excluded.unique_id, excluded.method_code, excluded.starts_on, excluded.ends_on,
      excluded.part_time_share, excluded.interruptions, excluded.workplace_name, excluded.business_id,
      excluded.instructor_contact_id)`

const moveDemonstrations: Move = (providerId, rows, planIds) => sql`
  with n as materialized (select * from jsonb_to_recordset(${rows}::jsonb)
    as n (plan_id uuid, pointer text, starts_on date, ends_on date, environment_name text)
  ), gone as (delete from demonstration d where plan_id = any (${planIds}::uuid[])
    and not exists (select from n where n.plan_id = d.plan_id and n.pointer = d.pointer))
  insert into demonstration as d (provider_id, plan_id, pointer, starts_on, ends_on, environment_name)
  select ${providerId}::uuid, n.* from n
  on conflict (provider_id, plan_id, pointer) do update set starts_on = excluded.starts_on,
    ends_on = excluded.ends_on, environment_name = excluded.environment_name
  where (d.starts_on, d.ends_on, d.environment_name)
    is distinct from (excluded.starts_on, excluded.ends_on, excluded.environment_name)`

const moveSupport: Move = (providerId, rows, planIds) => sql`
  with n as materialized (select * from jsonb_to_recordset(${rows}::jsonb)
    as n (plan_id uuid, pointer text, kind_code text, starts_on date, ends_on date)
  ), gone as (delete from support_period s where plan_id = any (${planIds}::uuid[])
    and not exists (select from n where n.plan_id = s.plan_id and n.pointer = s.pointer))
  insert into support_period as s (provider_id, plan_id, pointer, kind_code, starts_on, ends_on)
  select ${providerId}::uuid, n.* from n
  on conflict (provider_id, plan_id, pointer) do update set kind_code = excluded.kind_code,
    starts_on = excluded.starts_on, ends_on = excluded.ends_on
  where (s.kind_code, s.starts_on, s.ends_on)
    is distinct from (excluded.kind_code, excluded.starts_on, excluded.ends_on)`
