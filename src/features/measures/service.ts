import type { Actor } from '../../platform/access/actor.ts'
import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { newId } from '../../platform/ids.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { measureAccess } from './access.ts'
import { measureAgreed, measureFollowed } from './audit.ts'
import type { FollowUp, MeasureAgreed, MeasureView } from './contract.ts'
import {
  findMeasureStudent,
  insertMeasure,
  lockMeasure,
  type MeasureRow,
  type MeasureStudent,
  measuresOfSigns,
  saveFollowUp,
  worksWithStudents,
} from './queries.ts'
import { isOverdue, refusedAgreement, refusedFollowUp } from './rules.ts'

export interface MeasureContext {
  readonly transaction: WriteTransaction
  readonly audit: AuditContext
  readonly today: PlainDate
}

/**
 * One agreed measure: what, by whom, by when. Whoever calls it has decided that the actor may.
 * @throws AppError measures.due-past, measures.person-unknown
 */
export async function agreeOn(
  { audit, today, transaction }: MeasureContext,
  about: { readonly studentId: string; readonly signId?: string },
  { dueOn, text, who }: MeasureAgreed,
): Promise<string> {
  const refusal = refusedAgreement(dueOn, today)
  if (refusal !== undefined) throw new AppError(`measures.${refusal}`, 409, { pointer: '/dueOn' })
  const { providerId } = audit.actor
  if (who.kind === 'staff' && !(await worksWithStudents(transaction, providerId, who.personId)))
    throw new AppError('measures.person-unknown', 409, { pointer: '/who/personId' })
  const id = newId(audit.now.getTime())
  await insertMeasure(transaction, {
    providerId,
    id,
    studentId: about.studentId,
    signId: about.signId ?? null,
    text: text.trim(),
    // A student's own measure is known by the student's id: a student may never have signed in.
    personId: who.kind === 'student' ? about.studentId : who.personId,
    dueOn,
    now: audit.now,
    by: audit.actor.id ?? null,
  })
  const details = { dueOn, who: who.kind }
  await record(transaction, audit, measureAgreed, { targetId: id, studentId: about.studentId, details })
  return id
}

/** @throws AppError measures.student-not-found, access.forbidden, measures.protected */
export async function demandAgreeable(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  studentId: string,
): Promise<MeasureStudent> {
  const student = await findMeasureStudent(transaction, actor, today, studentId)
  if (student === undefined) throw new AppError('measures.student-not-found', 404)
  measureAccess.agree.demand(actor, {
    studentId,
    teacherPersonId: student.teacher_person_id,
    personId: null,
  })
  if (student.masked) throw new AppError('measures.protected', 403)
  return student
}

/** @throws AppError measures.not-found, access.forbidden, measures.protected, measures.already-followed … */
export async function followUp(
  { audit, today, transaction }: MeasureContext,
  id: string,
  { outcome, state, version }: FollowUp,
): Promise<void> {
  const measure = await lockMeasure(transaction, audit.actor, today, id)
  if (measure === undefined) throw new AppError('measures.not-found', 404)
  measureAccess['follow-up'].demand(audit.actor, accessRow(measure))
  if (measure.masked) throw new AppError('measures.protected', 403)
  const refusal = refusedFollowUp(measure, version)
  if (refusal !== undefined) throw new AppError(`measures.${refusal}`, 409)
  const by = { by: audit.actor.id ?? null, now: audit.now }
  await saveFollowUp(transaction, id, { state, outcome: outcome.trim() }, by)
  const studentId = measure.student_id
  await record(transaction, audit, measureFollowed, { targetId: id, studentId, details: { state } })
}

export const accessRow = (row: MeasureRow) => ({
  studentId: row.student_id,
  teacherPersonId: row.teacher_person_id,
  personId: row.person_id,
})

/** A measure as the actor may see it; of a student with turvakielto without words, in which a place may be named. */
export function measureView(row: MeasureRow, actor: Actor, today: PlainDate): MeasureView {
  const byStudent = row.person_id === row.student_id
  const named = byStudent || row.masked || row.person_name === null ? {} : { name: row.person_name }
  const outcome = row.outcome === null || row.masked ? {} : { outcome: row.outcome }
  return {
    id: row.id,
    ...(row.sign_id === null ? {} : { signId: row.sign_id }),
    ...(row.masked ? {} : { text: row.text }),
    who: { kind: byStudent ? 'student' : 'staff', ...named },
    dueOn: row.due_on,
    overdue: isOverdue(row.state, row.due_on, today),
    state: row.state,
    ...outcome,
    ...(row.followed_at === null ? {} : { followedAt: row.followed_at.toISOString() }),
    version: row.version,
    permittedActions: actionsOn(row, actor),
  }
}

function actionsOn(row: MeasureRow, actor: Actor): string[] {
  const may = measureAccess['follow-up'].may(actor, accessRow(row))
  return may && row.state === 'agreed' && !row.masked ? ['follow-up'] : []
}

/** By sign, as the actor may see them. */
export async function measuresBySign(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  signIds: readonly string[],
): Promise<ReadonlyMap<string, readonly MeasureView[]>> {
  const rows = await measuresOfSigns(transaction, actor, today, signIds)
  const views = rows.map(row => ({ signId: row.sign_id ?? '', view: measureView(row, actor, today) }))
  const grouped = Map.groupBy(views, ({ signId }) => signId)
  return new Map([...grouped].map(([id, list]) => [id, list.map(({ view }) => view)]))
}
