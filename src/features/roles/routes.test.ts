import { beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/harness/app.ts'
import { testDatabase } from '../../../test/harness/database.ts'
import { assign, atOnce, auditOf, newPerson, newProvider, signInAs } from '../../../test/harness/people.ts'
import { roles as allRoles, type Role } from '../../platform/access/actor.ts'
import { installation } from '../../platform/access/installation.ts'
import { newId } from '../../platform/ids.ts'
import type { RoleHolder, RoleHolderList } from './contract.ts'

const { database, owner } = await testDatabase()
const app = await testApp(database)

async function signedIn(roles: readonly Role[] = ['administrator'], name = 'Pekka Pääkäyttäjä') {
  const provider = await newProvider(owner)
  return { provider, ...(await signInAs(owner, { roles, providerId: provider.id, name })) }
}
type Who = Awaited<ReturnType<typeof signedIn>>

let who: Who
beforeEach(async () => {
  who = await signedIn()
})

const ask = (method: 'GET' | 'PUT' | 'POST' | 'DELETE', url: string, payload?: object, as: Who = who) =>
  app.inject({ method, url, headers: as.headers, ...(payload === undefined ? {} : { payload }) })
const listed = async (query = '') => (await ask('GET', `/api/roles${query}`)).json() as RoleHolderList
const rolesOf = async (personId: string) =>
  (await listed()).items.find(item => item.personId === personId)?.roles
const colleague = (roles: readonly Role[], name = 'Anna Arvo') =>
  newPerson(owner, { roles, providerId: who.provider.id, name })

describe('who holds which role', () => {
  test('is shown by name, in pages, without students and other providers’ people', async () => {
    await colleague(['teacher', 'guidance'], 'Öde Östman')
    await colleague(['quality'], 'Aamu Ahola')
    await colleague(['student'], 'Oppi Opiskelija')
    const elsewhere = await newProvider(owner)
    await newPerson(owner, { roles: ['teacher'], providerId: elsewhere.id, name: 'Muu Muualta' })
    const first = await listed('?limit=2')
    expect(first.items.map(({ name }) => name)).toEqual(['Aamu Ahola', 'Pekka Pääkäyttäjä'])
    const second = await listed(`?limit=2&after=${first.next}`)
    expect(second.next).toBeUndefined()
    expect(second.items).toMatchObject([
      {
        name: 'Öde Östman',
        roles: [
          { role: 'teacher', origin: 'granted' },
          { role: 'guidance', origin: 'granted' },
        ],
      },
    ])
    expect((await auditOf(owner, who.provider.id, 'roles.list')).map(row => row.details)).toEqual([
      { rows: 2 },
      { rows: 1 },
    ])
  })

  test.each([
    ['östm', ['Öde Östman']],
    ['ÖDE', ['Öde Östman']],
    ['%', []],
    ['ä', ['Pekka Pääkäyttäjä']],
  ])('is found by a part of the name: %s', async (search, names) => {
    await colleague(['teacher'], 'Öde Östman')
    const { items } = await listed(`?search=${encodeURIComponent(search)}`)
    expect(items.map(({ name }) => name)).toEqual(names)
  })

  test('starts at no foreign cursor', async () => {
    const answer = await ask('GET', '/api/roles?after=WzEsMl0')
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'roles.cursor'])
  })
})

describe('a role', () => {
  test('is granted once, seen by its person at once, and leaves one mark', async () => {
    const colleague = await signInAs(owner, { roles: ['teacher'], providerId: who.provider.id })
    const session = async () =>
      (await app.inject({ url: '/api/session', headers: colleague.headers })).json().roles
    expect(await session()).toEqual(['teacher'])
    for (const _twice of [1, 2]) {
      expect((await ask('PUT', `/api/roles/${colleague.personId}/quality`)).statusCode).toBe(204)
    }
    expect(await session()).toEqual(['teacher', 'quality'])
    expect(await auditOf(owner, who.provider.id, 'roles.grant')).toMatchObject([
      { actor_id: who.personId, target_id: colleague.personId, details: { role: 'quality' } },
    ])
  })

  test('taken away closes the doors in the same process at once', async () => {
    const other = await signInAs(owner, { roles: ['administrator'], providerId: who.provider.id })
    const list = () => app.inject({ url: '/api/roles', headers: other.headers })
    expect((await list()).statusCode).toBe(200)
    expect((await ask('DELETE', `/api/roles/${other.personId}/administrator`)).statusCode).toBe(204)
    expect((await list()).statusCode).toBe(401)
    expect(await auditOf(owner, who.provider.id, 'roles.revoke')).toMatchObject([
      { target_id: other.personId, details: { role: 'administrator', origin: 'granted' } },
    ])
    expect((await ask('DELETE', `/api/roles/${other.personId}/administrator`)).statusCode).toBe(404)
  })

  test('that a group gave stays once it is granted', async () => {
    const { id } = await colleague(['teacher'])
    await owner.query(`update assignment set origin = 'openid' where person_id = $1`, [id])
    await ask('PUT', `/api/roles/${id}/teacher`)
    expect(await rolesOf(id)).toEqual([{ role: 'teacher', origin: 'granted' }])
  })

  test('is not granted to people who have none here, nor as a student', async () => {
    const elsewhere = await newProvider(owner)
    const stranger = await newPerson(owner, { roles: ['teacher'], providerId: elsewhere.id })
    for (const id of [stranger.id, newId()]) {
      expect((await ask('PUT', `/api/roles/${id}/teacher`)).statusCode).toBe(404)
      expect((await ask('DELETE', `/api/roles/${id}/teacher`)).statusCode).toBe(404)
    }
    expect((await ask('PUT', `/api/roles/${who.personId}/student`)).statusCode).toBe(404)
  })

  test('of the last administrator stays', async () => {
    const answer = await ask('DELETE', `/api/roles/${who.personId}/administrator?confirm=own-administrator`)
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'roles.last-administrator'])
    expect(await rolesOf(who.personId)).toHaveLength(1)
  })

  test('of one’s own as administrator goes only when it is confirmed', async () => {
    await colleague(['administrator'])
    const own = `/api/roles/${who.personId}/administrator`
    const refused = await ask('DELETE', own)
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'roles.own-administrator'])
    expect((await ask('DELETE', `${own}?confirm=own-administrator`)).statusCode).toBe(204)
    expect((await ask('GET', '/api/roles')).statusCode).toBe(401)
  })

  test('of two administrators who take each other’s away at once stays with one', async () => {
    const other = {
      ...who,
      ...(await signInAs(owner, { roles: ['administrator'], providerId: who.provider.id })),
    }
    const row = { text: 'select from provider where id = $1 for update', values: [who.provider.id] }
    const answers = await atOnce(owner, row, 2, () =>
      Promise.all([
        ask('DELETE', `/api/roles/${other.personId}/administrator`),
        ask('DELETE', `/api/roles/${who.personId}/administrator`, undefined, other),
      ]),
    )
    expect(answers.map(answer => answer.statusCode).sort()).toEqual([204, 409])
  })
})

describe('an invitation', () => {
  const invited = { subject: 'uusi-1', name: ' Uusi Tulija ', language: 'sv', roles: ['teacher'] }

  test('lets somebody in who has never signed in', async () => {
    const answer = await ask('POST', '/api/roles', { ...invited, subject: 'uusi-kirjautuja' })
    const holder = answer.json() as RoleHolder
    expect([answer.statusCode, holder]).toMatchObject([
      201,
      { name: 'Uusi Tulija', subject: 'uusi-kirjautuja', roles: [{ role: 'teacher', origin: 'granted' }] },
    ])
    const { rows } = await owner.query('select issuer, language from person where id = $1', [holder.personId])
    expect(rows).toEqual([{ issuer: 'demo', language: 'sv' }])
    expect(await auditOf(owner, who.provider.id, 'roles.invite')).toHaveLength(1)
  })

  test('of somebody known gives roles and renames nobody', async () => {
    const elsewhere = await newProvider(owner)
    const known = await newPerson(owner, { roles: ['quality'], providerId: elsewhere.id, name: 'Tuttu Jo' })
    const answer = await ask('POST', '/api/roles', { ...invited, subject: known.subject })
    expect(answer.json()).toMatchObject({
      personId: known.id,
      name: 'Tuttu Jo',
      roles: [{ role: 'teacher' }],
    })
    expect(await auditOf(owner, who.provider.id, 'roles.invite')).toEqual([])
    expect(await auditOf(owner, who.provider.id, 'roles.grant')).toHaveLength(1)
  })

  test.each([
    [{ ...invited, roles: [] }, '/roles'],
    [{ ...invited, roles: ['student'] }, '/roles/0'],
    [{ ...invited, subject: ' ' }, '/subject'],
    [{ ...invited, language: 'de' }, '/language'],
  ])('%# that cannot be is refused with its place', async (payload, pointer) => {
    const answer = await ask('POST', '/api/roles', payload)
    expect([answer.statusCode, answer.json().pointer]).toEqual([400, pointer])
  })
})

describe('groups that give roles', () => {
  const items = [
    { group: 'ryhmä b', roles: ['teacher', 'guidance'] },
    { group: ' ryhmä a ', roles: ['quality'] },
  ]
  const change = (body: object) => ask('PUT', '/api/roles/mapping', body)
  const stored = [
    { group: 'ryhmä a', roles: ['quality'] },
    { group: 'ryhmä b', roles: ['guidance', 'teacher'] },
  ]

  test('are none until they are changed, and then as they were changed', async () => {
    expect((await ask('GET', '/api/roles/mapping')).json()).toEqual({
      items: [],
      version: 0,
      claim: 'groups',
    })
    const answer = await change({ items, version: 0 })
    expect([answer.statusCode, answer.json()]).toEqual([200, { items: stored, version: 1, claim: 'groups' }])
    expect((await change({ items: [], version: 1 })).json()).toMatchObject({ items: [], version: 2 })
    expect(await auditOf(owner, who.provider.id, 'roles.change-mapping')).toMatchObject([
      { actor_id: who.personId, details: { before: [], after: stored } },
      { details: { before: stored, after: [] } },
    ])
  })

  test('of an older version are refused, and of another provider not seen', async () => {
    await change({ items, version: 0 })
    for (const version of [0, 2]) {
      const answer = await change({ items: [], version })
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'roles.changed-since'])
    }
    const other = await signedIn()
    expect((await ask('GET', '/api/roles/mapping', undefined, other)).json().items).toEqual([])
  })

  test.each([
    [[items[0], { group: 'ryhmä b ', roles: ['quality'] }], '/items/1/group'],
    [[{ group: '', roles: ['quality'] }], '/items/0/group'],
    [[{ group: 'a', roles: [] }], '/items/0/roles'],
    [[{ group: 'a', roles: ['student'] }], '/items/0/roles/0'],
  ])('%# that cannot be are refused with their place', async (wrong, pointer) => {
    const answer = await change({ items: wrong, version: 0 })
    expect([answer.statusCode, answer.json().pointer]).toEqual([400, pointer])
  })
})

test.each(allRoles.filter(role => role !== 'administrator'))('none of it is for the role %s', async role => {
  const nosy = await signedIn([role])
  const answers = await Promise.all([
    ask('GET', '/api/roles', undefined, nosy),
    ask('PUT', `/api/roles/${nosy.personId}/administrator`, undefined, nosy),
    ask('DELETE', `/api/roles/${nosy.personId}/quality`, undefined, nosy),
    ask('GET', '/api/roles/mapping', undefined, nosy),
    ask('PUT', '/api/roles/mapping', { items: [], version: 0 }, nosy),
  ])
  expect(answers.map(answer => answer.statusCode)).toEqual([403, 403, 403, 403, 403])
})

test('operators are told to operators only', async () => {
  expect((await ask('GET', '/api/roles/operators')).statusCode).toBe(403)
  await assign(owner, who.personId, { roles: ['administrator'], providerId: installation })
  const operator = { ...who, ...(await signInAs(owner, { roles: ['teacher'], providerId: who.provider.id })) }
  await assign(owner, operator.personId, { roles: ['administrator'], providerId: installation })
  const answer = await ask('GET', '/api/roles/operators', undefined, operator)
  expect(answer.json().items.map((item: RoleHolder) => item.personId)).toContain(who.personId)
})
