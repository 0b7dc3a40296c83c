import { plainDateOf } from '../../platform/time/plain-date.ts'
import type { Task, TaskSource } from '../tasks/contract.ts'
import type { UnopenedComment } from './queries-opened.ts'
import { unopenedComments } from './service-opened.ts'

/** To each reader who was named: what was said of the last two weeks, until it is opened. */
export const commentTasks: TaskSource = {
  name: 'comments',
  tasks: async (context, limit) => {
    const { guarded, rows } = await unopenedComments(context, limit)
    const { roles, studentId: own } = context.person
    const staff = roles.includes('teacher') || roles.includes('guidance')
    const pathOf = (studentId: string): string => {
      if (studentId === own) return '/path'
      return guarded.has(studentId) && !staff ? `/guardian/${studentId}` : `/students/${studentId}/path`
    }
    return { items: rows.map(row => taskOf(row, pathOf)), total: rows[0]?.total ?? 0 }
  },
}

const taskOf = (
  { day, id, student_id: studentId }: UnopenedComment,
  pathOf: (studentId: string) => string,
): Task => ({
  kind: 'comment',
  id,
  studentId,
  date: plainDateOf(day),
  dateIs: 'since',
  to: `${pathOf(studentId)}#comment-${id}`,
})
