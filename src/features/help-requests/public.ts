import { addDays, plainDateOf } from '../../platform/time/plain-date.ts'
import { daysOfAnswer, type Task, type TaskSource } from '../tasks/contract.ts'
import { type OpenTask, openFor } from './queries.ts'
import { type AnsweredTask, answeredSince } from './queries-answered.ts'

/** Requests for support that this person is to answer; to students the answers of the last two weeks. */
export const helpTasks: TaskSource = {
  name: 'help-requests',
  tasks: async ({ person, today, transaction }, limit) => {
    const open = await openFor(transaction, person, limit)
    const since = addDays(today, -daysOfAnswer)
    const answered =
      person.studentId === undefined ? [] : await answeredSince(transaction, person.studentId, since, limit)
    return {
      items: [...open.map(openTask), ...answered.map(answeredTask)],
      total: (open[0]?.total ?? 0) + (answered[0]?.total ?? 0),
    }
  },
}

const openTask = ({ answer_by, id, student_id: studentId }: OpenTask): Task => ({
  kind: 'help',
  id,
  studentId,
  date: plainDateOf(answer_by),
  dateIs: 'by',
  to: `/students/${studentId}/path#help`,
})

const answeredTask = ({ day, id }: AnsweredTask): Task => ({
  kind: 'help-answered',
  id,
  date: plainDateOf(day),
  dateIs: 'since',
  to: '/path#help',
})
