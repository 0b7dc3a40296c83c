import { defineAccess, owns } from '../../platform/access/access.ts'

/** `readerId`: the actor's own id where the actor is among the named readers or the author; nobody's otherwise. */
export interface CommentAccessRow {
  readonly studentId: string | null
  readonly readerId: string | null
  readonly authorId: string | null
}

const own = owns<CommentAccessRow>('studentId', actor =>
  actor.kind === 'person' ? actor.studentId : undefined,
)
const named = owns<CommentAccessRow>('readerId', actor => (actor.kind === 'person' ? actor.id : undefined))
const written = owns<CommentAccessRow>('authorId', actor => (actor.kind === 'person' ? actor.id : undefined))

const writers = ['teacher', 'guidance'] as const

export const commentAccess = defineAccess<CommentAccessRow, 'read' | 'write' | 'remove'>('comments', {
  read: [{ who: [...writers, 'student', 'guardian'], only: named }],
  write: [{ who: writers }, { who: ['student'], only: own }],
  remove: [{ who: [...writers, 'student'], only: written }],
})
