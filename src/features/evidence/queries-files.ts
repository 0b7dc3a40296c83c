import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'

export interface NewFile {
  readonly providerId: string
  readonly studentId: string
  readonly evidenceId: string
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly digest: Buffer
  readonly at: Date
  readonly by: string | null
}

export async function insertFile(transaction: WriteTransaction, file: NewFile): Promise<void> {
  await transaction
    .insertInto('stored_file')
    .values({
      ...{ provider_id: file.providerId, id: file.id, student_id: file.studentId, name: file.name },
      ...{ media_type: file.mediaType, bytes: file.bytes, digest: file.digest },
      ...{ stored_at: file.at, stored_by: file.by },
    })
    .execute()
  await transaction
    .insertInto('evidence_file')
    .values({ provider_id: file.providerId, evidence_id: file.evidenceId, file_id: file.id })
    .execute()
}

/** How many bytes the files of a student take that have not been removed. */
export async function bytesOf(transaction: ReadTransaction, studentId: string): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`select coalesce(sum(bytes), 0)::double precision as bytes
    from stored_file where student_id = ${studentId}::uuid and erased_at is null`.execute(transaction)
  return rows[0]?.bytes ?? 0
}

export interface FoundFile {
  readonly name: string
  readonly media_type: string
}

export async function findFile(
  transaction: ReadTransaction,
  studentId: string,
  id: string,
): Promise<FoundFile | undefined> {
  return transaction
    .selectFrom('stored_file')
    .select(['name', 'media_type'])
    .where('student_id', '=', studentId)
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
}

/** The words of files go now; their rows stay until their bytes have gone. Answers how many. */
const erased = (now: Date) => sql`name = '', digest = '', erased_at = ${now}`

export async function eraseFile(
  transaction: WriteTransaction,
  evidenceId: string,
  fileId: string,
  now: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update stored_file f set ${erased(now)} where f.id = ${fileId}::uuid and f.erased_at is null
      and exists (select from evidence_file ef where ef.provider_id = f.provider_id and ef.file_id = f.id
        and ef.evidence_id = ${evidenceId}::uuid)`.execute(transaction)
  if (!numAffectedRows) return false
  await transaction.deleteFrom('evidence_file').where('file_id', '=', fileId).execute()
  return true
}

/** The files of one piece of evidence, or of all of a student's. */
export async function eraseFiles(
  transaction: WriteTransaction,
  whose: { readonly evidenceId: string } | { readonly studentId: string },
  now: Date,
): Promise<number> {
  const which =
    'studentId' in whose
      ? sql`f.student_id = ${whose.studentId}::uuid`
      : sql`exists (select from evidence_file ef where ef.provider_id = f.provider_id and ef.file_id = f.id
          and ef.evidence_id = ${whose.evidenceId}::uuid)`
  const { numAffectedRows } = await sql`
    update stored_file f set ${erased(now)} where f.erased_at is null and ${which}`.execute(transaction)
  await sql`delete from evidence_file ef using stored_file f where f.provider_id = ef.provider_id
    and f.id = ef.file_id and f.erased_at is not null`.execute(transaction)
  return Number(numAffectedRows ?? 0n)
}

/** Deletes what was told of a student; answers how many pieces. */
export async function deleteEvidenceOf(transaction: WriteTransaction, studentId: string): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom('evidence')
    .where('student_id', '=', studentId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Erased files whose bytes may still be there. */
export async function erasedFiles(transaction: ReadTransaction, limit: number): Promise<string[]> {
  const rows = await transaction
    .selectFrom('stored_file')
    .select('id')
    .where('erased_at', 'is not', null)
    .limit(limit)
    .execute()
  return rows.map(row => row.id)
}

export async function deleteErased(transaction: WriteTransaction, ids: readonly string[]): Promise<void> {
  await sql`delete from stored_file where id = any (${ids}::uuid[]) and erased_at is not null`.execute(
    transaction,
  )
}

/** Of these ids those that a row knows. */
export async function knownFiles(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from stored_file where id = any (${ids}::uuid[])`.execute(transaction)
  return new Set(rows.map(row => row.id))
}
