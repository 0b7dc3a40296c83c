import { defineAccess, owns, type RowCondition } from '../../platform/access/access.ts'

/** What access looks at where a guardian takes part: who guards the student today, as `guardedStudents` tells it. */
export interface GuardianAccessRow {
  readonly guardianPersonId: string | null
}

/** A guardian has no student of their own on the actor: the row is loaded, and names them or nobody. */
export const guards: RowCondition<GuardianAccessRow> = owns<GuardianAccessRow>('guardianPersonId', actor =>
  actor.kind === 'person' && actor.roles.includes('guardian') ? actor.id : undefined,
)

export const guardianshipAccess = defineAccess<GuardianAccessRow, 'list'>('guardianship', {
  list: [{ who: ['guardian'], only: guards }],
})
