import { parseArgs } from 'node:util'
import { Value } from 'typebox/value'
import { KeyLabel, SourceSystem } from '../features/api-keys/contract.ts'
import { findProvider } from '../features/api-keys/queries.ts'
import { allKeys, createKey, endKey } from '../features/api-keys/service.ts'
import type { System } from '../platform/access/actor.ts'
import { StartFailure } from '../platform/config/start-failure.ts'
import { type Database, openDatabase } from '../platform/db/database.ts'
import { read, write } from '../platform/db/door.ts'
import { AppError } from '../platform/http/error.ts'
import { isUuid, uuidOf } from '../platform/ids.ts'

const usage = `Usage:
  npm run yhdessa -- key create --provider OID --source SYSTEM --name NAME
  npm run yhdessa -- key list --provider OID
  npm run yhdessa -- key revoke --provider OID --id ID`

type Say = (line: string) => void

/** Makes, lists and revokes API keys from the command line. @returns the exit code. */
export async function runKey(url: string, args: readonly string[], say: Say = console.log): Promise<number> {
  const [action, ...rest] = args
  const flags = flagsOf(rest)
  const run = action === undefined ? undefined : actions[action]
  if (run === undefined || flags?.provider === undefined) {
    console.error(usage)
    return 2
  }
  const database = openDatabase(url, { connections: 1 })
  try {
    await run(database, await systemAt(database, flags.provider), flags, say)
    return 0
  } finally {
    await database.close()
  }
}

const text = { type: 'string' } as const

function flagsOf(args: string[]) {
  try {
    return parseArgs({ args, options: { provider: text, source: text, name: text, id: text } }).values
  } catch {
    return undefined
  }
}

type Flags = NonNullable<ReturnType<typeof flagsOf>>
type Run = (database: Database, actor: System, flags: Flags, say: Say) => Promise<void>

const actions: Readonly<Record<string, Run>> = {
  create: async (database, actor, { source, name }, say) => {
    if (!Value.Check(SourceSystem, source)) {
      throw new StartFailure('--source is the name of the register in lower case, such as wilma or studenta.')
    }
    if (!Value.Check(KeyLabel, name))
      throw new StartFailure('--name says what the key is for, in 1 to 100 letters.')
    const audit = { actor, now: new Date() }
    const created = await write(database, actor.providerId, transaction =>
      createKey(transaction, audit, { source, name }),
    ).catch(tooMany)
    say(created.key)
    say('This is the only time that the key is shown: put it into the register now.')
  },
  list: async (database, actor, _flags, say) => {
    for (const key of await read(database, actor.providerId, allKeys)) {
      const state = key.revokedAt === undefined ? 'valid' : `revoked ${key.revokedAt}`
      say([key.id, key.source, key.createdAt, state, key.name].join('  '))
    }
  },
  revoke: async (database, actor, { id }, say) => {
    if (id === undefined || !isUuid(id)) throw new StartFailure('--id is the id that `key list` shows.')
    const audit = { actor, now: new Date() }
    await write(database, actor.providerId, transaction => endKey(transaction, audit, uuidOf(id))).catch(
      noSuchKey,
    )
    say('The key is revoked. Running servers notice it within ten seconds.')
  },
}

async function systemAt(database: Database, oid: string): Promise<System> {
  const provider = await read(database, null, transaction => findProvider(transaction, oid))
  if (provider === undefined) throw new StartFailure(`There is no provider with the OID ${oid}.`)
  return { kind: 'system', source: 'command', providerId: uuidOf(provider.id) }
}

function tooMany(error: unknown): never {
  if (!(error instanceof AppError)) throw error
  const { count, source } = error.params
  throw new StartFailure(`${source} has ${count} valid keys already: revoke one of them first.`)
}

function noSuchKey(error: unknown): never {
  if (!(error instanceof AppError)) throw error
  throw new StartFailure('The provider has no key with that id.')
}
