import { describe, expect, test } from 'vitest'
import { testApp } from '../../test/harness/app.ts'
import { openBrowser } from '../../test/harness/browser.ts'
import { testDatabase } from '../../test/harness/database.ts'
import { auditOf } from '../../test/harness/people.ts'
import { installation } from '../platform/access/installation.ts'
import { StartFailure } from '../platform/config/start-failure.ts'
import { runProvider } from './provider.ts'
import { runRole } from './role.ts'

const { database, owner, url } = await testDatabase()
const app = await testApp(database)

async function said(run: (say: (line: string) => void) => Promise<number>) {
  const lines: string[] = []
  return { code: await run(line => lines.push(line)), lines }
}
const provider = (...args: string[]) => said(say => runProvider(url, args, say))
const role = (...args: string[]) => said(say => runRole(url, args, 'demo', say))

const oid = (digits: string) => `1.2.246.562.99.${digits}`
let made = 32_345_678_900
async function added(): Promise<string> {
  made += 1
  const at = oid(String(made))
  await provider('add', at, 'Oma opisto')
  return at
}

describe('an empty system', () => {
  test('is set up from the command line: a provider, its administrator, an operator', async () => {
    const at = oid('12345678901')
    const names = ['--sv', 'Eget institut', '--language', 'sv', '--business-id', '9000000-3']
    expect((await provider('add', at, 'Oma opisto', ...names)).lines[0]).toBe(`${at}  Oma opisto`)
    expect((await provider('list')).lines).toEqual([`${at}  9000000-3  sv  Oma opisto`])
    const person = ['--subject', 'aino', '--name', 'Aino Alku']
    expect((await role('grant', 'administrator', ...person, '--provider', at)).code).toBe(0)
    expect((await role('grant', 'administrator', '--subject', 'aino', '--installation')).lines).toEqual([
      'Aino Alku (aino of demo): administrator',
    ])
    expect((await role('list', '--provider', at)).lines).toEqual(['administrator  granted  aino  Aino Alku'])

    const visitor = openBrowser(app)
    await visitor.follow('/auth/sign-in?persona=aino')
    expect((await visitor.get('/api/session')).json()).toMatchObject({
      operator: true,
      roles: ['administrator'],
      provider: { names: { fi: 'Oma opisto', sv: 'Eget institut' } },
    })
    const { rows } = await owner.query('select id from provider where oid = $1', [at])
    expect(await auditOf(owner, rows[0].id, 'providers.add')).toHaveLength(1)
    expect(await auditOf(owner, rows[0].id, 'roles.invite')).toMatchObject([{ actor_kind: 'system' }])
    expect(await auditOf(owner, installation, 'roles.grant')).toHaveLength(1)
  })

  test('names people of another OpenID provider by its issuer', async () => {
    const at = await added()
    const other = ['--subject', 'aino', '--issuer', 'https://login.example.fi']
    await role('grant', 'teacher', ...other, '--name', 'Toinen Aino', '--provider', at)
    expect((await role('list', '--provider', at)).lines).toEqual(['teacher  granted  aino  Toinen Aino'])
    const { rows } = await owner.query(`select issuer from person where name = 'Toinen Aino'`)
    expect(rows).toEqual([{ issuer: 'https://login.example.fi' }])
  })

  test('gives a role to another, and takes it from the first', async () => {
    const at = await added()
    const place = ['--provider', at]
    await role('grant', 'administrator', '--subject', 'eka', '--name', 'Eka', ...place)
    await role('grant', 'administrator', '--subject', 'toka', '--name', 'Toka', ...place)
    expect((await role('revoke', 'administrator', '--subject', 'eka', ...place)).code).toBe(0)
    expect((await role('list', ...place)).lines).toEqual(['administrator  granted  toka  Toka'])
    await expect(role('revoke', 'administrator', '--subject', 'toka', ...place)).rejects.toThrow('last')
  })
})

const refused: [string, () => Promise<unknown>, RegExp][] = [
  ['an OID that is none', () => provider('add', '1.2.3', 'x'), /1\.2\.3 is not the OID/],
  [
    'a wrong business id',
    () => provider('add', oid('22345678901'), 'x', '--business-id', '1'),
    /business id/,
  ],
  [
    'a language that is none',
    () => provider('add', oid('22345678901'), 'x', '--language', 'de'),
    /fi, sv or en/,
  ],
  ['an empty name', () => provider('add', oid('22345678901'), ' '), /empty/],
  ['a provider that is there', async () => provider('add', await added(), 'x'), /already/],
  ['a role at no provider', () => role('list', '--provider', oid('1')), /no provider/],
  ['the installation as a provider', () => role('list', '--provider', 'installation'), /no provider/],
  [
    'a teacher of the installation',
    () => role('grant', 'teacher', '--subject', 'a', '--installation'),
    /only/,
  ],
  [
    'a stranger without a name',
    () => role('grant', 'administrator', '--subject', 'a', '--installation'),
    /--name/,
  ],
  [
    'a role of nobody',
    () => role('revoke', 'administrator', '--subject', 'a', '--installation'),
    /no a here/,
  ],
]
test('a subject of no OpenID provider is refused: nobody could sign in by it', async () => {
  const args = ['grant', 'administrator', '--subject', 'a', '--name', 'A', '--installation']
  await expect(runRole(url, args, undefined)).rejects.toThrow('OIDC_ISSUER')
  expect(await runRole(url, ['list', '--installation'], undefined, () => undefined)).toBe(0)
})

test.each(refused)('%s is told in one sentence', async (_case, run, sentence) => {
  const failure: unknown = await run().catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(StartFailure)
  expect((failure as Error).message).toMatch(sentence)
})

test.each([
  [[]],
  [['polish']],
  [['grant', 'administrator', '--subject', 'a']],
  [['grant', 'administrator', '--installation']],
  [['grant', 'student', '--subject', 'a', '--installation']],
  [['list', '--provider', 'x', '--installation']],
  [['list', '--colour', 'x', '--installation']],
])('role %j is answered with how to do it', async args => {
  expect((await role(...args)).code).toBe(2)
})

test.each([[[]], [['add', 'x']], [['add', 'x', 'y', 'z']], [['list', 'x']], [['list', '--sv', 'x']]])(
  'provider %j is answered with how to do it',
  async args => {
    expect((await provider(...args)).code).toBe(2)
  },
)
