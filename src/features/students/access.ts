import { defineAccess, owns } from '../../platform/access/access.ts'

/** What access looks at: which student it is. */
export interface StudentAccessRow {
  readonly studentId: string | null
}

const own = owns<StudentAccessRow>('studentId', actor =>
  actor.kind === 'person' ? actor.studentId : undefined,
)

type StudentAction = 'list' | 'read' | 'reveal' | 'protect' | 'unprotect' | 'export' | 'erase' | 'import'

export const studentAccess = defineAccess<StudentAccessRow, StudentAction>('students', {
  list: [{ who: ['teacher', 'guidance', 'coordinator', 'quality'] }, { who: ['student'], only: own }],
  /** How somebody is reached is for those who work with them. */
  read: [{ who: ['teacher', 'guidance', 'coordinator', 'administrator'] }, { who: ['student'], only: own }],
  /** Looking behind a turvakielto, with a reason. */
  reveal: [{ who: ['teacher', 'guidance', 'coordinator', 'administrator'] }],
  /** Whoever hears of a turvakielto must be able to see to it that it holds at once. */
  protect: [{ who: ['teacher', 'guidance', 'administrator'] }],
  /** Lifting one shows the student to everybody again: one role answers for it. */
  unprotect: [{ who: ['administrator'] }],
  // A teacher takes out a list of own students only: see exportScope.
  export: [{ who: ['teacher', 'guidance', 'coordinator', 'quality'] }],
  erase: [{ who: ['administrator'] }],
  import: [{ who: ['administrator'] }],
})
