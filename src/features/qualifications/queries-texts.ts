import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { QualificationTexts } from './contract-texts.ts'

export interface QualificationKey {
  readonly diaryNumber: string
  readonly id: number
}

/** Under this key stand the descriptions of groups. */
export const structureKey = 'structure'

/** Stores the texts of a stored qualification, those that differ; answers how many. Texts of vanished units stay. */
export async function saveTexts(
  transaction: WriteTransaction,
  { diaryNumber, id }: QualificationKey,
  texts: QualificationTexts,
): Promise<number> {
  const given = [[structureKey, texts.structure] as const, ...texts.scales, ...texts.units]
  const rows = given.map(([key, text]) => {
    const digest = createHash('sha256').update(JSON.stringify(text)).digest('hex')
    return { key, digest, body: text }
  })
  const stored = await transaction
    .selectFrom('qualification_text')
    .select(['key', 'digest'])
    .where('diary_number', '=', diaryNumber)
    .where('national_id', '=', id)
    .execute()
  const before = new Map(stored.map(row => [row.key, row.digest.toString('hex')]))
  const changed = rows.filter(row => before.get(row.key) !== row.digest)
  if (changed.length === 0) return 0
  // Not `jsonb`: it would put the members of the texts into an order of its own.
  await sql`
    insert into qualification_text (diary_number, national_id, key, digest, body)
    select ${diaryNumber}, ${id}::integer, key, decode(digest, 'hex'), body
    from json_to_recordset(${JSON.stringify(changed)}::json) as x (key text, digest text, body json)
    on conflict (diary_number, national_id, key) do update set digest = excluded.digest, body = excluded.body`.execute(
    transaction,
  )
  return changed.length
}

/** The texts under the keys that there are. */
export async function findTexts(
  transaction: ReadTransaction,
  { diaryNumber, id }: QualificationKey,
  keys: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const rows = await transaction
    .selectFrom('qualification_text')
    .select(['key', 'body'])
    .where('diary_number', '=', diaryNumber)
    .where('national_id', '=', id)
    .where(sql<boolean>`key = any (${keys}::text[])`)
    .execute()
  return new Map(rows.map(row => [row.key, row.body]))
}
