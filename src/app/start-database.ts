import { fileURLToPath } from 'node:url'
import type { Config } from '../platform/config/config.ts'
import { StartFailure } from '../platform/config/start-failure.ts'

/** A migrated database to work with. */
export interface RunningDatabase {
  /** The owner's address. */
  readonly url: string
  stop(): Promise<void>
}

export const dataFolder = fileURLToPath(new URL('../../.data', import.meta.url))

/** Where the files of students are when no setting names another place. */
export const filesFolder = fileURLToPath(new URL('../../.data/files', import.meta.url))

const oldestMajor = 15

/** How the address is named to a person: without user and password. */
function placeOf(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url)
  return `${searchParams.get('host') ?? hostname}:${port || 5432}${pathname}`
}

function reasonOf(error: unknown): string {
  const inner = error instanceof AggregateError ? error.errors[0] : error
  const { code, message } = inner as NodeJS.ErrnoException
  return code === undefined || message.includes(code) ? message : `${message}, ${code}`
}

/** @throws StartFailure when the database cannot be reached, does not let us in, or is too old. */
async function checkReachable(url: string): Promise<void> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw new StartFailure(
      `The database of DATABASE_URL at ${placeOf(url)} cannot be reached (${reasonOf(error)}).`,
      { cause: error },
    )
  }
  const { rows } = await client.query<{ version: string }>(
    "select current_setting('server_version_num') as version",
  )
  await client.end()
  const major = Math.floor(Number(rows[0]?.version) / 10_000)
  if (major >= oldestMajor) return
  throw new StartFailure(
    `The database of DATABASE_URL is PostgreSQL ${major}; it must be ${oldestMajor} or newer.`,
  )
}

/** The embedded database, or the one of DATABASE_URL; not yet migrated. */
export async function startDatabase(
  databaseUrl: string | undefined,
  say: (line: string) => void,
): Promise<RunningDatabase> {
  if (databaseUrl !== undefined) {
    await checkReachable(databaseUrl)
    return { url: databaseUrl, stop: async () => undefined }
  }
  const { startEmbedded } = await import('../platform/db/embedded.ts')
  return startEmbedded({ folder: dataFolder, say })
}

/**
 * Loads the demo by `load` into a database that nobody has used, and again when an earlier loading was cut short: its
 * beginning and its end stand among the migrations.
 *
 * @returns whether it was loaded.
 */
export async function withDemo(url: string, load: () => Promise<void>): Promise<boolean> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const mark = (name: string) =>
    client.query('insert into migration (name, hash) values ($1, $1) on conflict do nothing', [name])
  try {
    const { rows } = await client.query<{ used: boolean; begun: boolean; loaded: boolean }>(
      `select exists (select from provider where kind = 'provider') as used,
         exists (select from migration where name = 'demo begun') as begun,
         exists (select from migration where name = 'demo loaded') as loaded`,
    )
    const [state] = rows
    if (state === undefined || state.loaded || (state.used && !state.begun)) return false
    await mark('demo begun')
    await load()
    await mark('demo loaded')
    return true
  } finally {
    await client.end()
  }
}

async function migrateOrSay(database: RunningDatabase): Promise<void> {
  const [{ migrate }, { queues }] = await Promise.all([
    import('../platform/db/migrate.ts'),
    import('./queues.ts'),
  ])
  try {
    await migrate(database.url, queues)
  } catch (error) {
    throw new StartFailure(`The database could not be brought up to date: ${reasonOf(error)}`, {
      cause: error,
    })
  }
}

/** Starts the database and brings it to the present schema. */
export async function openMigrated(config: Config, say: (line: string) => void): Promise<RunningDatabase> {
  const database = await startDatabase(config.databaseUrl, say)
  try {
    await migrateOrSay(database)
    return database
  } catch (error) {
    await database.stop()
    throw error
  }
}

/** Runs one command on the migrated database, sharing it with a server that may be running. */
export async function withDatabase<T>(config: Config, work: (url: string) => Promise<T>): Promise<T> {
  const database = await openMigrated(config, line => console.error(line))
  try {
    return await work(database.url)
  } finally {
    await database.stop()
  }
}
