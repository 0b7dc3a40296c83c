import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { knownStaff } from '../staff/public.ts'
import { type MovedStudent, moveStudents } from '../students/public.ts'
import { groupAccess } from './access.ts'
import { groupChangedYear, groupHandedOver, studentMoved } from './audit.ts'
import type { Handover, YearChanged, YearRow } from './contract.ts'
import { lockGroups, writeGroupsAfter } from './queries.ts'
import { type GroupBefore, type Problem, planYear, undoOf } from './rules-year.ts'

interface MoveContext {
  readonly transaction: WriteTransaction
  readonly audit: AuditContext
  readonly today: PlainDate
}

/**
 * Gives a group to another teacher, with its students whose teacher was the group's.
 * @throws AppError groups.not-found, groups.ended, groups.changed-since, groups.teacher-unknown, access.forbidden
 */
export async function handOver(
  { audit, today, transaction }: MoveContext,
  code: string,
  { teacherId, version }: Handover,
): Promise<number> {
  const group = (await lockGroups(transaction, [code])).get(code)
  if (group === undefined) throw new AppError('groups.not-found', 404)
  groupAccess['hand-over'].demand(audit.actor, { teacherPersonId: group.teacherPersonId })
  if (group.endsOn !== null) throw new AppError('groups.ended', 409)
  if (group.version !== version) throw new AppError('groups.changed-since', 409, { pointer: '/version' })
  await demandTeachers(transaction, [{ teacherId, pointer: '/teacherId' }])
  if (group.teacherId === teacherId) return 0
  const { name } = group
  await writeGroupsAfter(
    transaction,
    [{ code, name, teacherId, endsOn: null, continuesAs: null }],
    audit.now,
    today,
  )
  const moved = await moveStudents(transaction, audit.now, [
    { from: code, to: code, teacherFrom: group.teacherId, teacherTo: teacherId },
  ])
  // A group's own teacher knows all who had that teacher; nobody else those with turvakielto.
  const own = audit.actor.kind === 'person' && audit.actor.id === group.teacherPersonId
  const told = openOnes(moved).length
  const details = { ...known('from', group.teacherId), to: teacherId, students: told }
  await record(transaction, audit, groupHandedOver, { targetId: code, details })
  await recordStudents(transaction, audit, moved)
  return own ? moved.length : told
}

/**
 * A change of year: every group goes on or ends, in one transaction.
 * @throws AppError groups.<problem> with the row, groups.teacher-unknown, access.forbidden
 */
export async function changeYear(
  { audit, today, transaction }: MoveContext,
  rows: readonly YearRow[],
): Promise<YearChanged> {
  groupAccess['change-year'].demand(audit.actor, { teacherPersonId: null })
  const groups = await lockGroups(transaction, [
    ...new Set(rows.flatMap(row => [row.code, ...(row.continuesAs === null ? [] : [row.continuesAs])])),
  ])
  await demandTeachers(
    transaction,
    rows.flatMap(({ teacherId }, index) =>
      teacherId == null ? [] : [{ teacherId, pointer: `/rows/${index}/teacherId` }],
    ),
  )
  const plan = planYear(rows, groups, today)
  if (!plan.ok) throw refusal(plan.problems)
  const versions = await writeGroupsAfter(transaction, plan.groups, audit.now, today)
  const moved = await moveStudents(transaction, audit.now, plan.moves)
  await recordGroups(transaction, audit, rows, groups, openOnes(moved))
  await recordStudents(transaction, audit, moved)
  const undo = undoOf(rows, groups, versions)
  return { groups: plan.groups.length, students: openOnes(moved).length, undo }
}

/** A number must not tell of anybody whose group is hidden. */
const openOnes = (moved: readonly MovedStudent[]) => moved.filter(one => !one.protected)

const statuses: Readonly<Record<Problem['code'], number>> = {
  unknown: 404,
  'changed-since': 409,
  twice: 400,
  'same-target': 400,
  taken: 409,
}

function refusal([first]: readonly Problem[]): AppError {
  const { code, index } = first ?? { code: 'unknown', index: 0 }
  const name = code === 'unknown' ? 'not-found' : code
  return new AppError(`groups.${name}`, statuses[code], { pointer: `/rows/${index}/code` })
}

async function demandTeachers(
  transaction: WriteTransaction,
  asked: readonly { readonly teacherId: string; readonly pointer: string }[],
): Promise<void> {
  const there = await knownStaff(transaction, [...new Set(asked.map(one => one.teacherId))])
  const missing = asked.find(one => !there.has(one.teacherId))
  if (missing) throw new AppError('groups.teacher-unknown', 400, { pointer: missing.pointer })
}

async function recordGroups(
  transaction: WriteTransaction,
  audit: AuditContext,
  rows: readonly YearRow[],
  groups: ReadonlyMap<string, GroupBefore>,
  moved: readonly MovedStudent[],
): Promise<void> {
  const students = Map.groupBy(moved, one => one.from)
  const events = rows.map(row => {
    const before = groups.get(row.code)?.teacherId ?? null
    const details = {
      ends: row.continuesAs === null,
      ...known('continuesAs', row.continuesAs),
      ...known('from', before),
      ...known('to', row.teacherId === undefined ? before : row.teacherId),
      students: students.get(row.code)?.length ?? 0,
    }
    return { targetId: row.code, details }
  })
  await record(transaction, audit, groupChangedYear, events)
}

const eventsAtOnce = 500

async function recordStudents(
  transaction: WriteTransaction,
  audit: AuditContext,
  moved: readonly MovedStudent[],
): Promise<void> {
  for (let at = 0; at < moved.length; at += eventsAtOnce) {
    const part = moved.slice(at, at + eventsAtOnce)
    await record(
      transaction,
      audit,
      studentMoved,
      part.map(({ from, id, teacher_id, to, ...one }) => ({
        studentId: id,
        details: one.protected ? {} : { from, ...known('to', to), ...known('teacher', teacher_id) },
      })),
    )
  }
}

function known<K extends string>(key: K, value: string | null): { [P in K]?: string } {
  return value === null ? {} : ({ [key]: value } as { [P in K]?: string })
}
