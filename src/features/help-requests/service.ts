import { type AuditContext, type AuditEvent, record } from '../../platform/audit/audit.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { newId } from '../../platform/ids.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { isMasked } from '../plans/public.ts'
import { settingsOf } from '../settings/public.ts'
import { findProtection, lockStudent } from '../students/public.ts'
import { helpAccess } from './access.ts'
import { helpAnswered, helpAsked, helpTaken, helpWithdrawn } from './audit.ts'
import type { HelpRequest, HelpRequestList, NewHelpRequest } from './contract.ts'
import {
  findReaders,
  findRequests,
  type HelpRow,
  insertRequest,
  lockRequest,
  updateRequest,
} from './queries.ts'
import { actionsIn, answerByOf, openAtMost } from './rules.ts'

interface Asking {
  readonly transaction: WriteTransaction
  readonly audit: AuditContext
  readonly today: PlainDate
}

/** A student's requests as the reader may have them. @throws AppError students.not-found */
export async function requestsOf(
  { audit, today, transaction }: Omit<Asking, 'transaction'> & { readonly transaction: ReadTransaction },
  studentId: string,
): Promise<HelpRequestList> {
  const { actor } = audit
  const protection = await findProtection(transaction, actor, today, studentId)
  // Another provider's student is not known to exist.
  if (protection === undefined) throw new AppError('students.not-found', 404)
  const { masked } = protection
  const rows = await findRequests(transaction, actor, studentId)
  const mayAsk = helpAccess.ask.may(actor, { studentId, readBy: null, teacherPersonId: null })
  // Staff need no list of who else works here.
  const readers = mayAsk
    ? await findReaders(transaction, actor.providerId, studentId)
    : { teacher: null, guidance: [] }
  const { reminders } = await settingsOf(transaction)
  return {
    items: rows.map(row => shown(row, masked, helpAccess.permitted(actor, rowOf(row)))),
    mayAsk,
    answerBy: answerByOf(today, reminders.helpDays),
    ...(readers.teacher === null ? {} : { teacher: readers.teacher }),
    guidance: [...readers.guidance],
    masked,
  }
}

const rowOf = ({ read_by, student_id, teacher_person_id }: HelpRow) => ({
  studentId: student_id,
  readBy: read_by,
  teacherPersonId: teacher_person_id,
})

function shown(row: HelpRow, masked: boolean, permitted: readonly string[]): HelpRequest {
  const { answer_by: answerBy, asked_of: askedOf, id, state, topic } = row
  const head = { id, topic, askedOf, state, answerBy, askedAt: row.asked_at.toISOString() }
  if (masked) return { ...head, permittedActions: [] }
  return {
    ...head,
    ...(row.message === null ? {} : { message: row.message }),
    ...(row.taken_by_name === null ? {} : { takenBy: row.taken_by_name }),
    ...(row.answer === null ? {} : { answer: row.answer }),
    ...(row.answered_at === null ? {} : { answeredAt: row.answered_at.toISOString() }),
    ...(row.answered_by_name === null ? {} : { answeredBy: row.answered_by_name }),
    permittedActions: actionsIn(state, permitted),
  }
}

/** @throws AppError help-requests.no-teacher, help-requests.no-guidance, help-requests.too-many */
export async function askForHelp(
  { audit, today, transaction }: Asking,
  body: NewHelpRequest,
): Promise<{ id: string; answerBy: string }> {
  const { actor, now } = audit
  const studentId = actor.kind === 'person' ? actor.studentId : undefined
  if (studentId === undefined) throw new AppError('access.forbidden', 403)
  await lockStudent(transaction, studentId)
  const rows = await findRequests(transaction, actor, studentId)
  if (rows.filter(({ state }) => state === 'open' || state === 'taken').length >= openAtMost)
    throw new AppError('help-requests.too-many', 409)
  const readers = await findReaders(transaction, actor.providerId, studentId)
  if (body.askedOf === 'teacher' && readers.teacher === null)
    throw new AppError('help-requests.no-teacher', 409, { pointer: '/askedOf' })
  if (body.askedOf === 'guidance' && readers.guidance.length === 0)
    throw new AppError('help-requests.no-guidance', 409, { pointer: '/askedOf' })
  const { reminders } = await settingsOf(transaction)
  const [id, answerBy] = [newId(), answerByOf(today, reminders.helpDays)]
  const message = body.message?.trim() || null
  await insertRequest(transaction, {
    ...{ id, studentId, message, now, answerBy, topic: body.topic, askedOf: body.askedOf },
    ...{ providerId: actor.providerId, by: actor.id ?? null },
  })
  await record(transaction, audit, helpAsked, { targetId: id, studentId, details: {} })
  return { id, answerBy }
}

type Step = 'withdraw' | 'take' | 'answer'

const events: Readonly<Record<Step, AuditEvent>> = {
  withdraw: helpWithdrawn,
  take: helpTaken,
  answer: helpAnswered,
}

/** One step with a request. @throws AppError help-requests.not-found, help-requests.closed, plans.protected */
export async function stepOn(
  { audit, today, transaction }: Asking,
  id: string,
  step: Step,
  answer?: string,
): Promise<void> {
  const { actor, now } = audit
  const row = await lockRequest(transaction, actor, id)
  // Whoever was not asked does not know that there is one.
  if (row === undefined) throw new AppError('help-requests.not-found', 404)
  helpAccess[step].demand(actor, rowOf(row))
  if (await isMasked(transaction, actor, today, row.student_id)) throw new AppError('plans.protected', 403)
  if (!actionsIn(row.state, [step]).includes(step)) throw new AppError('help-requests.closed', 409)
  const by = actor.id ?? null
  if (step === 'take') await updateRequest(transaction, id, { state: 'taken', takenBy: by })
  else if (step === 'withdraw') await updateRequest(transaction, id, { state: 'withdrawn' })
  else
    await updateRequest(transaction, id, {
      ...{ state: 'answered', answer: answer?.trim() ?? '', answeredAt: now, answeredBy: by },
    })
  await record(transaction, audit, events[step], { targetId: id, studentId: row.student_id, details: {} })
}
