import { type RawBuilder, sql } from 'kysely'
import type { WriteTransaction } from '../../platform/db/door.ts'
import type { Projections } from './rules-projection.ts'
import { sameTree, type Tree } from './rules-tree.ts'

export interface Owner {
  readonly providerId: string
  readonly planId: string
}

interface Row {
  readonly pointer: string
}

/**
 * Brings the projections from those of one body to those of the next. A table is touched only when its rows differ, and
 * of its rows only those that do: most saves move one period or none. Days of a changed period are
 * unknown until the job has computed them: an old figure beside new dates would contradict them.
 */
export function moveProjections(
  transaction: WriteTransaction,
  owner: Owner,
  before: Projections | undefined,
  next: Projections,
): Promise<unknown>[] {
  const moved = <R extends Row>(was: readonly R[] | undefined, is: readonly R[], move: Move) =>
    sameTree((was ?? []) as unknown as Tree, is as unknown as Tree)
      ? []
      : [
          move(
            owner,
            JSON.stringify(is),
            is.map(row => row.pointer),
          ).execute(transaction),
        ]
  return [
    ...moved(before?.periods, next.periods, movePeriods),
    ...moved(before?.demonstrations, next.demonstrations, moveDemonstrations),
    ...moved(before?.support, next.support, moveSupport),
  ]
}

type Move = (owner: Owner, rows: string, pointers: readonly string[]) => RawBuilder<unknown>

const movePeriods: Move = ({ providerId, planId }, rows, pointers) => sql`
  with gone as (delete from learning_period where plan_id = ${planId} and pointer <> all (${pointers}))
  insert into learning_period as l (provider_id, plan_id, pointer, unique_id, method_code, starts_on, ends_on,
    part_time_share, interruptions, workplace_name, business_id, instructor_contact_id)
  select ${providerId}::uuid, ${planId}::uuid, n.* from jsonb_to_recordset(${rows}::jsonb) as n (pointer text,
    unique_id text, method_code text, starts_on date, ends_on date, part_time_share bigint, interruptions jsonb,
    workplace_name text, business_id text, instructor_contact_id uuid)
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

const moveDemonstrations: Move = ({ providerId, planId }, rows, pointers) => sql`
  with gone as (delete from demonstration where plan_id = ${planId} and pointer <> all (${pointers}))
  insert into demonstration as d (provider_id, plan_id, pointer, starts_on, ends_on, environment_name)
  select ${providerId}::uuid, ${planId}::uuid, n.* from jsonb_to_recordset(${rows}::jsonb)
    as n (pointer text, starts_on date, ends_on date, environment_name text)
  on conflict (provider_id, plan_id, pointer) do update set starts_on = excluded.starts_on,
    ends_on = excluded.ends_on, environment_name = excluded.environment_name
  where (d.starts_on, d.ends_on, d.environment_name)
    is distinct from (excluded.starts_on, excluded.ends_on, excluded.environment_name)`

const moveSupport: Move = ({ providerId, planId }, rows, pointers) => sql`
  with gone as (delete from support_period where plan_id = ${planId} and pointer <> all (${pointers}))
  insert into support_period as s (provider_id, plan_id, pointer, kind_code, starts_on, ends_on)
  select ${providerId}::uuid, ${planId}::uuid, n.* from jsonb_to_recordset(${rows}::jsonb)
    as n (pointer text, kind_code text, starts_on date, ends_on date)
  on conflict (provider_id, plan_id, pointer) do update set kind_code = excluded.kind_code,
    starts_on = excluded.starts_on, ends_on = excluded.ends_on
  where (s.kind_code, s.starts_on, s.ends_on)
    is distinct from (excluded.kind_code, excluded.starts_on, excluded.ends_on)`
