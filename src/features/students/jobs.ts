import { Type } from 'typebox'
import type { Database } from '../../platform/db/database.ts'
import { write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { type JobWorker, jobKind } from '../../platform/jobs/jobs.ts'
import { saveKeys, studentsWithoutKeys } from './queries-keys.ts'
import { keysOf } from './rules-keys.ts'

/** Nightly: students who came before there were keys are given theirs, so that they are found. */
export const giveKeys = jobKind('students.keys', Type.Object({}), {
  retryLimit: 5,
  retryDelay: 60,
  retryBackoff: true,
})

const batch = 500
const first = '00000000-0000-0000-0000-000000000000'

interface Dependencies {
  readonly database: Database
  readonly providerIds: () => Promise<readonly Uuid[]>
}

export function keyWorker({ database, providerIds }: Dependencies): JobWorker {
  return {
    kind: giveKeys,
    schedule: '40 1 * * *',
    run: async () => {
      for (const providerId of await providerIds()) await giveKeysAt(database, providerId)
    },
  }
}

async function giveKeysAt(database: Database, providerId: Uuid): Promise<void> {
  for (let after: string | undefined = first; after !== undefined; ) {
    const from: string = after
    after = await write(database, providerId, async transaction => {
      const students = await studentsWithoutKeys(transaction, from, batch)
      await saveKeys(
        transaction,
        students.map(student => ({ studentId: student.id, keys: keysOf(student) })),
      )
      return students.length === batch ? students.at(-1)?.id : undefined
    })
  }
}
