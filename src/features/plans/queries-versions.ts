import { sql } from 'kysely'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { UnknownMember } from './queries.ts'
import type { StoredPlan } from './rules-contacts.ts'
import type { PlanChange } from './rules-difference.ts'

export interface VersionRow {
  readonly version: number
  readonly saved_at: Date
  readonly author_kind: string
  readonly author_name: string | null
  readonly source: string
  readonly reason: string | null
  readonly changes: readonly PlanChange[]
}

export interface WholeVersionRow extends VersionRow {
  readonly body: StoredPlan
  readonly unknown_members: readonly UnknownMember[] | null
}

const author = sql<string | null>`(select name from person where person.id = plan_version.author_id)`

/** Versions newest first, `limit` of them below `before`. */
export async function listVersions(
  transaction: ReadTransaction,
  planId: string,
  before: number | undefined,
  limit: number,
): Promise<VersionRow[]> {
  let query = transaction
    .selectFrom('plan_version')
    .select(['version', 'saved_at', 'author_kind', 'source', 'reason', 'changes', author.as('author_name')])
    .where('plan_id', '=', planId)
    .orderBy('version', 'desc')
    .limit(limit)
  if (before !== undefined) query = query.where('version', '<', before)
  return (await query.execute()) as unknown as VersionRow[]
}

export async function findVersion(
  transaction: ReadTransaction,
  planId: string,
  version: number,
): Promise<WholeVersionRow | undefined> {
  const row = await transaction
    .selectFrom('plan_version')
    .select([
      'version',
      'saved_at',
      'author_kind',
      'source',
      'reason',
      'changes',
      'body',
      'unknown_members',
      author.as('author_name'),
    ])
    .where('plan_id', '=', planId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row as unknown as WholeVersionRow | undefined
}

export interface PlanVersionKey {
  readonly planId: string
  readonly version: number
}

/** Earlier bodies of many plans, by plan; one version of each. */
export async function bodiesOf(
  transaction: ReadTransaction,
  keys: readonly PlanVersionKey[],
): Promise<ReadonlyMap<string, StoredPlan>> {
  const { rows } = await sql<{ plan_id: string; body: StoredPlan }>`
    select v.plan_id, v.body from plan_version v
    join jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k ("planId" uuid, version integer)
      on v.plan_id = k."planId" and v.version = k.version`.execute(transaction)
  return new Map(rows.map(({ body, plan_id }) => [plan_id, body]))
}
