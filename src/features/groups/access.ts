import { defineAccess, owns } from '../../platform/access/access.ts'

/** What access looks at: who signs in as the group's teacher. */
export interface GroupAccessRow {
  readonly teacherPersonId: string | null
}

const own = owns<GroupAccessRow>('teacherPersonId', actor => (actor.kind === 'person' ? actor.id : undefined))

export const groupAccess = defineAccess<GroupAccessRow, 'list' | 'hand-over' | 'change-year'>('groups', {
  /** Codes, teachers and counts; nothing of a student. */
  list: [{ who: ['teacher', 'guidance', 'coordinator', 'quality', 'administrator'] }],
  'hand-over': [{ who: ['administrator', 'coordinator'] }, { who: ['teacher'], only: own }],
  'change-year': [{ who: ['administrator', 'coordinator'] }],
})
