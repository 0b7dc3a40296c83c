import { Type } from 'typebox'
import { auditEvent, noDetails } from '../../platform/audit/audit.ts'

export const commentsListed = auditEvent('comments.list', Type.Object({ comments: Type.Integer() }))
/** In which roles it is read; never its words. */
export const commentWritten = auditEvent('comments.write', Type.Object({ roles: Type.Array(Type.String()) }))
export const commentRemoved = auditEvent('comments.remove', noDetails)
