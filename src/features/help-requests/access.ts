import { defineAccess, owns } from '../../platform/access/access.ts'

/**
 * Whose request it is, and who was asked: the responsible teacher of today, or those of guidance, who also answer for
 * the teacher where the student has none any more.
 */
export interface HelpAccessRow {
  readonly studentId: string | null
  readonly readBy: string | null
  /** The responsible teacher, where the teacher was asked. */
  readonly teacherPersonId: string | null
}

const own = owns<HelpAccessRow>('studentId', actor => (actor.kind === 'person' ? actor.studentId : undefined))
const asTeacher = owns<HelpAccessRow>('teacherPersonId', actor =>
  actor.kind === 'person' && actor.roles.includes('teacher') ? actor.id : undefined,
)
const asGuidance = owns<HelpAccessRow>('readBy', actor =>
  actor.kind === 'person' && actor.roles.includes('guidance') ? 'guidance' : undefined,
)

const asked = [
  { who: ['teacher'], only: asTeacher },
  { who: ['guidance'], only: asGuidance },
] as const

export const helpAccess = defineAccess<HelpAccessRow, 'read' | 'ask' | 'withdraw' | 'take' | 'answer'>(
  'help-requests',
  {
    read: [...asked, { who: ['student'], only: own }],
    ask: [{ who: ['student'], only: own }],
    withdraw: [{ who: ['student'], only: own }],
    take: asked,
    answer: asked,
  },
)
