import { Type } from 'typebox'
import { auditEvent, noDetails } from '../../platform/audit/audit.ts'
import { ImportKind, ImportOptions, ImportOrigin, RowCounts } from './contract.ts'

export const importRequested = auditEvent(
  'imports.request',
  Type.Object({ kind: ImportKind, origin: ImportOrigin, options: ImportOptions }),
)
export const importStarted = auditEvent('imports.start', Type.Object({ documents: Type.Integer() }))
export const importStopped = auditEvent('imports.stop', noDetails)
export const importResumed = auditEvent('imports.resume', noDetails)
export const importEnded = auditEvent(
  'imports.end',
  Type.Object({ kind: ImportKind, state: Type.String(), counts: RowCounts }),
)
