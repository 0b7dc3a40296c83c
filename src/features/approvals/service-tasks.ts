import type { Language } from '../../platform/i18n/language.ts'
import { addDays, plainDateOf } from '../../platform/time/plain-date.ts'
import { guardedStudents } from '../guardianship/public.ts'
import { careOf } from '../students/public.ts'
import type { Task, TaskContext, TaskSource } from '../tasks/contract.ts'
import { askedOf, type StuckApproval, stuckApprovals, type WaitingApproval } from './queries-tasks.ts'
import { kindOf, toldOf } from './rules-told.ts'

/** After so many days somebody should ask why there is no answer. */
const longDays = 14

/** What a student or a guardian is asked to approve; for staff what was declined, and what has waited long. */
export const approvalTasks: TaskSource = {
  name: 'approvals',
  tasks: async (context, limit) => {
    const rows = [
      ...(await askedOfPerson(context, limit)),
      ...(await stuckFor(context, limit)).map(row => ({
        row,
        task: staffTask(row, context.language),
      })),
    ]
    return { items: rows.map(({ task }) => task).slice(0, limit), total: rows[0]?.row.total ?? 0 }
  },
}

interface Found {
  readonly row: WaitingApproval
  readonly task: Task
}

async function askedOfPerson({ person, today, transaction }: TaskContext, limit: number): Promise<Found[]> {
  if (person.roles.includes('student') && person.studentId !== undefined) {
    const rows = await askedOf(transaction, 'student', [person.studentId], limit)
    return rows.map(row => ({ row, task: { ...taskOf(row), to: '/path#approvals' } }))
  }
  if (!person.roles.includes('guardian')) return []
  const guarded = await guardedStudents(transaction, person.id, today)
  const ids = guarded.map(({ studentId }) => studentId)
  const rows = await askedOf(transaction, 'guardian', ids, limit)
  return rows.map(row => ({ row, task: { ...taskOf(row), to: `/guardian/${row.student_id}#approvals` } }))
}

async function stuckFor({ person, today, transaction }: TaskContext, limit: number) {
  const care = careOf(person)
  if (care === 'none') return []
  return stuckApprovals(transaction, { care, person }, { before: addDays(today, -longDays), today }, limit)
}

function staffTask(row: StuckApproval, language: Language): Task {
  return {
    ...taskOf(row),
    to: `/plans/${row.plan_id}#approvals`,
    params: { ...toldOf(row, language), action: 'look' },
  }
}

function taskOf({ part, party, plan_id, since, student_id: studentId }: WaitingApproval): Omit<Task, 'to'> {
  const id = `${plan_id} ${party} ${part}`
  const params = { reason: kindOf(part) }
  return { kind: 'approval', id, studentId, date: plainDateOf(since), dateIs: 'since', params }
}
