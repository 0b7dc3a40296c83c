import { defineAccess, owns } from '../../platform/access/access.ts'

/** Whose path it is, and which guardian it is asked for, where the guardian may have it today. */
export interface PathAccessRow {
  readonly studentId: string | null
  readonly guardianPersonId: string | null
}

const own = owns<PathAccessRow>('studentId', actor => (actor.kind === 'person' ? actor.studentId : undefined))
const guarded = owns<PathAccessRow>('guardianPersonId', actor =>
  actor.kind === 'person' ? actor.id : undefined,
)

export const pathAccess = defineAccess<PathAccessRow, 'read-own' | 'read'>('paths', {
  'read-own': [{ who: ['student'], only: own }],
  read: [
    { who: ['teacher', 'guidance', 'coordinator'] },
    { who: ['student'], only: own },
    { who: ['guardian'], only: guarded },
  ],
})
