import { plainDateOf } from '../../platform/time/plain-date.ts'
import { careOf } from '../students/public.ts'
import type { TaskSource } from '../tasks/contract.ts'
import { recognitionAccess } from './access.ts'
import { waitingStudents } from './queries-tasks.ts'

/** Students who have asked for recognition and wait for a decision, for those who decide. */
export const recognitionTasks: TaskSource = {
  name: 'recognitions',
  tasks: async ({ person, transaction }, limit) => {
    const care = careOf(person)
    if (care === 'none' || !recognitionAccess.decide.mayEver(person)) return { items: [], total: 0 }
    const rows = await waitingStudents(transaction, { care, person }, limit)
    const items = rows.map(row => ({
      ...{ kind: 'recognition' as const, id: row.student_id, studentId: row.student_id },
      ...{ date: plainDateOf(row.asked_on), dateIs: 'since' as const },
      ...{ to: `/students/${row.student_id}/prior-learning`, params: { count: row.requests } },
    }))
    return { items, total: rows[0]?.total ?? 0 }
  },
}
