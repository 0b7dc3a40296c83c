import { AppError } from '../../platform/http/error.ts'
import { addDays } from '../../platform/time/plain-date.ts'
import { guardedStudents, guardianshipOf } from '../guardianship/public.ts'
import { isMasked } from '../plans/public.ts'
import type { TaskContext } from '../tasks/contract.ts'
import { daysOfNew } from './contract.ts'
import { findPeopleAround } from './queries.ts'
import { markOpened, type UnopenedComment, unopenedFor } from './queries-opened.ts'
import { keysOf, readerKey } from './rules.ts'
import { demandComing, personOf, type Writing } from './service.ts'

/** The comments have been on the reader's screen: they wait on the reader's list no more. @throws AppError access.forbidden, students.not-found */
export async function openComments(
  writing: Writing,
  studentId: string,
  ids: readonly string[],
): Promise<void> {
  const { audit, today, transaction } = writing
  await demandComing(writing, studentId)
  const person = personOf(audit)
  if ((await findPeopleAround(transaction, person.providerId, studentId)) === undefined)
    throw new AppError('students.not-found', 404)
  // Behind a turvakielto nothing was on the screen.
  if (await isMasked(transaction, person, today, studentId)) return
  const guarded = await guardianshipOf(transaction, person, studentId, today)
  const keys = keysOf(person, guarded?.protected ? undefined : guarded?.guardianId)
  await markOpened(transaction, studentId, ids, { personId: person.id, keys })
}

/** What others have lately said to this person, in each role that the person has today, and what is not opened yet. */
export async function unopenedComments(
  { person, today, transaction }: TaskContext,
  limit: number,
): Promise<{ readonly rows: readonly UnopenedComment[]; readonly guarded: ReadonlySet<string> }> {
  const held = person.roles.includes('guardian') ? await guardedStudents(transaction, person.id, today) : []
  const open = held.filter(one => !one.protected)
  const keys = [
    ...keysOf(person, undefined),
    ...open.map(({ guardianId }) => readerKey('guardian', guardianId)),
  ]
  const since = addDays(today, -daysOfNew)
  const rows = await unopenedFor(transaction, { personId: person.id, keys }, since, limit)
  return { rows, guarded: new Set(open.map(({ studentId }) => studentId)) }
}
