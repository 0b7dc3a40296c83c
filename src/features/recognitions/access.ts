import { defineAccess, owns } from '../../platform/access/access.ts'

export interface RecognitionAccessRow {
  readonly studentId: string | null
}

const own = owns<RecognitionAccessRow>('studentId', actor =>
  actor.kind === 'person' ? actor.studentId : undefined,
)

/** Who asks for recognition and who decides. Whether it can be decided just now is a rule. */
export const recognitionAccess = defineAccess<RecognitionAccessRow, 'read' | 'ask' | 'decide'>(
  'recognitions',
  {
    read: [{ who: ['teacher', 'guidance'] }, { who: ['student'], only: own }],
    ask: [{ who: ['teacher', 'guidance'] }, { who: ['student'], only: own }],
    decide: [{ who: ['teacher', 'guidance'] }],
  },
)
