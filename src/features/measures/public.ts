import type { TaskSource } from '../tasks/contract.ts'
import { measureAccess } from './access.ts'
import { dueMeasures } from './queries-due.ts'

export { measureAgreed } from './audit.ts'
export type { MeasureView } from './contract.ts'
export { agreeOn, demandAgreeable, type MeasureContext, measuresBySign } from './service.ts'

/** Measures whose day has come, as far as the person may tell what came of them. */
export const measureTasks: TaskSource = {
  name: 'measures',
  tasks: async ({ person, today, transaction }, limit) => {
    const may = measureAccess['follow-up'].mayEver(person)
    const rows = may ? await dueMeasures(transaction, person, today, limit) : []
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
