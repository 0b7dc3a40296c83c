import { sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { withoutTeacher } from '../students/public.ts'
import { countedAtMost } from '../tasks/contract.ts'
import { helpAccess } from './access.ts'
import type { AskedOf, HelpState, HelpTopic } from './contract.ts'

export interface HelpRow {
  readonly id: string
  readonly student_id: string
  readonly topic: HelpTopic
  readonly message: string | null
  readonly asked_of: AskedOf
  readonly state: HelpState
  readonly asked_at: Date
  readonly answer_by: string
  readonly taken_by_name: string | null
  readonly answer: string | null
  readonly answered_at: Date | null
  readonly answered_by_name: string | null
  /** Who reads it now: guidance also where the teacher was asked and the student has none any more. */
  readonly read_by: AskedOf
  /** The responsible teacher of today, where the teacher was asked. */
  readonly teacher_person_id: string | null
}

/** `offset 0`: students are looked up for each request, never read as a whole beside them. */
const requests = sql`(
  select h.provider_id, h.id, h.student_id, h.topic, h.message, h.asked_of, h.state, h.asked_at, h.answer_by, h.answer,
    h.answered_at, (select name from person where person.id = h.taken_by) as taken_by_name,
    (select name from person where person.id = h.answered_by) as answered_by_name,
    case when ${withoutTeacher} then 'guidance' else h.asked_of end as read_by,
    case when h.asked_of = 'teacher' then t.person_id end as teacher_person_id
  from help_request h
  join lateral (select o.provider_id, o.id, o.teacher_id from student o
    where o.provider_id = h.provider_id and o.id = h.student_id offset 0) s on true
  left join staff_member t on t.provider_id = s.provider_id and t.id = s.teacher_id) h`

const columns = { studentId: 'h.student_id', readBy: 'h.read_by', teacherPersonId: 'h.teacher_person_id' }

/** A student's requests that the actor may read: those not answered first, then the newest. */
export async function findRequests(
  transaction: ReadTransaction,
  actor: Actor,
  studentId: string,
): Promise<readonly HelpRow[]> {
  const { rows } = await sql<HelpRow>`
    select h.* from ${requests}
    where h.student_id = ${studentId} and ${helpAccess.read.filter(actor, columns)}
    order by (h.state in ('open', 'taken')) desc, h.asked_at desc, h.id limit 100`.execute(transaction)
  return rows
}

/** One that the actor may read, locked until the transaction ends. */
export async function lockRequest(
  transaction: WriteTransaction,
  actor: Actor,
  id: string,
): Promise<HelpRow | undefined> {
  await sql`select id from help_request where id = ${id} for update`.execute(transaction)
  const { rows } = await sql<HelpRow>`
    select h.* from ${requests} where h.id = ${id} and ${helpAccess.read.filter(actor, columns)}`.execute(
    transaction,
  )
  return rows[0]
}

export interface NewRequestRow {
  readonly id: string
  readonly providerId: string
  readonly studentId: string
  readonly topic: HelpTopic
  readonly message: string | null
  readonly askedOf: AskedOf
  readonly now: Date
  readonly by: string | null
  readonly answerBy: string
}

export async function insertRequest(transaction: WriteTransaction, row: NewRequestRow): Promise<void> {
  await transaction
    .insertInto('help_request')
    .values({
      provider_id: row.providerId,
      id: row.id,
      student_id: row.studentId,
      topic: row.topic,
      message: row.message,
      asked_of: row.askedOf,
      state: 'open',
      asked_at: row.now,
      asked_by: row.by,
      answer_by: row.answerBy,
    })
    .execute()
}

export async function updateRequest(
  transaction: WriteTransaction,
  id: string,
  change: {
    readonly state: HelpState
    readonly takenBy?: string | null
    readonly answer?: string
    readonly answeredAt?: Date
    readonly answeredBy?: string | null
  },
): Promise<void> {
  const { answer, answeredAt, answeredBy, state, takenBy } = change
  await transaction
    .updateTable('help_request')
    .set({
      state,
      ...(takenBy === undefined ? {} : { taken_by: takenBy }),
      ...(answer === undefined ? {} : { answer }),
      ...(answeredAt === undefined ? {} : { answered_at: answeredAt, answered_by: answeredBy ?? null }),
    })
    .where('id', '=', id)
    .execute()
}

/** Who would read a request of the student: the responsible teacher, if that teacher signs in, and those of guidance. */
export async function findReaders(
  transaction: ReadTransaction,
  providerId: string,
  studentId: string,
): Promise<{ readonly teacher: string | null; readonly guidance: readonly string[] }> {
  const { rows } = await sql<{ teacher: string | null; guidance: string[] }>`
    select (
      select p.name from student s
      join staff_member t on t.provider_id = s.provider_id and t.id = s.teacher_id
      join person p on p.id = t.person_id
      join assignment a on a.person_id = p.id and a.provider_id = ${providerId} and a.role = 'teacher'
      where s.id = ${studentId}) as teacher, (
      select coalesce(array_agg(p.name order by p.name), '{}') from assignment a
      join person p on p.id = a.person_id
      where a.provider_id = ${providerId} and a.role = 'guidance') as guidance`.execute(transaction)
  return rows[0] ?? { teacher: null, guidance: [] }
}

export interface OpenTask {
  readonly id: string
  readonly student_id: string
  readonly answer_by: string
  readonly total: number
}

/** Requests that wait for this person, the soonest promised first. */
export async function openFor(
  transaction: ReadTransaction,
  actor: Actor,
  limit: number,
): Promise<readonly OpenTask[]> {
  const { rows } = await sql<OpenTask>`
    select id, student_id, answer_by, count(*) over ()::int as total from (
      select h.id, h.student_id, h.answer_by from ${requests}
      where h.state in ('open', 'taken') and ${helpAccess.answer.filter(actor, columns)}
      order by h.answer_by, h.id limit ${sql.lit(countedAtMost)}) waiting
    order by answer_by, id limit ${sql.lit(limit)}`.execute(transaction)
  return rows
}
