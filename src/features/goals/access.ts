import { defineAccess, owns } from '../../platform/access/access.ts'

export interface GoalAccessRow {
  readonly studentId: string | null
}

const own = owns<GoalAccessRow>('studentId', actor => (actor.kind === 'person' ? actor.studentId : undefined))

export const goalAccess = defineAccess<GoalAccessRow, 'read' | 'change'>('goals', {
  /** Those who guide the student; the page tells the student so. */
  read: [{ who: ['teacher', 'guidance'] }, { who: ['student'], only: own }],
  change: [{ who: ['student'], only: own }],
})
