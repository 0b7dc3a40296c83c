import { defineAccess, owns } from '../../platform/access/access.ts'

export interface RecordAccessRow {
  readonly studentId: string | null
}

const own = owns<RecordAccessRow>('studentId', actor =>
  actor.kind === 'person' ? actor.studentId : undefined,
)

/** Who may take out everything that is kept of a student: whoever answers requests for it, and the student. */
export const recordAccess = defineAccess<RecordAccessRow, 'take'>('records', {
  take: [{ who: ['administrator'] }, { who: ['student'], only: own }],
})
