import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { jobSchema, type Queue, queuesVersion } from '../jobs/queues.ts'

const migrationsFolder = new URL('../../../db/migrations/', import.meta.url)
const repeatableFolder = new URL('../../../db/repeatable/', import.meta.url)

interface SqlFile {
  readonly name: string
  readonly text: string
  readonly hash: string
}

async function sqlFiles(folder: URL): Promise<SqlFile[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async name => {
      const text = await readFile(new URL(name, folder), 'utf8')
      return { name, text, hash: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** Names of the migrations that this version of the code brings, as the table `migration` keeps them. */
export async function migrationNames(): Promise<string[]> {
  return (await sqlFiles(migrationsFolder)).map(file => file.name)
}

// Any number; every migrating process asks for the same lock, so two first starts take turns.
const lock = 7_214_020_26

/**
 * Brings the database at `ownerUrl` to the present schema: migrations once each in the order of their names,
 * then the repeatable files when anything changed, then the job tables. Quick when there is nothing to do.
 *
 * @throws Error when an applied migration was edited: migrations go forward only.
 */
export async function migrate(ownerUrl: string, queues: readonly Queue[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await client.query(
      `create table if not exists migration (
         name text primary key, hash text not null, applied_at timestamptz not null default now())`,
    )
    const applied = await client.query<{ name: string; hash: string }>('select name, hash from migration')
    const known = new Map(applied.rows.map(row => [row.name, row.hash]))
    const changed = await runOnce(client, await sqlFiles(migrationsFolder), known)
    await runRepeatable(client, await sqlFiles(repeatableFolder), known, changed)
    await installJobs(client, ownerUrl, queues)
  } finally {
    await client.end()
  }
}

async function runOnce(client: pg.Client, files: SqlFile[], known: Map<string, string>): Promise<boolean> {
  let changed = false
  for (const file of files) {
    const hash = known.get(file.name)
    if (hash === file.hash) continue
    if (hash !== undefined) throw new Error(`The migration ${file.name} was edited after it had been applied`)
    await apply(client, file)
    changed = true
  }
  return changed
}

async function runRepeatable(
  client: pg.Client,
  files: SqlFile[],
  known: Map<string, string>,
  changed: boolean,
): Promise<void> {
  for (const file of files) {
    const name = `repeatable/${file.name}`
    if (changed || known.get(name) !== file.hash) await apply(client, { ...file, name })
  }
}

async function apply(client: pg.Client, file: SqlFile): Promise<void> {
  await client.query('begin')
  try {
    await client.query(file.text)
    await client.query(
      `insert into migration (name, hash) values ($1, $2)
       on conflict (name) do update set hash = excluded.hash, applied_at = now()`,
      [file.name, file.hash],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`The migration ${file.name} failed: ${(error as Error).message}`, { cause: error })
  }
}

/** The job tables belong to the owner; the application's role may use them and not change their shape. */
async function installJobs(client: pg.Client, ownerUrl: string, queues: readonly Queue[]): Promise<void> {
  const version = `jobs ${queuesVersion(queues)}`
  const found = await client.query('select 1 from migration where name = $1', [version])
  if (found.rowCount) return
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: jobSchema,
    supervise: false,
    schedule: false,
  })
  boss.on('error', () => undefined)
  await boss.start()
  for (const { name, options } of queues) {
    await boss.createQueue(name, options)
    // One that is there already keeps its options otherwise.
    await boss.updateQueue(name, options)
  }
  await boss.stop({ graceful: false })
  await client.query(`
    grant usage on schema ${jobSchema} to yhdessa_app;
    grant select, insert, update, delete on all tables in schema ${jobSchema} to yhdessa_app;
    grant usage on all sequences in schema ${jobSchema} to yhdessa_app;
    grant execute on all functions in schema ${jobSchema} to yhdessa_app`)
  await client.query('insert into migration (name, hash) values ($1, $1)', [version])
}
