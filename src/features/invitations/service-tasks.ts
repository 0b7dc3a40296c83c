import { dayOf } from '../../platform/time/plain-date.ts'
import { careOf } from '../students/public.ts'
import type { TaskSource } from '../tasks/contract.ts'
import { invitationAccess } from './access.ts'
import { waitingToConfirm } from './queries-tasks.ts'

/** Who signed in by an invitation and waits until staff say whether it is the one who was invited. */
export const invitationTasks: TaskSource = {
  name: 'invitations',
  tasks: async ({ person, transaction }, limit) => {
    if (!invitationAccess.decide.mayEver(person)) return { items: [], total: 0 }
    // Somebody without a teacher here must not wait for nobody: administrators confirm for all.
    const care = person.roles.includes('administrator') ? 'all' : careOf(person)
    if (care === 'none') return { items: [], total: 0 }
    const rows = await waitingToConfirm(transaction, { care, person }, limit)
    const items = rows.map(row => ({
      ...{ kind: 'invitation' as const, id: row.id, studentId: row.student_id },
      ...{ date: dayOf(row.claimed_at), dateIs: 'since' as const, to: '/invitations' },
    }))
    return { items, total: rows[0]?.total ?? 0 }
  },
}
