import { Type } from 'typebox'
import { jobKind, patience } from '../../platform/jobs/jobs.ts'

/** A run has its turn, or may have: whoever takes the job looks. */
export const runImport = jobKind(
  'imports.run',
  Type.Object({ providerId: Type.String(), runId: Type.String() }),
  // A register may take hours to answer. Whether its worker is alive is told by the heartbeat of the run, not by this.
  { ...patience, expireInSeconds: 24 * 3_600 },
)

/** Looks after runs that nobody works on: those that wait, and those whose process has died. */
export const tendImports = jobKind('imports.tend', Type.Object({}))
