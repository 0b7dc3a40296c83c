import { sql } from 'kysely'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { canonical } from '../imports/rules.ts'
import type { Code } from './contract.ts'

/** Keeps versions of codes that are new or differ, beside all that were read before. Answers how many. */
export async function saveVersions(
  transaction: WriteTransaction,
  setUri: string,
  codes: readonly Code[],
): Promise<number> {
  const stored = await transaction
    .selectFrom('code_version')
    .select(['uri', 'version', 'body'])
    .where('set_uri', '=', setUri)
    .execute()
  const known = new Map(stored.map(row => [`${row.uri} ${row.version}`, canonical(row.body)]))
  const changed = codes.flatMap(code => {
    const { uri, version } = code
    if (version === undefined || known.get(`${uri} ${version}`) === canonical(code)) return []
    return [{ uri, version, body: code }]
  })
  if (changed.length === 0) return 0
  await sql`
    insert into code_version (set_uri, uri, version, body)
    select ${setUri}, uri, version, body
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as x (uri text, version integer, body jsonb)
    on conflict (set_uri, uri, version) do update set body = excluded.body`.execute(transaction)
  return changed.length
}
