import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'

/** The register told of a student's guardians what was not known yet; how many there are now. */
export const guardiansSaved = auditEvent(
  'guardians.save',
  Type.Object({ source: Type.String(), guardians: Type.Integer() }),
)
/** Contact data of guardians were erased: the student came of age, or was erased. */
export const guardiansErased = auditEvent('guardians.erase', Type.Object({ reason: Type.String() }))
