import { queues } from '../../src/app/queues.ts'
import type { Embedded } from '../../src/platform/db/embedded.ts'
import { startTemporary } from '../../src/platform/db/embedded-temporary.ts'
import { migrate } from '../../src/platform/db/migrate.ts'

/** Starts a PostgreSQL of its own in a temporary folder and migrates its database. */
export async function startThrowAway(): Promise<Embedded> {
  const database = await startTemporary()
  try {
    await migrate(database.url, queues)
    return database
  } catch (error) {
    await database.stop()
    throw error
  }
}
