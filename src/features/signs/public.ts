import type { TaskSource } from '../tasks/contract.ts'
import { signAccess } from './access.ts'
import { openSignsFor } from './queries.ts'

/** Open signs of the students whom the person answers for. */
export const signTasks: TaskSource = {
  name: 'signs',
  tasks: async ({ person, today, transaction }, limit) => {
    const rows = signAccess.decide.mayEver(person) ? await openSignsFor(transaction, person, limit) : []
    return {
      items: rows.map(({ id, kind, noticed_on, student_id }) => ({
        kind: 'sign',
        id,
        studentId: student_id,
        date: noticed_on as typeof today,
        dateIs: 'since',
        to: `/signs#sign-${id}`,
        params: { reason: kind },
      })),
      total: rows[0]?.total ?? 0,
    }
  },
}
