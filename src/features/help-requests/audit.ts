import { auditEvent, noDetails } from '../../platform/audit/audit.ts'

/** Neither what it is about nor who was asked: that alone would tell too much. */
export const helpListed = auditEvent('help-requests.list', noDetails)
export const helpAsked = auditEvent('help-requests.ask', noDetails)
export const helpWithdrawn = auditEvent('help-requests.withdraw', noDetails)
export const helpTaken = auditEvent('help-requests.take', noDetails)
export const helpAnswered = auditEvent('help-requests.answer', noDetails)
