import { plainDateOf } from '../../platform/time/plain-date.ts'
import { careOf } from '../students/public.ts'
import type { Task, TaskSource } from '../tasks/contract.ts'
import {
  countFaulty,
  type DisputedPlan,
  disputedPlans,
  type FaultyPlan,
  faultyPlans,
} from './queries-tasks.ts'

const nothing = { items: [], total: 0 }

/** Plans in which something is to be mended, for those who answer for their students. */
export const findingTasks: TaskSource = {
  name: 'findings',
  tasks: async ({ person, transaction }, limit) => {
    const care = careOf(person)
    if (care === 'none') return nothing
    const rows = await faultyPlans(transaction, { care, person }, limit)
    const total = rows.length < limit ? rows.length : await countFaulty(transaction, { care, person })
    return { items: rows.map(findingTask), total }
  },
}

function findingTask({ errors, id, saved_on, student_id, warnings }: FaultyPlan): Task {
  const [reason, count] = errors > 0 ? ['errors', errors] : ['warnings', warnings]
  return {
    ...{ kind: 'findings', id, studentId: student_id, date: plainDateOf(saved_on), dateIs: 'since' },
    to: `/plans/${id}#findings`,
    params: { reason, count },
  }
}

/** Plans in which a register and a colleague changed the same thing differently. */
export const conflictTasks: TaskSource = {
  name: 'conflicts',
  tasks: async ({ person, transaction }, limit) => {
    const care = careOf(person)
    if (care === 'none') return nothing
    const rows = await disputedPlans(transaction, { care, person }, limit)
    return { items: rows.map(conflictTask), total: rows[0]?.total ?? 0 }
  },
}

function conflictTask({ conflicts, id, noticed_on, student_id }: DisputedPlan): Task {
  return {
    ...{ kind: 'conflict', id, studentId: student_id, date: plainDateOf(noticed_on), dateIs: 'since' },
    to: `/plans/${id}#conflicts`,
    params: { count: conflicts },
  }
}
