import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { startEmbedded } from './embedded.ts'

const root = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'yhdessa-embedded-'))
chmodSync(root, 0o755)
afterAll(() => rmSync(root, { recursive: true, force: true }))

const module = new URL('./embedded.ts', import.meta.url).href
const program = `
  import { startEmbedded } from ${JSON.stringify(module)}
  const database = await startEmbedded({ folder: process.argv[1], durable: false })
  process.on('SIGTERM', () => database.stop().then(() => process.exit(0)))
  setInterval(() => undefined, 1000)
  console.log(database.url)`

interface Application {
  readonly process: ChildProcess
  readonly url: string
}

/** An application of its own process, as kill -9 and two starts at once need. */
async function startApplication(folder: string): Promise<Application> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { process: child, url: line.toString().trim() }
}

async function end(application: Application, signal: NodeJS.Signals): Promise<void> {
  const ended = once(application.process, 'exit')
  application.process.kill(signal)
  await ended
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
    .query(text)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

describe('the embedded database', () => {
  const folder = join(root, 'one')

  test('sorts and folds Finnish letters', async () => {
    const database = await startEmbedded({ folder, durable: false })
    expect(await query(database.url, "select lower('ÄÖÅ') as low, upper('š') as up")).toEqual([
      { low: 'äöå', up: 'Š' },
    ])
    await database.stop()
    await expect(query(database.url, 'select 1')).rejects.toThrow()
  })

  test('keeps what was stored when the application was killed', async () => {
    const application = await startApplication(folder)
    await query(application.url, 'create table kept as select 42 as answer')
    await end(application, 'SIGKILL')
    const database = await startEmbedded({ folder, durable: false })
    expect(await query(database.url, 'select answer from kept')).toEqual([{ answer: 42 }])
    await database.stop()
  })

  test('starts when postmaster.pid names a process that is not its own, or none', async () => {
    for (const pid of [String(process.pid), '', 'x']) {
      writeFileSync(
        join(folder, 'postgres', 'postmaster.pid'),
        `${pid}\n${folder}\n1\n5432\n/nowhere\n\n1 1\nready\n`,
      )
      const database = await startEmbedded({ folder, durable: false })
      expect(await query(database.url, 'select answer from kept')).toHaveLength(1)
      await database.stop()
    }
  })

  test('starts when a killed process has left its lock', async () => {
    const dead = spawn(process.execPath, ['-e', ''])
    await once(dead, 'exit')
    writeFileSync(join(folder, 'lock'), String(dead.pid))
    const database = await startEmbedded({ folder, durable: false })
    await database.stop()
    expect(existsSync(join(folder, 'lock'))).toBe(false)
  })

  test('is started again when it is killed under a running application', async () => {
    const said: string[] = []
    const database = await startEmbedded({ folder, durable: false, say: line => said.push(line) })
    const pid = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 'SIGKILL')
    await expect
      .poll(() => query(database.url, 'select answer from kept').catch(() => []), { timeout: 15_000 })
      .toHaveLength(1)
    expect(said).toEqual(['The database ended by itself and is started again.'])
    await database.stop()
  })

  test('of another major version is refused in one sentence', async () => {
    const version = join(folder, 'postgres', 'PG_VERSION')
    const right = readFileSync(version, 'utf8')
    writeFileSync(version, '14\n')
    await expect(startEmbedded({ folder })).rejects.toMatchObject({
      name: 'StartFailure',
      message: expect.stringMatching(/^The data folder \S+ was made by PostgreSQL 14 [^\n]+\.$/),
    })
    writeFileSync(version, right)
  })
})

test('two first starts at once share one database, which ends with the last of them', async () => {
  const folder = join(root, 'two')
  const [first, second] = await Promise.all([startApplication(folder), startApplication(folder)])
  expect(first.url).toBe(second.url)
  await end(first, 'SIGTERM')
  expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await end(second, 'SIGTERM')
  await expect(query(second.url, 'select 1')).rejects.toThrow()
  expect(readdirSync(join(folder, 'users'))).toEqual([])
})

test('a folder that holds something else is left alone', async () => {
  const folder = join(root, 'three')
  const database = await startEmbedded({ folder, durable: false })
  await database.stop()
  rmSync(join(folder, 'postgres', 'PG_VERSION'))
  await expect(startEmbedded({ folder })).rejects.toMatchObject({ name: 'StartFailure' })
})
