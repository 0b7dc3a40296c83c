import type { Database } from '../../platform/db/database.ts'
import { type ReadTransaction, read } from '../../platform/db/door.ts'
import { loadCodeIndexes, referenceRevision, revisionIn } from '../codes/public.ts'
import { allQualifications, saveQualification } from './queries.ts'
import { type ReferenceData, referenceData } from './rules-reference.ts'

export { findTexts, saveTexts } from './queries-texts.ts'
export { saveQualification }

/** This process's copy of reference data. */
export interface ReferenceCache {
  /** The present copy: made at the first call, later given at once and without a query. */
  current(): Promise<ReferenceData>
  /** Reads the data anew if it has changed. Called after an import in this process; otherwise of itself. */
  refresh(): Promise<ReferenceData>
}

// Imports are rare and made by hand: how soon another process notices them is a matter of comfort.
const lookAgainAfter = 10_000

async function load(transaction: ReadTransaction): Promise<ReferenceData> {
  const revision = await revisionIn(transaction)
  const codes = await loadCodeIndexes(transaction)
  return referenceData({ revision, codes, ...(await allQualifications(transaction)) })
}

export function openReference(database: Database): ReferenceCache {
  let copy: Promise<ReferenceData> | undefined
  let lookedAt = 0

  const loadNow = () => {
    lookedAt = performance.now()
    const loading = read(database, null, load)
    // A failed first reading must not be remembered as the data.
    loading.catch(() => {
      if (copy === loading) copy = undefined
    })
    return loading
  }

  const refresh = async () => {
    lookedAt = performance.now()
    const old = await copy
    if (old && old.revision === (await referenceRevision(database))) return old
    copy = loadNow()
    return copy
  }

  return {
    refresh,
    current: () => {
      copy ??= loadNow()
      // In the background: whoever asks gets the copy at hand, and the next one the newer.
      if (performance.now() - lookedAt > lookAgainAfter) refresh().catch(() => undefined)
      return copy
    },
  }
}
