import { auditEvent, noDetails } from '../../platform/audit/audit.ts'

export const sessionStarted = auditEvent('sessions.start', noDetails)
export const sessionEnded = auditEvent('sessions.end', noDetails)
/** Recorded at the provider that was chosen. */
export const providerChosen = auditEvent('sessions.choose-provider', noDetails)
