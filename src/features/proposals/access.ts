import { defineAccess, owns } from '../../platform/access/access.ts'

export interface ProposalAccessRow {
  readonly studentId: string | null
}

const own = owns<ProposalAccessRow>('studentId', actor =>
  actor.kind === 'person' ? actor.studentId : undefined,
)

export const proposalAccess = defineAccess<ProposalAccessRow, 'read' | 'make' | 'withdraw' | 'answer'>(
  'proposals',
  {
    read: [{ who: ['teacher', 'guidance', 'coordinator'] }, { who: ['student'], only: own }],
    make: [{ who: ['student'], only: own }],
    withdraw: [{ who: ['student'], only: own }],
    /** Those who change plans. */
    answer: [{ who: ['teacher', 'guidance'] }],
  },
)
