import { instantIn } from '../../platform/time/helsinki.ts'
import { dayOf } from '../../platform/time/plain-date.ts'
import type { AuditActor, AuditRow, AuditStudent } from './contract.ts'
import { detailPhrases } from './rules-details.ts'

interface StudentNames {
  readonly id: string
  readonly student_oid: string
  readonly called_name: string | null
  readonly family_name: string | null
  readonly protected: boolean
  readonly masked: boolean
}

/** A student by name, or by the learner number alone where a turvakielto hides the name. */
export function studentView(row: StudentNames): AuditStudent {
  const { id, student_oid: studentOid } = row
  if (row.masked) return { id, studentOid, protection: 'masked' }
  const name = [row.called_name, row.family_name].filter(part => part !== null && part !== '').join(' ')
  return {
    id,
    studentOid,
    ...(name === '' ? {} : { name }),
    ...(row.protected ? { protection: 'revealed' } : {}),
  }
}

export function actorView(row: {
  readonly kind: 'person' | 'machine' | 'system'
  readonly id: string | null
  readonly name: string | null
  readonly roles: readonly string[]
  readonly source: string | null
}): AuditActor {
  return {
    kind: row.kind,
    ...(row.id === null ? {} : { id: row.id }),
    ...(row.name === null ? {} : { name: row.name }),
    roles: [...row.roles],
    ...(row.source === null ? {} : { source: row.source }),
  }
}

interface EventRow {
  readonly id: string
  readonly at: Date
  readonly action: string
  readonly details: unknown
  readonly actor_kind: 'person' | 'machine' | 'system'
  readonly actor_id: string | null
  readonly actor_name: string | null
  readonly actor_roles: readonly string[]
  readonly actor_source: string | null
  readonly actor_masked: boolean
  readonly student_id: string | null
  readonly student_oid: string | null
  readonly called_name: string | null
  readonly family_name: string | null
  readonly protected: boolean | null
  readonly masked: boolean
}

/**
 * An event as the reader may have it. The colleagues who work with a student tell where the student is: of a masked one
 * the actor stays unnamed, and with the actor whatever would find the actor in another search: the time of day, the id
 * that is made of it, and of how many a list was. What people did with a masked student is found only by asking for that
 * student; queries.ts leaves it out of other searches.
 */
export function auditRowView(row: EventRow, { byActor }: { readonly byActor: boolean }): AuditRow {
  const named = actorView({
    kind: row.actor_kind,
    id: row.actor_id,
    name: row.actor_name,
    roles: row.actor_roles,
    source: row.actor_source,
  })
  const masked = row.actor_kind === 'person' && row.masked
  const hidden = masked || (row.actor_kind === 'person' && row.actor_masked)
  const student = studentOf(row, byActor)
  return {
    ...(masked ? ofDay(row) : { id: row.id, at: row.at.toISOString() }),
    action: row.action,
    actor: hidden ? { kind: 'person', roles: named.roles, hidden: true } : named,
    ...(student === undefined ? {} : { student }),
    // How long a list was says nothing about one of its students, and one too many tells of one who is not shown.
    details: detailPhrases(row.details, row.masked).filter(
      one => one.key !== 'rows' || row.student_id === null,
    ),
  }
}

/** The day alone; of the id what chance made. */
const ofDay = ({ at, id }: Pick<EventRow, 'at' | 'id'>) => ({
  id: id.slice(19),
  at: instantIn(dayOf(at), 0).toISOString(),
  dayOnly: true,
})

function studentOf(row: EventRow, byActor: boolean): AuditStudent | undefined {
  if (row.student_id === null || row.student_oid === null) return undefined
  if (row.masked && byActor) return { protection: 'masked' }
  return studentView({
    ...row,
    id: row.student_id,
    student_oid: row.student_oid,
    protected: row.protected ?? false,
  })
}
