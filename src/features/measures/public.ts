import type { TaskSource } from '../tasks/contract.ts'
import { dueMeasures } from './queries.ts'

export { measureAgreed } from './audit.ts'
export type { MeasureView } from './contract.ts'
export { agreeOn, demandAgreeable, type MeasureContext, measuresBySign } from './service.ts'

/** Measures whose day has come: those that I promised, and those that a student promised to me. */
export const measureTasks: TaskSource = {
  name: 'measures',
  tasks: async ({ person, today, transaction }, limit) => {
    const rows = await dueMeasures(transaction, person.id, today, limit)
    return {
      items: rows.map(({ due_on, id, student_id }) => ({
        kind: 'measure',
        id,
        studentId: student_id,
        date: due_on as typeof today,
        dateIs: 'by',
        to: `/students/${student_id}#measures`,
      })),
      total: rows[0]?.total ?? 0,
    }
  },
}
