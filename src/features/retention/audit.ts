import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'

/** Somebody asked for a run, or the night did. */
export const retentionStarted = auditEvent('retention.run', Type.Object({ origin: Type.String() }))
/** A finished plan is gone with its history; the target is the plan that was. */
export const planErased = auditEvent('retention.erase-plan', Type.Object({ runId: Type.String() }))
