import { defineAccess, owns } from '../../platform/access/access.ts'

export interface EvidenceAccessRow {
  readonly studentId: string | null
}

const own = owns<EvidenceAccessRow>('studentId', actor =>
  actor.kind === 'person' ? actor.studentId : undefined,
)

/** Evidence may tell of a student's whole life: for those who decide of it, and the student. */
export const evidenceAccess = defineAccess<EvidenceAccessRow, 'read' | 'update'>('evidence', {
  read: [{ who: ['teacher', 'guidance'] }, { who: ['student'], only: own }],
  update: [{ who: ['teacher', 'guidance'] }, { who: ['student'], only: own }],
})
