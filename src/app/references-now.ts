import { openReference } from '../features/qualifications/public.ts'
import type { Database } from '../platform/db/database.ts'
import { type PlanReferences, planReferences } from './references.ts'

/** The present reference data for plans, for a process that holds no copy of its own. */
export function referencesNow(database: Database): () => Promise<PlanReferences['referenceFor']> {
  const { current } = openReference(database)
  return async () => {
    const data = await current()
    return planReferences(() => data).referenceFor
  }
}
