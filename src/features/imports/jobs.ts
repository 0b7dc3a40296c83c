import { Type } from 'typebox'
import { jobKind } from '../../platform/jobs/jobs.ts'

/** A run has its turn, or may have: whoever takes the job looks. */
export const runImport = jobKind(
  'imports.run',
  Type.Object({ providerId: Type.String(), runId: Type.String() }),
)

/** Looks after runs that nobody works on: those that wait, and those whose process has died. */
export const tendImports = jobKind('imports.tend', Type.Object({}))
