import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { Refusal } from './contract.ts'

export interface DocumentRow {
  readonly number: number
  readonly name: string
  readonly size: number
  readonly digest: Buffer | null
  readonly complete: boolean
  readonly refusal: Refusal | null
}

interface RunKey {
  readonly providerId: string
  readonly runId: string
}

/** Stores a part of a file over the same part sent before. */
export async function savePart(
  transaction: WriteTransaction,
  { providerId, runId }: RunKey,
  part: { readonly document: number; readonly name: string; readonly part: number; readonly bytes: Buffer },
): Promise<void> {
  await transaction
    .insertInto('import_document')
    .values({ provider_id: providerId, run_id: runId, number: part.document, name: part.name })
    .onConflict(conflict =>
      conflict.columns(['provider_id', 'run_id', 'number']).doUpdateSet({ name: part.name }),
    )
    .execute()
  await transaction
    .insertInto('import_part')
    .values({
      provider_id: providerId,
      run_id: runId,
      document: part.document,
      part: part.part,
      bytes: part.bytes,
    })
    .onConflict(conflict =>
      conflict.columns(['provider_id', 'run_id', 'document', 'part']).doUpdateSet({ bytes: part.bytes }),
    )
    .execute()
}

export async function countParts(transaction: ReadTransaction, runId: string): Promise<number> {
  const { count } = await transaction
    .selectFrom('import_part')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('run_id', '=', runId)
    .executeTakeFirstOrThrow()
  return count
}

/** Documents of a run with how many parts each has, and the number of the last one. */
export async function receivedDocuments(
  transaction: ReadTransaction,
  runId: string,
): Promise<readonly { readonly number: number; readonly parts: number; readonly last: number }[]> {
  const result = await sql<{ number: number; parts: number; last: number }>`
    select document as number, count(*) as parts, max(part) as last from import_part
    where run_id = ${runId} group by document order by document`.execute(transaction)
  return result.rows
}

/** All files have come: their sizes are known. */
export async function completeDocuments(transaction: WriteTransaction, runId: string): Promise<void> {
  await sql`
    update import_document d set complete = true, size = (
      select coalesce(sum(length(p.bytes)), 0) from import_part p
      where p.provider_id = d.provider_id and p.run_id = d.run_id and p.document = d.number)
    where d.run_id = ${runId}`.execute(transaction)
}

/** A whole document at once, of a service or of a file that stays where it is. */
export async function insertDocument(
  transaction: WriteTransaction,
  { providerId, runId }: RunKey,
  document: {
    readonly number: number
    readonly name: string
    readonly size: number
    readonly digest?: Buffer
    readonly refusal?: Refusal | undefined
  },
): Promise<void> {
  await transaction
    .insertInto('import_document')
    .values({
      provider_id: providerId,
      run_id: runId,
      number: document.number,
      name: document.name,
      size: document.size,
      digest: document.digest ?? null,
      complete: true,
      refusal: document.refusal ? JSON.stringify(document.refusal) : null,
    })
    .execute()
}

export async function insertParts(
  transaction: WriteTransaction,
  { providerId, runId }: RunKey,
  document: number,
  parts: readonly Buffer[],
): Promise<void> {
  for (const [at, bytes] of parts.entries()) {
    await transaction
      .insertInto('import_part')
      .values({ provider_id: providerId, run_id: runId, document, part: at + 1, bytes })
      .execute()
  }
}

export async function listDocuments(transaction: ReadTransaction, runId: string): Promise<DocumentRow[]> {
  const rows = await transaction
    .selectFrom('import_document')
    .select(['number', 'name', 'size', 'digest', 'complete', 'refusal'])
    .where('run_id', '=', runId)
    .orderBy('number')
    .execute()
  return rows as unknown as DocumentRow[]
}

export async function refuseDocument(
  transaction: WriteTransaction,
  runId: string,
  number: number,
  refusal: Refusal,
): Promise<void> {
  await transaction
    .updateTable('import_document')
    .set({ refusal: JSON.stringify(refusal) })
    .where('run_id', '=', runId)
    .where('number', '=', number)
    .execute()
}

/** A file that stays where it is, as it is now. */
export async function setDigest(
  transaction: WriteTransaction,
  runId: string,
  number: number,
  { digest, size }: { readonly digest: Buffer; readonly size: number },
): Promise<void> {
  await transaction
    .updateTable('import_document')
    .set({ digest, size })
    .where('run_id', '=', runId)
    .where('number', '=', number)
    .execute()
}

/** The bytes of one part; undefined after the last one. */
export async function readPart(
  transaction: ReadTransaction,
  runId: string,
  document: number,
  part: number,
): Promise<Buffer | undefined> {
  const row = await transaction
    .selectFrom('import_part')
    .select('bytes')
    .where('run_id', '=', runId)
    .where('document', '=', document)
    .where('part', '=', part)
    .executeTakeFirst()
  return row?.bytes
}

/** Everything that was fetched. */
export async function dropDocuments(transaction: WriteTransaction, runId: string): Promise<void> {
  await transaction.deleteFrom('import_part').where('run_id', '=', runId).execute()
  await transaction.deleteFrom('import_document').where('run_id', '=', runId).execute()
}

/** What only a run that goes on needs. Documents without their bytes are no longer complete. */
export async function emptyRun(transaction: WriteTransaction, runId: string): Promise<void> {
  await transaction.deleteFrom('import_part').where('run_id', '=', runId).execute()
  await transaction.deleteFrom('import_seen').where('run_id', '=', runId).execute()
  await transaction
    .updateTable('import_document')
    .set({ complete: false })
    .where('run_id', '=', runId)
    .execute()
}
