import { defineAccess, owns } from '../../platform/access/access.ts'

/** What access looks at: which student it is. */
export interface StudentAccessRow {
  readonly studentId: string | null
}

const own = owns<StudentAccessRow>('studentId', actor =>
  actor.kind === 'person' ? actor.studentId : undefined,
)

export const studentAccess = defineAccess<StudentAccessRow, 'list' | 'export' | 'erase'>('students', {
  list: [{ who: ['teacher', 'guidance', 'coordinator', 'quality'] }, { who: ['student'], only: own }],
  // A teacher takes out a list of own students only: see exportScope.
  export: [{ who: ['teacher', 'guidance', 'coordinator', 'quality'] }],
  erase: [{ who: ['administrator'] }],
})
