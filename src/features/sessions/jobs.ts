import { Type } from 'typebox'
import type { Database } from '../../platform/db/database.ts'
import { read, write } from '../../platform/db/door.ts'
import { uuidOf } from '../../platform/ids.ts'
import { type JobWorker, jobKind } from '../../platform/jobs/jobs.ts'
import { authorsOf, deleteDigestsOf, deletePeople, knownOf, peopleWithoutRole } from './queries-forget.ts'

/** Every night, after the roles of guardians have ended and retention has erased. */
export const peopleForget = jobKind('sessions.forget-people', Type.Object({}), {
  retryLimit: 5,
  retryDelay: 60,
  retryBackoff: true,
  expireInSeconds: 3_600,
})

const batch = 100

interface Dependencies {
  readonly database: Database
  /** With the installation: whoever kept what all share is known there. */
  readonly tenantIds: () => Promise<readonly string[]>
}

/**
 * Forgets who signed in once and is nobody here any more: without a role anywhere, of no staff, behind nothing that stands.
 * Most came by an invitation, and the student has been erased. Each provider is asked through its own fence; while one cannot
 * be asked nobody goes, for they may be known there.
 */
export function forgetWorker({ database, tenantIds }: Dependencies): JobWorker {
  return {
    kind: peopleForget,
    schedule: '50 3 * * *',
    run: async () => {
      const tenants = (await tenantIds()).map(uuidOf)
      let after: string | undefined
      for (let more = true; more; ) {
        const ids = await read(database, null, tx => peopleWithoutRole(tx, after, batch))
        const gone = await unknownAt(database, tenants, ids)
        if (gone.length > 0) await forget(database, tenants, gone)
        after = ids.at(-1)
        more = ids.length === batch
      }
    },
  }
}

type Tenants = readonly ReturnType<typeof uuidOf>[]

async function unknownAt(database: Database, tenants: Tenants, ids: readonly string[]): Promise<string[]> {
  let left = [...ids]
  // The quick question at all of them first: the other reads whole tables, and few are left for it.
  for (const ask of [knownOf, authorsOf])
    for (const tenant of tenants) {
      if (left.length === 0) return []
      const known = new Set(await read(database, tenant, tx => ask(tx, left)))
      left = left.filter(id => !known.has(id))
    }
  return left
}

async function forget(database: Database, tenants: Tenants, ids: readonly string[]): Promise<void> {
  for (const tenant of tenants) await write(database, tenant, tx => deleteDigestsOf(tx, ids))
  await write(database, null, tx => deletePeople(tx, ids))
}
