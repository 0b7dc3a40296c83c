import type { Person } from '../../platform/access/actor.ts'
import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { newId } from '../../platform/ids.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { guardiansOf } from '../guardians/public.ts'
import { guardianshipOf } from '../guardianship/public.ts'
import { findPlan, isMasked } from '../plans/public.ts'
import { aboutOf } from '../proposals/rules.ts'
import { type CommentAccessRow, commentAccess } from './access.ts'
import { commentRemoved, commentWritten } from './audit.ts'
import type { NewComment, ReaderChoice } from './contract.ts'
import {
  type CommentRow,
  findComments,
  findPeopleAround,
  insertComment,
  lockComment,
  removeComment,
} from './queries.ts'
import { choicesOf, keysOf, readersFault, roleOfKey } from './rules.ts'

export interface Reading {
  readonly transaction: ReadTransaction
  readonly audit: AuditContext
  readonly today: PlainDate
}

export interface Writing extends Reading {
  readonly transaction: WriteTransaction
}

/** @throws AppError access.forbidden: only people comment. */
export function personOf({ actor }: AuditContext): Person {
  if (actor.kind !== 'person') throw new AppError('access.forbidden', 403)
  return actor
}

/** Whoever may be named a reader comes in, and gets the rows that name them: perhaps none. @throws AppError access.forbidden */
export async function demandComing({ audit, today, transaction }: Reading, studentId: string): Promise<void> {
  const person = personOf(audit)
  const { id, roles } = person
  const comes =
    roles.includes('teacher') ||
    roles.includes('guidance') ||
    person.studentId === studentId ||
    (await guardianshipOf(transaction, person, studentId, today)) !== undefined
  commentAccess.read.demand(person, { studentId, readerId: comes ? id : null, authorId: null })
}

/** How many comments are shown at once; the older ones are asked for. */
const page = 50

/** The comments of a student that name the reader, or are the reader's own; row by row, a page of them. */
export async function commentsFor(
  { audit, today, transaction }: Reading,
  { after, studentId }: { readonly studentId: string; readonly after?: string | undefined },
) {
  const person = personOf(audit)
  const guarded = await guardianshipOf(transaction, person, studentId, today)
  // To a guardian a turvakielto hides always: words may tell a place.
  const guardianId = guarded?.protected ? undefined : guarded?.guardianId
  const keys = keysOf(person, guardianId)
  const reader = { personId: person.id, keys }
  const found = await findComments(transaction, studentId, reader, { after, limit: page + 1 })
  const shown = found.slice(0, page)
  const rows = shown.filter(row => commentAccess.read.may(person, accessRow(row, person, keys)))
  return {
    rows,
    next: found.length > page ? shown.at(-1)?.id : undefined,
    keys,
    guarded: guarded !== undefined,
  }
}

export function accessRow(row: CommentRow, person: Person, keys: readonly string[]): CommentAccessRow {
  const reads = row.author_id === person.id || row.readers.some(key => keys.includes(key))
  return { studentId: row.student_id, readerId: reads ? person.id : null, authorId: row.author_id }
}

/** Whom the writer may name as readers of this student's comments. @throws AppError students.not-found */
export async function readerChoices(
  { audit, today, transaction }: Reading,
  studentId: string,
): Promise<ReaderChoice[]> {
  const person = personOf(audit)
  const around = await findPeopleAround(transaction, person.providerId, studentId)
  if (around === undefined) throw new AppError('students.not-found', 404)
  const student = { id: studentId, name: around.student_name ?? '', protected: around.protected }
  const guardians = await guardiansOf(transaction, [studentId])
  const namesGuardians = person.studentId !== studentId
  const { guidance, teacher } = around
  return choicesOf(
    { student, teacher: teacher ?? undefined, guidance, guardians, today, namesGuardians },
    person,
  )
}

/** Stores a comment for the readers that were named. @throws AppError */
export async function writeComment(writing: Writing, body: NewComment): Promise<{ id: string }> {
  const { audit, today, transaction } = writing
  const person = personOf(audit)
  const { about, planId, readers, studentId, text } = body
  commentAccess.write.demand(person, { studentId, readerId: null, authorId: null })
  if (await isMasked(transaction, person, today, studentId)) throw new AppError('plans.protected', 403)
  const plan = await findPlan(transaction, { id: planId })
  if (plan?.student_id !== studentId) throw new AppError('plans.not-found', 404)
  if (aboutOf(plan.body, about) === undefined)
    throw new AppError('comments.about-unknown', 400, { pointer: '/about' })
  const fault = readersFault(readers, await readerChoices(writing, studentId))
  if (fault !== undefined)
    throw new AppError(`comments.${fault}`, fault === 'readers-changed' ? 409 : 403, { pointer: '/readers' })
  const id = newId()
  await insertComment(transaction, {
    ...{ id, studentId, about, readers, now: audit.now, text: text.trim() },
    ...{ providerId: person.providerId, authorId: person.id, authorRole: roleOf(person) },
  })
  const roles = [...new Set(readers.map(roleOfKey))]
  await record(transaction, audit, commentWritten, { targetId: id, studentId, details: { roles } })
  return { id }
}

/** Whoever has several roles writes as the one that is nearest to the student. */
function roleOf({ roles, studentId }: Person): string {
  if (studentId !== undefined) return 'student'
  return roles.includes('teacher') ? 'teacher' : 'guidance'
}

/** @throws AppError comments.not-found */
export async function takeAway({ audit, transaction }: Writing, id: string): Promise<void> {
  const person = personOf(audit)
  const row = await lockComment(transaction, id)
  if (row === undefined || !commentAccess.remove.may(person, accessRow(row, person, [])))
    throw new AppError('comments.not-found', 404)
  await removeComment(transaction, id, audit.now)
  await record(transaction, audit, commentRemoved, { targetId: id, studentId: row.student_id, details: {} })
}
