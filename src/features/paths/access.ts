import { defineAccess, owns } from '../../platform/access/access.ts'
import { type GuardianAccessRow, guards } from '../guardianship/public.ts'

/** Whose path it is, and which guardian it is asked for, where the guardian may have it today. */
export interface PathAccessRow extends GuardianAccessRow {
  readonly studentId: string | null
}

const own = owns<PathAccessRow>('studentId', actor => (actor.kind === 'person' ? actor.studentId : undefined))
export const pathAccess = defineAccess<PathAccessRow, 'read-own' | 'read'>('paths', {
  'read-own': [{ who: ['student'], only: own }],
  read: [
    { who: ['teacher', 'guidance', 'coordinator'] },
    { who: ['student'], only: own },
    { who: ['guardian'], only: guards },
  ],
})
