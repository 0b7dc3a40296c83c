import { defineAccess, owns } from '../../platform/access/access.ts'

export interface ShareAccessRow {
  readonly studentId: string | null
}

const own = owns<ShareAccessRow>('studentId', actor =>
  actor.kind === 'person' ? actor.studentId : undefined,
)

/** What is shared of a student's path is the student's own decision: staff neither share nor see it. */
export const shareAccess = defineAccess<ShareAccessRow, 'own'>('shares', {
  own: [{ who: ['student'], only: own }],
})
