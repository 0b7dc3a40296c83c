import { defineAccess, owns } from '../../platform/access/access.ts'
import { type GuardianAccessRow, guards } from '../guardianship/public.ts'

/** What access looks at: whose plan it is, and which guardian asks, where one of today's does. */
export interface ApprovalAccessRow extends GuardianAccessRow {
  readonly studentId: string | null
}

const own = owns<ApprovalAccessRow>('studentId', actor =>
  actor.kind === 'person' ? actor.studentId : undefined,
)
/** Who approves answers for themselves; staff ask, and record what an employer has told them. */
export const approvalAccess = defineAccess<ApprovalAccessRow, 'read' | 'own' | 'answer' | 'ask' | 'record'>(
  'approvals',
  {
    read: [{ who: ['teacher', 'guidance', 'coordinator', 'quality'] }],
    own: [
      { who: ['student'], only: own },
      { who: ['guardian'], only: guards },
    ],
    answer: [
      { who: ['student'], only: own },
      { who: ['guardian'], only: guards },
    ],
    ask: [{ who: ['teacher', 'guidance'] }],
    record: [{ who: ['teacher', 'guidance', 'coordinator'] }],
  },
)
