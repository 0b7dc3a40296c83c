import { createHash } from 'node:crypto'
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
    const body = JSON.stringify(text)
    const digest = createHash('sha256').update(body).digest()
    return { diary_number: diaryNumber, national_id: id, key, digest, body }
  })
  const stored = await transaction
    .selectFrom('qualification_text')
    .select(['key', 'digest'])
    .where('diary_number', '=', diaryNumber)
    .where('national_id', '=', id)
    .execute()
  const before = new Map(stored.map(row => [row.key, row.digest]))
  const changed = rows.filter(row => before.get(row.key)?.equals(row.digest) !== true)
  if (changed.length === 0) return 0
  await transaction
    .insertInto('qualification_text')
    .values(changed)
    .onConflict(conflict =>
      conflict.columns(['diary_number', 'national_id', 'key']).doUpdateSet(excluded => ({
        digest: excluded.ref('excluded.digest'),
        body: excluded.ref('excluded.body'),
      })),
    )
    .execute()
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
    .where('key', 'in', [...keys])
    .execute()
  return new Map(rows.map(row => [row.key, row.body]))
}
