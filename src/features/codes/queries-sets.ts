import { sql } from 'kysely'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { Code, CodeSet } from './contract.ts'

/** Every set with its codes and their earlier versions; the vanished ones too, for they stand in older plans. */
export async function allCodeSets(transaction: ReadTransaction): Promise<CodeSet[]> {
  const sets = await transaction.selectFrom('code_set').select(['uri', 'complete', 'source']).execute()
  const codes = await transaction.selectFrom('code').select(['set_uri', 'body']).execute()
  // The newest version stands in `code` already: it is the body there, so only the others are read.
  const { rows: older } = await sql<{ set_uri: string; body: Code }>`
    select v.set_uri, v.body from code_version v left join code c on c.set_uri = v.set_uri and c.uri = v.uri
    where (c.body->>'version')::integer is distinct from v.version`.execute(transaction)
  const bySet = Map.groupBy(codes, row => row.set_uri)
  const olderBySet = Map.groupBy(older, row => row.set_uri)
  return sets.map(set => ({
    uri: set.uri,
    complete: set.complete,
    source: set.source as CodeSet['source'],
    codes: (bySet.get(set.uri) ?? []).map(row => row.body as Code),
    older: (olderBySet.get(set.uri) ?? []).map(row => row.body),
  }))
}

export interface CodeRow {
  readonly code: Code
  readonly versions: readonly number[]
  readonly vanished: boolean
}

/** One set with all that is known of its codes; undefined when it has not been read. */
export async function findCodeSet(
  transaction: ReadTransaction,
  uri: string,
): Promise<{ head: Pick<CodeSet, 'uri' | 'complete' | 'source'>; rows: CodeRow[] } | undefined> {
  const head = await transaction
    .selectFrom('code_set')
    .select(['uri', 'complete', 'source'])
    .where('uri', '=', uri)
    .executeTakeFirst()
  if (!head) return undefined
  const { rows } = await sql<{ body: Code; vanished: boolean; versions: number[] }>`
    select c.body, c.vanished_at is not null as vanished, coalesce(v.versions, '{}') as versions
    from code c
    left join (select uri, array_agg(version order by version) as versions from code_version
      where set_uri = ${uri} group by uri) v on v.uri = c.uri
    where c.set_uri = ${uri} order by c.uri`.execute(transaction)
  return {
    head: { uri: head.uri, complete: head.complete, source: head.source as CodeSet['source'] },
    rows: rows.map(({ body, vanished, versions }) => ({ code: body, versions, vanished })),
  }
}
