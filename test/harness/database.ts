import { randomBytes } from 'node:crypto'
import { createConnection } from 'node:net'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { type Database, openDatabase } from '../../src/platform/db/database.ts'

/** A migrated database of one test file. */
export interface TestDatabase {
  /** The owner's address, as DATABASE_URL would give it. */
  readonly url: string
  /** As the application: behind the fence. */
  readonly database: Database
  /** As the owner, who passes every fence: for looking behind the scenes, never for the thing tested. */
  readonly owner: pg.Pool
}

async function templateUrl(): Promise<string> {
  const answer = JSON.parse(await text(createConnection(inject('databaseDesk')))) as {
    url?: string
    error?: string
  }
  if (answer.url === undefined) throw new Error(`The throw-away database did not start: ${answer.error}`)
  return answer.url
}

function withDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

async function administer(template: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(template, 'postgres') })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** Call at the top of a test file: `const { database } = await testDatabase()`. It is dropped after the file. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = await templateUrl()
  const name = `test_${randomBytes(6).toString('hex')}`
  const source = new URL(template).pathname.slice(1)
  await administer(template, `create database ${name} template ${source}`)
  const url = withDatabase(template, name)
  const owner = new pg.Pool({ connectionString: url, max: 4 })
  owner.on('error', () => undefined)
  const database = openDatabase(url)
  afterAll(async () => {
    await Promise.all([owner.end(), database.close()])
    await administer(template, `drop database ${name} with (force)`)
  })
  return { url, database, owner }
}
