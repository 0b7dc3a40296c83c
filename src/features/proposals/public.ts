import { addDays } from '../../platform/time/plain-date.ts'
import { daysOfAnswer, type Task, type TaskSource } from '../tasks/contract.ts'
import { proposalAccess } from './access.ts'
import { answeredSince, type OpenTask, openFor } from './queries.ts'

/** Those who answer: open proposals of the students whom they answer for. Students: answers of the last two weeks. */
export const proposalTasks: TaskSource = {
  name: 'proposals',
  tasks: async ({ person, today, transaction }, limit) => {
    const open = proposalAccess.answer.mayEver(person) ? await openFor(transaction, person, limit) : []
    const since = addDays(today, -daysOfAnswer)
    const answered =
      person.studentId === undefined ? [] : await answeredSince(transaction, person.studentId, since, limit)
    return {
      items: [...open.map(openTask), ...answered.map(answeredTask)],
      total: (open[0]?.total ?? 0) + (answered[0]?.total ?? 0),
    }
  },
}

const openTask = ({ day, id, student_id: studentId }: OpenTask): Task => ({
  kind: 'proposal',
  id,
  studentId,
  date: day as Task['date'],
  dateIs: 'by',
  to: `/students/${studentId}/path#proposals`,
})

const answeredTask = ({ day, id }: OpenTask): Task => ({
  kind: 'proposal-answered',
  id,
  date: day as Task['date'],
  dateIs: 'since',
  to: '/path#proposals',
})
