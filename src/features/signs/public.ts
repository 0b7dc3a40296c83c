import type { TaskSource } from '../tasks/contract.ts'

import { openSignsOfOwn } from './queries.ts'

/** Open signs of the students whose responsible teacher the person is. */
export const signTasks: TaskSource = {
  name: 'signs',
  tasks: async ({ person, today, transaction }, limit) => {
    const rows = await openSignsOfOwn(transaction, person.id, limit)
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
