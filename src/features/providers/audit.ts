import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'

/** A provider began to use the service: the first mark in its audit. */
export const providerAdded = auditEvent('providers.add', Type.Object({ oid: Type.String() }))
