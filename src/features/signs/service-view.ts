import type { Actor } from '../../platform/access/actor.ts'
import type { MeasureView } from '../measures/public.ts'
import { displayName } from '../students/rules.ts'
import { protectionOf } from '../students/rules-protection.ts'
import { signAccess } from './access.ts'
import type { SignView } from './contract.ts'
import type { SignRow } from './queries.ts'

export const accessRow = (row: Pick<SignRow, 'student_id' | 'teacher_person_id' | 'kind'>) => ({
  studentId: row.student_id,
  teacherPersonId: row.teacher_person_id,
  kind: row.kind,
})

/**
 * A sign as the actor may see it. The rule's figures name nobody and no place; words of people may, and whoever decided is
 * mostly the teacher, so a turvakielto hides both.
 */
export function signView(row: SignRow, actor: Actor, measures: readonly MeasureView[]): SignView {
  const { masked } = row
  return {
    id: row.id,
    planId: row.plan_id,
    kind: row.kind,
    data: row.data,
    state: row.state,
    noticedOn: row.noticed_on,
    seenOn: row.seen_on,
    ...(row.over_on === null ? {} : { overOn: row.over_on }),
    ...(isOwn(row, actor) ? {} : { student: studentOf(row) }),
    ...explanationOf(row),
    ...decisionOf(row),
    measures: [...measures],
    version: row.version,
    permittedActions: actionsOn(row, actor, masked),
  }
}

const isOwn = (row: SignRow, actor: Actor): boolean =>
  actor.kind === 'person' && actor.studentId === row.student_id

function studentOf(row: SignRow): NonNullable<SignView['student']> {
  const protection = protectionOf(row)
  const [name, group] = row.masked ? [undefined, null] : [displayName(row), row.group_code]
  return {
    id: row.student_id,
    ...(name === undefined ? {} : { name }),
    ...(group === null ? {} : { group }),
    ...(protection === undefined ? {} : { protection }),
  }
}

function explanationOf({ explained_at, explanation, masked }: SignRow): Pick<SignView, 'explanation'> {
  if (explanation === null || explained_at === null) return {}
  return { explanation: { ...(masked ? {} : { text: explanation }), at: explained_at.toISOString() } }
}

function decisionOf(row: SignRow): Pick<SignView, 'decision'> {
  const { decided_at, decided_by_name, decision, masked, reason } = row
  if (decision === null || decided_at === null) return {}
  return {
    decision: {
      decision,
      ...(reason === null || masked ? {} : { reason }),
      at: decided_at.toISOString(),
      ...(decided_by_name === null || masked ? {} : { by: decided_by_name }),
    },
  }
}

function actionsOn(row: SignRow, actor: Actor, masked: boolean): string[] {
  if (row.state !== 'open' || masked) return []
  return signAccess.permitted(actor, accessRow(row)).filter(action => action !== 'read')
}
