import type { Database } from '../../platform/db/database.ts'
import { read } from '../../platform/db/door.ts'
import { referenceRevision } from '../codes/public.ts'
import { loadOrganisations } from './queries.ts'
import type { OrganisationIndex } from './rules-index.ts'

export { saveNames } from './queries-names.ts'
export { saveTree, type TreeToSave } from './queries-save.ts'

/** This process's copy of the organisations, as `openReference` keeps the qualifications. */
export interface OrganisationCache {
  /** The copy at hand, made at the first call; looked at anew now and then, in the background. */
  current(): Promise<OrganisationIndex>
  /** Reads them anew if reference data has changed. */
  refresh(): Promise<OrganisationIndex>
}

const lookAgainAfter = 10_000

export function openOrganisations(database: Database): OrganisationCache {
  let copy: Promise<OrganisationIndex> | undefined
  let lookedAt = 0
  const load = () => {
    lookedAt = performance.now()
    const loading = read(database, null, loadOrganisations)
    // A failed first reading must not be remembered as the data.
    loading.catch(() => {
      if (copy === loading) copy = undefined
    })
    copy = loading
    return loading
  }
  const refresh = async () => {
    lookedAt = performance.now()
    const old = await copy
    return old && old.revision === (await referenceRevision(database)) ? old : load()
  }
  return {
    refresh,
    current: () => {
      const at = copy ?? load()
      if (performance.now() - lookedAt > lookAgainAfter) refresh().catch(() => undefined)
      return at
    },
  }
}
