import { expect, test } from 'vitest'
import { testApp } from '../../test/harness/app.ts'
import { testDatabase } from '../../test/harness/database.ts'
import { auditOf, newProvider } from '../../test/harness/people.ts'
import { StartFailure } from '../platform/config/start-failure.ts'
import { runKey } from './key.ts'

const { database, owner, url } = await testDatabase()
const app = await testApp(database)

async function run(...args: string[]) {
  const lines: string[] = []
  const code = await runKey(url, args, line => lines.push(line))
  return { code, lines }
}

const isValid = async (key: string) =>
  (await app.inject({ url: '/api/session', headers: { authorization: `Bearer ${key}` } })).statusCode === 200

test('a key is made, listed and revoked from the command line', async () => {
  const { id, oid } = await newProvider(owner)
  const at = ['--provider', oid]
  const made = await run('create', ...at, '--source', 'wilma', '--name', 'Wilman avain')
  const [key = ''] = made.lines
  expect([made.code, await isValid(key)]).toEqual([0, true])
  const [line = ''] = (await run('list', ...at)).lines
  expect(line).toMatch(/^[0-9a-f-]{36} {2}wilma {2}\S+ {2}valid {2}Wilman avain$/)
  expect((await run('revoke', ...at, '--id', line.slice(0, 36))).code).toBe(0)
  expect((await run('list', ...at)).lines[0]).toContain('revoked')
  expect(await auditOf(owner, id, 'api-keys.create')).toMatchObject([
    { actor_kind: 'system', actor_id: null },
  ])
  expect(await auditOf(owner, id, 'api-keys.revoke')).toHaveLength(1)
})

test('what cannot be done is told in one sentence', async () => {
  const { oid } = await newProvider(owner)
  const at = ['--provider', oid]
  const create = ['create', ...at, '--source', 'wilma', '--name', 'x']
  await run(...create)
  await run(...create)
  const wrong = [
    ['list', '--provider', '1.2.3'],
    ['create', ...at, '--source', 'Wilma', '--name', 'x'],
    ['create', ...at, '--source', 'wilma'],
    create,
    ['revoke', ...at, '--id', 'x'],
    ['revoke', ...at, '--id', '0197a000-0000-7000-8000-000000000000'],
  ]
  for (const args of wrong) await expect(run(...args)).rejects.toThrow(StartFailure)
})

test.each([[[]], [['list']], [['polish', '--provider', 'x']], [['list', '--colour', 'x']]])(
  '%j is answered with how to do it',
  async args => {
    expect((await run(...args)).code).toBe(2)
  },
)
