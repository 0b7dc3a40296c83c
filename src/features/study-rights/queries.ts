import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { StudyRight } from './contract.ts'

export interface StoredStudyRight {
  readonly studentId: string
  readonly body: StudyRight
}

export async function findStudyRight(
  transaction: ReadTransaction,
  oid: string,
): Promise<StoredStudyRight | undefined> {
  const row = await transaction
    .selectFrom('study_right')
    .select(['student_id', 'body'])
    .where('oid', '=', oid)
    .executeTakeFirst()
  return row && { studentId: row.student_id, body: row.body as unknown as StudyRight }
}

/** Stores a study right; answers whether anything changed. */
export async function upsertStudyRight(
  transaction: WriteTransaction,
  row: { providerId: string; studentId: string; body: StudyRight; source: string },
): Promise<boolean> {
  const { body } = row
  const values = {
    student_id: row.studentId,
    body: JSON.stringify(body),
    diary_number: body.attainments.find(one => one.diaryNumber)?.diaryNumber ?? null,
    starts_on: body.startsOn ?? null,
    estimated_end_on: body.estimatedEndOn ?? null,
    source: row.source,
  }
  const result = await transaction
    .insertInto('study_right')
    .values({ provider_id: row.providerId, oid: body.oid, ...values })
    .onConflict(conflict =>
      conflict
        .columns(['provider_id', 'oid'])
        .doUpdateSet({ ...values, changed_at: sql`now()` })
        .where(sql<boolean>`study_right.body is distinct from excluded.body`),
    )
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}
