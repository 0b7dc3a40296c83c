import { defineAccess, owns } from '../../platform/access/access.ts'

/** What access looks at: whose plan it is. */
export interface PlanAccessRow {
  readonly studentId: string | null
}

const own = owns<PlanAccessRow>('studentId', actor => (actor.kind === 'person' ? actor.studentId : undefined))

/** Who may do what with plans. Whether a plan may be changed just now is a rule, not a permission. */
export const planAccess = defineAccess<PlanAccessRow, 'read' | 'update' | 'send'>('plans', {
  read: [
    { who: ['teacher', 'guidance', 'coordinator', 'quality', 'machine'] },
    { who: ['student'], only: own },
  ],
  update: [{ who: ['teacher', 'guidance'] }],
  /** A register's own interface: create, replace, patch. */
  send: [{ who: ['machine', 'system'] }],
})
