import { Type } from 'typebox'
import type { Database } from '../../platform/db/database.ts'
import { read, write } from '../../platform/db/door.ts'
import type { FileStore } from '../../platform/files/store.ts'
import { isUuid, type Uuid, uuidOf } from '../../platform/ids.ts'
import { eachProvider } from '../../platform/jobs/each-provider.ts'
import { type JobWorker, jobKind } from '../../platform/jobs/jobs.ts'
import { deleteErased, erasedFiles, knownFiles } from './queries-files.ts'

const calm = { retryLimit: 5, retryDelay: 60, retryBackoff: true, expireInSeconds: 3_600 }

/** After a commit that erased files: their bytes go, then their rows. */
export const filesErase = jobKind('files.erase', Type.Object({ providerId: Type.String() }))
/** Every night: what is left over at each provider. */
export const filesSweep = jobKind('files.sweep', Type.Object({}), calm)

const batch = 100
/** Bytes without a row this long, in milliseconds, are no upload that is still under way. */
const orphanAfter = 86_400_000

interface Dependencies {
  readonly database: Database
  readonly files: FileStore
  readonly providerIds: () => Promise<readonly string[]>
  /** The real instant: a demo may have moved its day, and the store has not. */
  readonly now: () => Date
}

export function fileWorkers(dependencies: Dependencies): JobWorker[] {
  const erase: JobWorker<typeof filesErase.data> = {
    kind: filesErase,
    run: ({ providerId }) => removeErased(dependencies, uuidOf(providerId)),
  }
  const sweep: JobWorker = {
    kind: filesSweep,
    schedule: '40 2 * * *',
    run: async () =>
      eachProvider(await dependencies.providerIds(), async providerId => {
        await removeErased(dependencies, providerId)
        await removeOrphans(dependencies, providerId)
      }),
  }
  return [erase as JobWorker, sweep]
}

/** Bytes first: a row that is left is found again, bytes that are left would be forgotten. */
export async function removeErased(
  { database, files }: Pick<Dependencies, 'database' | 'files'>,
  providerId: Uuid,
): Promise<void> {
  for (let more = true; more; ) {
    const ids = await read(database, providerId, transaction => erasedFiles(transaction, batch))
    for (const id of ids) await files.remove({ providerId, id })
    if (ids.length > 0) await write(database, providerId, transaction => deleteErased(transaction, ids))
    more = ids.length === batch
  }
}

/** What an upload left that never came to its commit. */
export async function removeOrphans(
  { database, files, now }: Pick<Dependencies, 'database' | 'files' | 'now'>,
  providerId: Uuid,
): Promise<void> {
  const oldest = now().getTime() - orphanAfter
  let some: string[] = []
  const removeUnknown = async () => {
    const ids = some
    some = []
    const known = await read(database, providerId, transaction => knownFiles(transaction, ids))
    for (const id of ids) if (!known.has(id)) await files.remove({ providerId, id })
  }
  for await (const { id, writtenAt } of files.list(providerId)) {
    if (!isUuid(id) || writtenAt.getTime() > oldest) continue
    some.push(id)
    if (some.length === batch) await removeUnknown()
  }
  if (some.length > 0) await removeUnknown()
}
