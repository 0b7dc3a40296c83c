import type { Database } from '../../platform/db/database.ts'
import { type ReadTransaction, read } from '../../platform/db/door.ts'
import { saveCodeSet } from './queries.ts'
import { raiseRevision, revisionOf } from './queries-revision.ts'
import { allCodeSets } from './queries-sets.ts'
import { type CodeIndex, indexesOf } from './rules.ts'
import { knownSets } from './rules-known.ts'

export { saveCodeSet }

/** For those who change reference data of other kinds. */
export const markReferenceChanged = raiseRevision

/** All code sets by uri, ours and the national ones. */
export async function loadCodeIndexes(transaction: ReadTransaction): Promise<ReadonlyMap<string, CodeIndex>> {
  return indexesOf(await allCodeSets(transaction), knownSets)
}

/** The revision that a transaction sees. */
export const revisionIn = revisionOf

/** The present revision of reference data. */
export function referenceRevision(database: Database): Promise<number> {
  return read(database, null, revisionOf)
}
