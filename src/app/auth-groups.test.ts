import { beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../test/harness/app.ts'
import { openBrowser } from '../../test/harness/browser.ts'
import { testDatabase } from '../../test/harness/database.ts'
import { assign, auditOf, newPerson, newProvider } from '../../test/harness/people.ts'
import type { StaffRole } from '../features/roles/rules-names.ts'
import { profileOf } from '../platform/auth/openid.ts'
import { newId } from '../platform/ids.ts'

const { database, owner } = await testDatabase()
const told = { subject: '', name: 'Rauha Ryhmänen', language: 'fi' as const, groups: [] as string[] }
const app = await testApp(database, { auth: { groupsClaim: 'ryhmat', personas: async () => [told] } })

/** A group that gives roles at a provider. */
async function map(group: string, providerId: string, ...roles: StaffRole[]): Promise<void> {
  for (const role of roles) {
    await owner.query('insert into group_role (provider_id, group_name, role) values ($1, $2, $3)', [
      ...[providerId, group, role],
    ])
  }
}

async function signIn() {
  const visitor = openBrowser(app)
  const { answer } = await visitor.follow(`/auth/sign-in?persona=${told.subject}`)
  const cookie = `yhdessa_session=${visitor.jar.get('yhdessa_session')?.value}`
  const session = async () => (await app.inject({ url: '/api/session', headers: { cookie } })).json()
  return { answer, session }
}

async function held(): Promise<string[]> {
  const { rows } = await owner.query<{ held: string }>(
    `select p.name_fi || ' ' || a.role || ' ' || a.origin as held from assignment a join provider p on p.id = a.provider_id
     join person on person.id = a.person_id where subject = $1 order by 1`,
    [told.subject],
  )
  return rows.map(row => row.held)
}

let [a, b] = [await newProvider(owner, 'Alku'), await newProvider(owner, 'Beta')]
beforeEach(async () => {
  await owner.query('delete from group_role')
  ;[a, b] = [await newProvider(owner, 'Alku'), await newProvider(owner, 'Beta')]
  told.subject = `rauha-${newId()}`
  told.groups = ['opettajat']
})

describe('who is in groups', () => {
  test('begins to exist at the first sign-in, at every provider that names one of them', async () => {
    await map('opettajat', a.id, 'teacher', 'guidance')
    await map('opettajat', b.id, 'quality')
    await map('muut', b.id, 'administrator')
    const { answer, session } = await signIn()
    expect(answer.statusCode).toBe(303)
    expect(await session()).toMatchObject({
      user: { name: 'Rauha Ryhmänen' },
      roles: ['teacher', 'guidance'],
      providers: [{ id: a.id }, { id: b.id, roles: ['quality'] }],
    })
    expect(await auditOf(owner, a.id, 'roles.follow-groups')).toMatchObject([
      { actor_kind: 'system', details: { given: ['guidance', 'teacher'], taken: [] } },
    ])
    expect(await auditOf(owner, b.id, 'roles.follow-groups')).toHaveLength(1)
  })

  test('is refused as before when no group gives a role, and no row is made', async () => {
    await map('muut', a.id, 'teacher')
    const { answer } = await signIn()
    expect([answer.statusCode, answer.body]).toEqual([403, expect.stringContaining('käyttäjätiliä')])
    const { rows } = await owner.query('select 1 from person where subject = $1', [told.subject])
    expect(rows).toEqual([])
  })

  test('loses what the groups no longer give, at once in other browsers too', async () => {
    await map('opettajat', a.id, 'teacher')
    await map('laatu', a.id, 'quality')
    await map('laatu', b.id, 'quality')
    const first = await signIn()
    told.groups = ['laatu']
    expect(await first.session()).toMatchObject({ roles: ['teacher'] })
    await signIn()
    expect(await held()).toEqual(['Alku quality openid', 'Beta quality openid'])
    expect(await first.session()).toMatchObject({ roles: ['quality'] })
    told.groups = []
    expect((await signIn()).answer.body).toContain('Sinulla ei ole vielä roolia')
    expect(await first.session()).toMatchObject({ signedIn: false })
    expect((await auditOf(owner, a.id, 'roles.follow-groups')).map(row => row.details)).toEqual([
      { given: ['teacher'], taken: [] },
      { given: ['quality'], taken: ['teacher'] },
      { given: [], taken: ['quality'] },
    ])
  })

  test('keeps what was granted and what a register told, and is marked only when something changed', async () => {
    const { id } = await newPerson(owner, {
      roles: ['quality', 'teacher'],
      providerId: a.id,
      subject: told.subject,
    })
    await assign(owner, id, { roles: ['coordinator'], providerId: b.id })
    await owner.query(
      `update assignment set origin = 'register' where person_id = $1 and role = 'coordinator'`,
      [id],
    )
    await map('opettajat', a.id, 'teacher')
    await signIn()
    told.groups = []
    await signIn()
    expect(await held()).toEqual([
      'Alku quality granted',
      'Alku teacher granted',
      'Beta coordinator register',
    ])
    expect(await auditOf(owner, a.id, 'roles.follow-groups')).toEqual([])
  })

  test('who signs in twice at once exists once', async () => {
    await map('opettajat', a.id, 'teacher')
    const answers = await Promise.all([signIn(), signIn()])
    expect(answers.map(({ answer }) => answer.statusCode)).toEqual([303, 303])
    expect(await held()).toEqual(['Alku teacher openid'])
    expect(await auditOf(owner, a.id, 'roles.follow-groups')).toHaveLength(1)
  })

  test('is among the demo’s people before the first sign-in', async () => {
    const items = async () =>
      ((await app.inject('/api/personas')).json().items as { id: string }[]).filter(
        one => one.id === told.subject,
      )
    expect(await items()).toEqual([])
    await map('opettajat', a.id, 'teacher')
    expect(await items()).toMatchObject([
      { name: 'Rauha Ryhmänen', roles: ['teacher'], provider: { names: { fi: 'Alku' } } },
    ])
    await signIn()
    expect(await items()).toHaveLength(1)
  })
})

test.each([
  [{ groups: ['a', ' b ', '', 5] }, ['a', 'b']],
  [{ groups: 'yksi' }, ['yksi']],
  [{ groups: { a: 1 } }, []],
  [{ roles: ['a'] }, []],
])('the claims %j tell the groups %j', (claims, groups) => {
  expect(profileOf(claims, 'groups').groups).toEqual(groups)
})

test.each([
  [{ name: 'Aino', preferred_username: 'a', locale: 'sv-FI' }, 'Aino', 'sv'],
  [{ preferred_username: 'aino', locale: 'de' }, 'aino', undefined],
  [{ name: ' ' }, undefined, undefined],
])('the claims %j tell the name %s and the language %s', (claims, name, language) => {
  expect(profileOf(claims, 'groups')).toMatchObject({ name, language })
})
