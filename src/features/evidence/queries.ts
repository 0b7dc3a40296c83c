import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { EvidenceContent, EvidenceKind, StoredFile } from './contract.ts'

export interface EvidenceRow {
  readonly id: string
  readonly student_id: string
  readonly kind: EvidenceKind
  readonly title: string
  readonly description: string | null
  readonly organisation: string | null
  readonly starts_on: string | null
  readonly ends_on: string | null
  readonly version: number
  readonly created_at: Date
  /** Of a colleague; null where the student told it. */
  readonly author_name: string | null
  readonly withdrawn: boolean
  readonly files: readonly StoredFile[]
}

const select = sql`
  select e.id, e.student_id, e.kind, e.title, e.description, e.organisation, e.starts_on::text as starts_on,
    e.ends_on::text as ends_on, e.version, e.created_at, e.withdrawn_at is not null as withdrawn,
    (select p.name from person p where p.id = e.created_by and not exists (select from assignment a
      where a.person_id = p.id and a.provider_id = e.provider_id and a.student_id = e.student_id)) as author_name,
    (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type,
        'bytes', f.bytes, 'storedAt', f.stored_at) order by f.stored_at, f.id), '[]')
      from evidence_file ef join stored_file f on f.provider_id = ef.provider_id and f.id = ef.file_id
      where ef.provider_id = e.provider_id and ef.evidence_id = e.id and f.erased_at is null) as files
  from evidence e`

/** What stands of a student's, the newest first. */
export async function evidenceOf(transaction: ReadTransaction, studentId: string): Promise<EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`${select}
    where e.student_id = ${studentId}::uuid and e.withdrawn_at is null
    order by e.created_at desc, e.id`.execute(transaction)
  return rows
}

/** By ids, those that were withdrawn too: a decision rests on them all the same. */
export async function evidenceByIds(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`${select} where e.id = any (${ids}::uuid[])
    order by e.created_at desc, e.id`.execute(transaction)
  return rows
}

/** One of the student's that stands; locked until the transaction ends. */
export async function lockEvidence(
  transaction: WriteTransaction,
  studentId: string,
  id: string,
): Promise<{ readonly version: number; readonly files: number } | undefined> {
  const { rows } = await sql<{ version: number; files: number }>`
    select e.version, (select count(*)::integer from evidence_file ef where ef.provider_id = e.provider_id
      and ef.evidence_id = e.id) as files
    from evidence e where e.student_id = ${studentId}::uuid and e.id = ${id}::uuid and e.withdrawn_at is null
    for no key update of e`.execute(transaction)
  return rows[0]
}

export async function countEvidence(transaction: ReadTransaction, studentId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from evidence
    where student_id = ${studentId}::uuid and withdrawn_at is null`.execute(transaction)
  return rows[0]?.count ?? 0
}

interface Placed {
  readonly providerId: string
  readonly studentId: string
  readonly id: string
  readonly now: Date
}

const columns = (content: EvidenceContent) => ({
  kind: content.kind,
  title: content.title,
  description: content.description ?? null,
  organisation: content.organisation ?? null,
  starts_on: content.startsOn ?? null,
  ends_on: content.endsOn ?? null,
})

export async function insertEvidence(
  transaction: WriteTransaction,
  { id, now, providerId, studentId }: Placed,
  content: EvidenceContent,
  by: string | null,
): Promise<void> {
  await transaction
    .insertInto('evidence')
    .values({
      ...{ provider_id: providerId, id, student_id: studentId, created_at: now, created_by: by },
      ...{ changed_at: now, ...columns(content) },
    })
    .execute()
}

export async function updateEvidence(
  transaction: WriteTransaction,
  id: string,
  content: EvidenceContent,
  now: Date,
): Promise<void> {
  await transaction
    .updateTable('evidence')
    .set({ ...columns(content), version: sql`version + 1`, changed_at: now })
    .where('id', '=', id)
    .execute()
}

/** Hides it; answers whether a recognition rests on it. */
export async function withdrawEvidence(
  transaction: WriteTransaction,
  id: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    update evidence e set withdrawn_at = ${now}, changed_at = ${now}, version = version + 1 where e.id = ${id}::uuid
    returning exists (select from recognition_evidence r where r.provider_id = e.provider_id
      and r.evidence_id = e.id) as used`.execute(transaction)
  return rows[0]?.used === true
}
