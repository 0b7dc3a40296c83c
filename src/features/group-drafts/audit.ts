import { Type } from 'typebox'
import { auditEvent, noDetails } from '../../platform/audit/audit.ts'

const students = Type.Object({ students: Type.Integer() })

export const groupDraftMade = auditEvent('group-drafts.create', students)
/** Somebody saw what is known of students; one event a student. */
export const groupDraftRead = auditEvent('group-drafts.read', students)
/** Whether there are decisions of support was looked up; one event a student, whether there are or not. */
export const groupDraftSupportRead = auditEvent('group-drafts.read-support', noDetails)
/** One student's plan was looked at as it would be saved. */
export const groupDraftPlanRead = auditEvent('group-drafts.read-plan', noDetails)
/** Who would get a draft was told before it was made; one event a student. */
export const candidatesRead = auditEvent('group-drafts.read-candidates', students)
/** Columns, never what stands in them. */
export const groupDraftAnswered = auditEvent(
  'group-drafts.answer',
  Type.Object({ columns: Type.Array(Type.String()) }),
)
/** The plans of it have events of their own. */
export const groupDraftSaved = auditEvent(
  'group-drafts.save',
  Type.Object({ made: Type.Integer(), changed: Type.Integer(), unchanged: Type.Integer() }),
)
export const groupDraftDiscarded = auditEvent('group-drafts.discard', noDetails)
export const groupDraftErased = auditEvent('group-drafts.erase', Type.Object({ reason: Type.String() }))
