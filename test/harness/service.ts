import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { afterAll } from 'vitest'
import { type OutsideOptions, onlyThisMachine } from '../../src/app/import-fetchers.ts'
import { createServer, type Server } from '../../src/app/server.ts'
import type { Role } from '../../src/platform/access/actor.ts'
import { installation } from '../../src/platform/access/installation.ts'
import { hashOf, keyTextOf, newSecret } from '../../src/platform/auth/credentials.ts'
import { write } from '../../src/platform/db/door.ts'
import { diskFiles, type FileStore } from '../../src/platform/files/store.ts'
import { newId, type Uuid } from '../../src/platform/ids.ts'
import { type Jobs, startJobs } from '../../src/platform/jobs/jobs.ts'
import { jsonLog } from '../../src/platform/log/log.ts'
import { type TestDatabase, testDatabase } from './database.ts'

/** The whole service on a database of its own, spoken to without a network. */
export interface TestService extends TestDatabase {
  readonly server: Server
  readonly jobs: Jobs
  readonly files: FileStore
  /** Lines of the log, to look for what should not be there. */
  readonly log: readonly string[]
  provider(names?: { fi: string }): Promise<Uuid>
  signIn(providerId: Uuid, roles: readonly Role[], studentId?: string): Promise<Client>
  /** A guardian with custody who signs in, of a student who is under 18 for long. */
  guardian(providerId: Uuid, studentId: string): Promise<Client>
  /** A teacher who also keeps what all providers share. */
  operator(providerId: Uuid): Promise<Client>
  key(providerId: Uuid, source?: string): Promise<Client>
  keyHeaders(providerId: Uuid, source?: string): Promise<Record<string, string>>
  readonly nobody: Client
}

/** Sends requests as someone. */
export type Client = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<LightMyRequestResponse>

/** Call at the top of a test file. Everything ends after the file. Only services on this machine are asked. */
export async function testService(outside: Partial<OutsideOptions> = {}): Promise<TestService> {
  const held = await testDatabase()
  const log: string[] = []
  const jobs = await startJobs(
    held.url,
    jsonLog(line => log.push(line)),
  )
  const folder = await mkdtemp(join(tmpdir(), 'yhdessa-files-'))
  const files = diskFiles(folder)
  const server = await createServer({
    files,
    database: held.database,
    jobs,
    log: jsonLog(line => log.push(line)),
    demo: true,
    openId: undefined,
    publicUrl: 'http://localhost:3000',
    requestsPerMinute: 1_000_000,
    trustProxy: false,
    outside: { ...onlyThisMachine, ...outside },
    checkAnswers: true,
  })
  afterAll(async () => {
    await server.close()
    await jobs.stop()
    await rm(folder, { recursive: true, force: true })
  })
  const client = clientOf(server)
  return {
    ...held,
    server,
    jobs,
    files,
    log,
    nobody: client({}),
    provider: names => insertProvider(held, names?.fi ?? 'Kuvitteellinen koulutuskuntayhtymä'),
    signIn: async (providerId, roles, studentId) => client(await session(held, providerId, roles, studentId)),
    guardian: async (providerId, studentId) => client(await guardianSession(held, providerId, studentId)),
    operator: async providerId => client(await session(held, providerId, ['teacher'], undefined, true)),
    keyHeaders: (providerId, source = 'wilma') => apiKey(held, providerId, source),
    key: async (providerId, source = 'wilma') => client(await apiKey(held, providerId, source)),
  }
}

function clientOf(server: Server): (own: Record<string, string>) => Client {
  return own => (method, url, body, headers) => {
    const payload = body === undefined ? {} : { payload: body as NonNullable<InjectOptions['payload']> }
    return server.app.inject({ method, url, headers: { ...own, ...headers }, ...payload })
  }
}

let providers = 0

async function insertProvider({ owner }: TestDatabase, name: string): Promise<Uuid> {
  const id = newId()
  providers += 1
  const oid = `1.2.246.562.10.${String(10_000_000_000 + providers)}`
  await owner.query(`insert into provider (id, oid, name_fi, language) values ($1, $2, $3, 'fi')`, [
    id,
    oid,
    name,
  ])
  return id
}

async function session(
  { owner }: TestDatabase,
  providerId: Uuid,
  roles: readonly Role[],
  studentId: string | undefined,
  operator = false,
): Promise<Record<string, string>> {
  const [personId, secret, csrf] = [newId(), newSecret(), randomBytes(16).toString('hex')]
  await owner.query(
    `insert into person (id, issuer, subject, name, language) values ($1, 'demo', $2, 'Testi Henkilö', 'fi')`,
    [personId, personId],
  )
  for (const role of roles) {
    await owner.query(
      'insert into assignment (person_id, provider_id, role, student_id) values ($1, $2, $3, $4)',
      [personId, providerId, role, role === 'student' ? studentId : null],
    )
  }
  if (operator)
    await owner.query(
      `insert into assignment (person_id, provider_id, role) values ($1, $2, 'administrator')`,
      [personId, installation],
    )
  await owner.query(
    `insert into session (secret_hash, person_id, provider_id, csrf_token, language, created_at, expires_at)
     values ($1, $2, $3, $4, 'fi', now(), now() + interval '1 hour')`,
    [hashOf(secret), personId, providerId, csrf],
  )
  return { cookie: `yhdessa_session=${secret}`, 'x-csrf-token': csrf }
}

async function guardianSession(
  held: TestDatabase,
  providerId: Uuid,
  studentId: string,
): Promise<Record<string, string>> {
  const headers = await session(held, providerId, ['guardian'], undefined)
  const secret = headers.cookie?.slice('yhdessa_session='.length) ?? ''
  await held.owner.query(
    `with g as (insert into guardian (provider_id, id, student_id, ordinal, name, custody, ends_on, changed_at)
       select $1, $2, $3, count(*) + 1, 'Testi Huoltaja', true, '2099-01-01', now() from guardian
       where provider_id = $1 and student_id = $3 returning id)
     insert into guardianship (provider_id, person_id, student_id, guardian_id, linked_at)
     select $1, s.person_id, $3, g.id, now() from g, session s where s.secret_hash = $4`,
    [providerId, newId(), studentId, hashOf(secret)],
  )
  return headers
}

async function apiKey(
  { database }: TestDatabase,
  providerId: Uuid,
  source: string,
): Promise<Record<string, string>> {
  const [keyId, secret] = [newId(), newSecret()]
  await write(database, providerId, transaction =>
    transaction
      .insertInto('api_key')
      .values({
        provider_id: providerId,
        id: keyId,
        source_system: source,
        name: 'test',
        secret_hash: hashOf(secret),
        created_at: new Date(),
      })
      .execute(),
  )
  return { authorization: `Bearer ${keyTextOf({ providerId, keyId, secret })}` }
}
