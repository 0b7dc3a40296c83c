import { sql } from 'kysely'
import type { WriteTransaction } from '../../platform/db/door.ts'
import type { RowCounts } from '../imports/contract.ts'
import { canonical, compareRows } from '../imports/rules.ts'
import type { Code, CodeSet } from './contract.ts'
import { raiseRevision } from './queries-revision.ts'
import { saveVersions } from './queries-versions.ts'

/**
 * Stores a code set: only what changed is written, every version is kept, and codes that the set no longer has are
 * marked. An older version than the stored one does not take its place; what the source has but was refused stays.
 */
export async function saveCodeSet(
  transaction: WriteTransaction,
  set: CodeSet,
  now: Date,
): Promise<Omit<RowCounts, 'refused'>> {
  const { uri, refused = [] } = set
  const stored = await transaction
    .selectFrom('code')
    .select(['uri', 'body', 'vanished_at'])
    .where('set_uri', '=', uri)
    .execute()
  const left = new Set(refused)
  const before = stored
    .filter(row => !left.has(row.uri))
    .map(row => ({ key: row.uri, body: row.body, vanished: row.vanished_at !== null }))
  const newest = new Map(before.map(row => [row.key, row.body as Code]))
  const given = set.codes.map(code => ({ key: code.uri, body: newerOf(newest.get(code.uri), code) }))
  const { changed, vanished, counts } = compareRows(before, given)
  const headChanged = await saveHead(transaction, set, counts.written + counts.vanished > 0, now)
  const versions = await saveVersions(transaction, uri, [...set.codes, ...(set.older ?? [])])
  if (changed.length > 0) await upsertCodes(transaction, uri, changed)
  if (vanished.length > 0) {
    await transaction
      .updateTable('code')
      .set({ vanished_at: now })
      .where('set_uri', '=', uri)
      .where(sql<boolean>`uri = any (${vanished}::text[])`)
      .execute()
  }
  if (headChanged || versions > 0) await raiseRevision(transaction)
  return counts
}

const newerOf = (stored: Code | undefined, given: Code) =>
  (stored?.version ?? 0) > (given.version ?? 0) && stored ? stored : given

/** The set's own row; that it was read on another day and is the same is no change. Answers whether it was written. */
async function saveHead(
  transaction: WriteTransaction,
  { uri, complete, source }: CodeSet,
  codesChanged: boolean,
  now: Date,
): Promise<boolean> {
  const head = await transaction
    .selectFrom('code_set')
    .select(['complete', 'source'])
    .where('uri', '=', uri)
    .executeTakeFirst()
  const told = head?.source as CodeSet['source'] | undefined
  const same = head?.complete === complete && canonical(told?.name) === canonical(source.name)
  if (same && !codesChanged) return false
  const values = { uri, complete, source: JSON.stringify(source), changed_at: now }
  await transaction
    .insertInto('code_set')
    .values(values)
    .onConflict(conflict => conflict.column('uri').doUpdateSet(values))
    .execute()
  return true
}

async function upsertCodes(
  transaction: WriteTransaction,
  setUri: string,
  rows: readonly { readonly key: string; readonly body: Code }[],
): Promise<void> {
  await sql`
    insert into code (set_uri, uri, body)
    select ${setUri}, key, body from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (key text, body jsonb)
    on conflict (set_uri, uri) do update set body = excluded.body, vanished_at = null`.execute(transaction)
}
