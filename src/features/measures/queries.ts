import { sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { maskedTo } from '../students/public.ts'
import { measureAccess } from './access.ts'
import type { FollowUp, MeasureState } from './contract.ts'

export interface MeasureRow {
  readonly id: string
  readonly student_id: string
  readonly sign_id: string | null
  readonly text: string
  readonly person_id: string
  readonly person_name: string | null
  readonly due_on: string
  readonly state: MeasureState
  readonly outcome: string | null
  readonly followed_at: Date | null
  readonly version: number
  readonly teacher_person_id: string | null
  readonly masked: boolean
}

const columns = (actor: Actor, today: PlainDate) => sql`
  a.id, a.student_id, a.sign_id, a.text, a.person_id, n.name as person_name, a.due_on, a.state, a.outcome,
  a.followed_at, a.version, m.person_id as teacher_person_id, ${maskedTo(actor, today)} as masked`

const around = sql`
  join student s on s.provider_id = a.provider_id and s.id = a.student_id
  left join staff_member m on m.provider_id = s.provider_id and m.id = s.teacher_id
  left join person n on n.id = a.person_id`

const accessColumns = {
  studentId: 'a.student_id',
  teacherPersonId: 'm.person_id',
  personId: 'a.person_id',
} as const

/** Measures of these signs that the actor may see, in the order in which they were agreed. */
export async function measuresOfSigns(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  signIds: readonly string[],
): Promise<MeasureRow[]> {
  if (signIds.length === 0) return []
  const allowed = measureAccess.read.filter(actor, accessColumns)
  const { rows } = await sql<MeasureRow>`
    select ${columns(actor, today)} from measure a ${around}
    where a.sign_id = any (${signIds}::uuid[]) and ${allowed} order by a.created_at, a.id`.execute(
    transaction,
  )
  return rows
}

/** All of a student's measures, what is to be done first. */
export async function measuresOfStudent(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  studentId: string,
): Promise<MeasureRow[]> {
  const { rows } = await sql<MeasureRow>`
    select ${columns(actor, today)} from measure a ${around}
    where a.student_id = ${studentId} order by a.state <> 'agreed', a.due_on, a.id`.execute(transaction)
  return rows
}

/** The measure with its student, locked for the change. */
export async function lockMeasure(
  transaction: WriteTransaction,
  actor: Actor,
  today: PlainDate,
  id: string,
): Promise<MeasureRow | undefined> {
  const { rows } = await sql<MeasureRow>`
    select ${columns(actor, today)} from measure a ${around} where a.id = ${id} for update of a`.execute(
    transaction,
  )
  return rows[0]
}

export interface MeasureStudent {
  readonly id: string
  readonly teacher_person_id: string | null
  readonly masked: boolean
}

/** Whom a measure would be about. */
export async function findMeasureStudent(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  studentId: string,
): Promise<MeasureStudent | undefined> {
  const { rows } = await sql<MeasureStudent>`
    select s.id, m.person_id as teacher_person_id, ${maskedTo(actor, today)} as masked from student s
    left join staff_member m on m.provider_id = s.provider_id and m.id = s.teacher_id
    where s.id = ${studentId} and s.erased_at is null`.execute(transaction)
  return rows[0]
}

export interface NewMeasure {
  readonly providerId: string
  readonly id: string
  readonly studentId: string
  readonly signId: string | null
  readonly text: string
  readonly personId: string
  readonly dueOn: string
  readonly now: Date
  readonly by: string | null
}

export async function insertMeasure(transaction: WriteTransaction, measure: NewMeasure): Promise<void> {
  await transaction
    .insertInto('measure')
    .values({
      provider_id: measure.providerId,
      id: measure.id,
      student_id: measure.studentId,
      sign_id: measure.signId,
      text: measure.text,
      person_id: measure.personId,
      due_on: measure.dueOn,
      state: 'agreed',
      created_at: measure.now,
      created_by: measure.by,
    })
    .execute()
}

export async function saveFollowUp(
  transaction: WriteTransaction,
  id: string,
  { outcome, state }: Pick<FollowUp, 'outcome' | 'state'>,
  { by, now }: { readonly by: string | null; readonly now: Date },
): Promise<void> {
  await transaction
    .updateTable('measure')
    .set({ state, outcome, followed_at: now, followed_by: by, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Colleagues who work with students here. Assignments are shared rows, so the provider is named. */
export async function listPeople(
  transaction: ReadTransaction,
  providerId: string,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from person p where exists (
      select from assignment r where r.person_id = p.id and r.provider_id = ${providerId}::uuid
        and r.role in ('teacher', 'guidance', 'coordinator'))
    order by p.name collate "fi-x-icu", p.id limit 3000`.execute(transaction)
  return rows
}

export async function worksWithStudents(
  transaction: ReadTransaction,
  providerId: string,
  personId: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from assignment r where r.person_id = ${personId}::uuid and r.provider_id = ${providerId}::uuid
      and r.role in ('teacher', 'guidance', 'coordinator') limit 1`.execute(transaction)
  return rows.length > 0
}
