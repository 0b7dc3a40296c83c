import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'

export interface CommentRow {
  readonly id: string
  readonly student_id: string
  readonly about: string
  readonly text: string
  readonly readers: readonly string[]
  readonly author_id: string | null
  readonly author_name: string | null
  readonly author_role: string
  readonly written_at: Date
  readonly opened_by: readonly string[]
}

const columns = sql`c.id, c.student_id, c.about, c.text, c.readers, c.author_id, c.author_role, c.written_at, c.opened_by,
  (select name from person where person.id = c.author_id) as author_name`

/** Comments that name one of the keys as a reader, and the person's own; the newest first, from after a place on. */
export async function findComments(
  transaction: ReadTransaction,
  studentId: string,
  reader: { readonly personId: string; readonly keys: readonly string[] },
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<readonly CommentRow[]> {
  const { rows } = await sql<CommentRow>`
    select ${columns} from comment c
    where c.student_id = ${studentId} and c.removed_at is null
      and (c.author_id = ${reader.personId} or c.readers && ${reader.keys}::text[])
      and ${after === undefined ? sql`true` : sql`(c.written_at, c.id) < (select p.written_at, p.id from comment p where p.id = ${after}::uuid and p.student_id = ${studentId})`}
    order by c.written_at desc, c.id desc limit ${sql.lit(limit)}`.execute(transaction)
  return rows
}

export async function lockComment(
  transaction: WriteTransaction,
  id: string,
): Promise<CommentRow | undefined> {
  const { rows } = await sql<CommentRow>`
    select ${columns} from comment c where c.id = ${id} and c.removed_at is null for update of c`.execute(
    transaction,
  )
  return rows[0]
}

export interface NewCommentRow {
  readonly id: string
  readonly providerId: string
  readonly studentId: string
  readonly about: string
  readonly text: string
  readonly readers: readonly string[]
  readonly authorId: string | null
  readonly authorRole: string
  readonly now: Date
}

export async function insertComment(transaction: WriteTransaction, row: NewCommentRow): Promise<void> {
  await transaction
    .insertInto('comment')
    .values({
      provider_id: row.providerId,
      id: row.id,
      student_id: row.studentId,
      about: row.about,
      text: row.text,
      readers: [...row.readers],
      author_id: row.authorId,
      author_role: row.authorRole,
      written_at: row.now,
    })
    .execute()
}

/** Its words go; that there was one stays. */
export async function removeComment(transaction: WriteTransaction, id: string, now: Date): Promise<void> {
  await transaction.updateTable('comment').set({ text: '', removed_at: now }).where('id', '=', id).execute()
}

export interface PeopleAround {
  readonly student_name: string | null
  readonly protected: boolean
  readonly teacher: { readonly id: string; readonly name: string } | null
  readonly guidance: readonly { readonly id: string; readonly name: string }[]
}

/** Who works with a student and signs in: the responsible teacher, and those of guidance. */
export async function findPeopleAround(
  transaction: ReadTransaction,
  providerId: string,
  studentId: string,
): Promise<PeopleAround | undefined> {
  const { rows } = await sql<PeopleAround>`
    select nullif(concat_ws(' ', s.called_name, s.family_name), '') as student_name,
      coalesce(s.protected, false) as protected, (
        select jsonb_build_object('id', p.id, 'name', p.name) from staff_member t
        join person p on p.id = t.person_id
        join assignment a on a.person_id = p.id and a.provider_id = ${providerId} and a.role = 'teacher'
        where t.provider_id = s.provider_id and t.id = s.teacher_id) as teacher, (
        select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name, p.id), '[]')
        from assignment a join person p on p.id = a.person_id
        where a.provider_id = ${providerId} and a.role = 'guidance') as guidance
    from student s where s.id = ${studentId} and s.erased_at is null`.execute(transaction)
  return rows[0]
}

/** Names of people by their ids. */
export async function findNames(
  transaction: ReadTransaction,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('person')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any (${personIds}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
