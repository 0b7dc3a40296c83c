import { addDays, plainDateOf } from '../../platform/time/plain-date.ts'
import { careOf } from '../students/public.ts'
import { daysOfAnswer, type Task, type TaskContext, type TaskSource } from '../tasks/contract.ts'
import { recognitionAccess } from './access.ts'
import { type Decided, decidedSince } from './queries-decided.ts'
import { type WaitingStudent, waitingStudents } from './queries-tasks.ts'

/** For those who decide: students who wait for a decision. For students: the decisions of the last two weeks. */
export const recognitionTasks: TaskSource = {
  name: 'recognitions',
  tasks: async (context, limit) => {
    const waiting = await waitingFor(context, limit)
    const decided = await decidedTo(context, limit)
    return {
      items: [...waiting.map(waitingTask), ...decided.map(decidedTask)],
      total: (waiting[0]?.total ?? 0) + (decided[0]?.total ?? 0),
    }
  },
}

async function waitingFor({ person, transaction }: TaskContext, limit: number): Promise<WaitingStudent[]> {
  const care = careOf(person)
  if (care === 'none' || !recognitionAccess.decide.mayEver(person)) return []
  return waitingStudents(transaction, { care, person }, limit)
}

async function decidedTo({ person, today, transaction }: TaskContext, limit: number): Promise<Decided[]> {
  if (person.studentId === undefined) return []
  return decidedSince(transaction, person.studentId, addDays(today, -daysOfAnswer), limit)
}

const waitingTask = ({ asked_on, requests, student_id: studentId }: WaitingStudent): Task => ({
  kind: 'recognition',
  id: studentId,
  studentId,
  date: plainDateOf(asked_on),
  dateIs: 'since',
  to: `/students/${studentId}/prior-learning`,
  params: { count: requests },
})

const decidedTask = ({ day, id }: Decided): Task => ({
  kind: 'recognition-decided',
  id,
  date: plainDateOf(day),
  dateIs: 'since',
  to: '/path#recognitions',
})
