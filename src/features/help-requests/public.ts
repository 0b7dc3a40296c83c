import { plainDateOf } from '../../platform/time/plain-date.ts'
import type { TaskSource } from '../tasks/contract.ts'
import { type OpenTask, openFor } from './queries.ts'

/** Requests for support that this person is to answer. */
export const helpTasks: TaskSource = {
  name: 'help-requests',
  tasks: async ({ person, transaction }, limit) => {
    const open = await openFor(transaction, person, limit)
    return { items: open.map(taskOf), total: open[0]?.total ?? 0 }
  },
}

const taskOf = ({ answer_by, id, student_id: studentId }: OpenTask) => ({
  kind: 'help' as const,
  id,
  studentId,
  date: plainDateOf(answer_by),
  dateIs: 'by' as const,
  to: `/students/${studentId}/path#help`,
})
