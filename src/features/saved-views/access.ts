import { defineAccess, owns } from '../../platform/access/access.ts'

export interface ViewAccessRow {
  readonly personId: string
}

const own = owns<ViewAccessRow>('personId', actor => (actor.kind === 'person' ? actor.id : undefined))
/** Those who read the list of students. */
const readers = ['teacher', 'guidance', 'coordinator', 'quality'] as const

export const savedViewAccess = defineAccess<ViewAccessRow, 'list' | 'save'>('saved-views', {
  list: [{ who: readers, only: own }],
  save: [{ who: readers, only: own }],
})
