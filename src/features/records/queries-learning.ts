import { sql } from 'kysely'
import type { ReadTransaction } from '../../platform/db/door.ts'

type Row = Readonly<Record<string, unknown>>

/** What was told of prior learning, also what was withdrawn, with the names of its files. */
export async function findEvidence(transaction: ReadTransaction, studentId: string): Promise<Row[]> {
  const { rows } = await sql<{ body: Row }>`
    select to_jsonb(e) - 'provider_id' - 'student_id' - 'created_by' || jsonb_build_object('files', (
        select coalesce(jsonb_agg(f.name order by f.stored_at, f.id), '[]') from evidence_file ef
        join stored_file f on f.provider_id = ef.provider_id and f.id = ef.file_id
        where ef.provider_id = e.provider_id and ef.evidence_id = e.id and f.erased_at is null)) as body
    from evidence e where e.student_id = ${studentId} order by e.created_at, e.id`.execute(transaction)
  return rows.map(({ body }) => body)
}

/** What was asked to be recognised, and how it was answered. */
export async function findRecognitions(transaction: ReadTransaction, studentId: string): Promise<Row[]> {
  const { rows } = await sql<{ body: Row }>`
    select to_jsonb(r) - 'provider_id' - 'student_id' - 'asked_by' - 'decided_by' || jsonb_build_object('evidence', (
        select coalesce(jsonb_agg(e.evidence_id order by e.evidence_id), '[]') from recognition_evidence e
        where e.provider_id = r.provider_id and e.recognition_id = r.id)) as body
    from recognition r where r.student_id = ${studentId} order by r.asked_at, r.id`.execute(transaction)
  return rows.map(({ body }) => body)
}

export async function findStoredFiles(
  transaction: ReadTransaction,
  studentId: string,
): Promise<{ readonly id: string; readonly name: string }[]> {
  return transaction
    .selectFrom('stored_file')
    .select(['id', 'name'])
    .where('student_id', '=', studentId)
    .where('erased_at', 'is', null)
    .orderBy('stored_at')
    .orderBy('id')
    .execute()
}
