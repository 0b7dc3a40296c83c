import { defineAccess, owns } from '../../platform/access/access.ts'

/** What access looks at: whose measure it is, who teaches the student, and who promised to do it. */
export interface MeasureAccessRow {
  readonly studentId: string | null
  readonly teacherPersonId: string | null
  readonly personId: string | null
}

const person = owns<MeasureAccessRow>('personId', actor => (actor.kind === 'person' ? actor.id : undefined))
const taught = owns<MeasureAccessRow>('teacherPersonId', actor =>
  actor.kind === 'person' ? actor.id : undefined,
)
const own = owns<MeasureAccessRow>('studentId', actor =>
  actor.kind === 'person' ? actor.studentId : undefined,
)

/** Measures are seen by the student, by those who agree on them, and by whoever promised one. */
export const measureAccess = defineAccess<MeasureAccessRow, 'read' | 'agree' | 'follow-up'>('measures', {
  read: [
    { who: ['guidance'] },
    { who: ['teacher'], only: taught },
    { who: ['teacher', 'coordinator'], only: person },
    { who: ['student'], only: own },
  ],
  agree: [{ who: ['guidance'] }, { who: ['teacher'], only: taught }],
  'follow-up': [
    { who: ['guidance'] },
    { who: ['teacher'], only: taught },
    { who: ['teacher', 'coordinator'], only: person },
  ],
})
