import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { RowCounts } from '../imports/contract.ts'
import { canonical, compareRows } from '../imports/rules.ts'
import type { Code, CodeSet } from './contract.ts'
import { raiseRevision } from './queries-revision.ts'

// PostgreSQL takes 65 535 parameters in a statement; a row has four.
const rowsAtOnce = 5_000

/** Stores a code set: only what changed is written, and codes that it no longer has are marked. */
export async function saveCodeSet(
  transaction: WriteTransaction,
  set: CodeSet,
  now: Date,
): Promise<Omit<RowCounts, 'refused'>> {
  const { uri, complete } = set
  const stored = await transaction
    .selectFrom('code')
    .select(['uri', 'body', 'vanished_at'])
    .where('set_uri', '=', uri)
    .execute()
  const before = stored.map(row => ({ key: row.uri, body: row.body, vanished: row.vanished_at !== null }))
  const given = set.codes.map(code => ({ key: code.uri, body: code }))
  const { changed, vanished, counts } = compareRows(before, given)
  const head = await transaction
    .selectFrom('code_set')
    .select(['complete', 'source'])
    .where('uri', '=', uri)
    .executeTakeFirst()
  const same = head?.complete === complete && canonical(head.source) === canonical(set.source)
  if (same && counts.written === 0 && counts.vanished === 0) return counts
  const values = { uri, complete, source: JSON.stringify(set.source), changed_at: now }
  await transaction
    .insertInto('code_set')
    .values(values)
    .onConflict(conflict => conflict.column('uri').doUpdateSet(values))
    .execute()
  for (let from = 0; from < changed.length; from += rowsAtOnce) {
    await upsertCodes(transaction, uri, changed.slice(from, from + rowsAtOnce))
  }
  if (vanished.length > 0) {
    await transaction
      .updateTable('code')
      .set({ vanished_at: now })
      .where('set_uri', '=', uri)
      .where('uri', 'in', vanished)
      .execute()
  }
  await raiseRevision(transaction)
  return counts
}

async function upsertCodes(
  transaction: WriteTransaction,
  setUri: string,
  rows: readonly { readonly key: string; readonly body: Code }[],
): Promise<void> {
  await transaction
    .insertInto('code')
    .values(
      rows.map(({ key, body }) => ({
        set_uri: setUri,
        uri: key,
        body: JSON.stringify(body),
        vanished_at: null,
      })),
    )
    .onConflict(conflict =>
      conflict
        .columns(['set_uri', 'uri'])
        .doUpdateSet(excluded => ({ body: excluded.ref('excluded.body'), vanished_at: null })),
    )
    .execute()
}

/** Every set with its codes; the vanished ones too, for they stand in older plans. */
export async function allCodeSets(transaction: ReadTransaction): Promise<CodeSet[]> {
  const sets = await transaction.selectFrom('code_set').select(['uri', 'complete', 'source']).execute()
  const codes = await transaction.selectFrom('code').select(['set_uri', 'body']).execute()
  const bySet = Map.groupBy(codes, row => row.set_uri)
  return sets.map(set => ({
    uri: set.uri,
    complete: set.complete,
    source: set.source as CodeSet['source'],
    codes: (bySet.get(set.uri) ?? []).map(row => row.body as Code),
  }))
}
