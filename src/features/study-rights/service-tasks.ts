import { addDays, plainDateOf } from '../../platform/time/plain-date.ts'
import { careOf } from '../students/public.ts'
import type { Task, TaskSource } from '../tasks/contract.ts'
import { type RightWithoutPlan, rightsWithoutPlan } from './queries-tasks.ts'

/** More would push everything else off the list; the page leads to the rest in the list of students. */
const shownAtMost = 20

/** Studies that have gone on for as long as the provider lets them without a plan. */
export const planMissingTasks: TaskSource = {
  name: 'plan-missing',
  tasks: async ({ person, settings, today, transaction }, limit) => {
    const care = careOf(person)
    if (care === 'none') return { items: [], total: 0 }
    const days = settings.reminders.planMissingDays
    const asked = { care, person, begunBy: addDays(today, -days) }
    const rows = await rightsWithoutPlan(transaction, asked, Math.min(limit, shownAtMost))
    return { items: rows.map(row => planMissingTask(row, days)), total: rows[0]?.total ?? 0 }
  },
}

function planMissingTask({ oid, starts_on, student_id }: RightWithoutPlan, days: number): Task {
  return {
    kind: 'plan-missing',
    id: oid,
    studentId: student_id,
    date: addDays(plainDateOf(starts_on), days),
    dateIs: 'by',
    to: `/plans/new?studyRight=${oid}`,
    params: { starts: starts_on },
  }
}
