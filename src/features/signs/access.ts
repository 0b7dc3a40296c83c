import { defineAccess, owns } from '../../platform/access/access.ts'
import type { SignKind } from './contract.ts'

/** What access looks at: whose sign it is, of which kind, and who signs in as the student's responsible teacher. */
export interface SignAccessRow {
  readonly studentId: string | null
  readonly teacherPersonId: string | null
  readonly kind: string
}

const own = owns<SignAccessRow>('studentId', actor => (actor.kind === 'person' ? actor.studentId : undefined))
const taught = owns<SignAccessRow>('teacherPersonId', actor =>
  actor.kind === 'person' ? actor.id : undefined,
)
const ofWorkplaces = owns<SignAccessRow>('kind', () => 'workplace' satisfies SignKind)

/**
 * Who can help sees a sign, and the student does. Those who look at the whole (quality, administrators) see nobody's:
 * there is no list of students by their signs, and guardians see none.
 */
export const signAccess = defineAccess<SignAccessRow, 'read' | 'decide' | 'explain'>('signs', {
  read: [
    { who: ['guidance'] },
    { who: ['teacher'], only: taught },
    { who: ['coordinator'], only: ofWorkplaces },
    { who: ['student'], only: own },
  ],
  decide: [{ who: ['guidance'] }, { who: ['teacher'], only: taught }],
  explain: [{ who: ['student'], only: own }],
})
