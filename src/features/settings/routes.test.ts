import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/harness/app.ts'
import { testDatabase } from '../../../test/harness/database.ts'
import { atOnce, auditOf, newProvider, type SignedIn, signInAs } from '../../../test/harness/people.ts'
import { type Role, roles } from '../../platform/access/actor.ts'
import { read } from '../../platform/db/door.ts'
import { settingsOf } from './public.ts'
import { settingsRoutes } from './routes.ts'
import { changedSettings, defaultSettings } from './rules.ts'

const { database, owner } = await testDatabase()
const app = await testApp(database, { endpoints: () => settingsRoutes() })

async function signedIn(role: Role = 'administrator') {
  const provider = await newProvider(owner)
  return { provider, ...(await signInAs(owner, { roles: [role], providerId: provider.id })) }
}

const get = ({ headers }: Pick<SignedIn, 'headers'>) => app.inject({ url: '/api/settings', headers })
const put = ({ headers }: Pick<SignedIn, 'headers'>, payload: object) =>
  app.inject({ method: 'PUT', url: '/api/settings', headers, payload })

const changed = {
  ...defaultSettings,
  master: { ...defaultSettings.master, periods: 'here' as const },
  nationalSender: 'here' as const,
}

describe('settings', () => {
  const rule = { part: 'path', party: 'student', need: 'demanded', from: '2026-05-01', source: '' } as const
  test.each([
    ['ends before it begins', [{ ...rule, until: '2026-04-30' }], '/approvals/0/until', 'rule-ends-early'],
    [
      'holds with another',
      [
        { ...rule, until: '2026-05-31' },
        { ...rule, need: 'asked', from: '2026-05-31' },
      ],
      '/approvals/1/from',
      'rules-overlap',
    ],
    [
      'holds with an endless one',
      [rule, { ...rule, from: '2028-01-01' }],
      '/approvals/1/from',
      'rules-overlap',
    ],
    ['is the same twice', [rule, rule], '/approvals/1/from', 'rules-overlap'],
  ] as const)('are refused where a rule %s', async (_, approvals, pointer, code) => {
    const answer = await put(await signedIn(), { ...defaultSettings, approvals, version: 0 })
    expect([answer.statusCode, answer.json()]).toEqual([
      400,
      expect.objectContaining({ code: `settings.${code}`, pointer }),
    ])
  })

  test('take rules that follow each other, hold for one day, or are of another party', async () => {
    const approvals = [
      { ...rule, until: '2026-05-01' },
      { ...rule, from: '2026-05-02' },
      { ...rule, party: 'guardian' },
    ]
    const answer = await put(await signedIn(), { ...defaultSettings, approvals, version: 0 })
    expect(answer.statusCode).toBe(200)
  })

  test('are the defaults until they are changed, and then as they were changed', async () => {
    const who = await signedIn()
    expect((await get(who)).json()).toEqual({ ...defaultSettings, version: 0 })
    const answer = await put(who, { ...changed, version: 0 })
    expect([answer.statusCode, answer.json()]).toEqual([200, { ...changed, version: 1 }])
    expect((await put(who, { ...defaultSettings, version: 1 })).json()).toEqual({
      ...defaultSettings,
      version: 2,
    })
    expect((await get(who)).json()).toEqual({ ...defaultSettings, version: 2 })
  })

  test('leave a mark of what was before and after', async () => {
    const who = await signedIn()
    await put(who, { ...changed, version: 0 })
    expect(await auditOf(owner, who.provider.id, 'settings.change')).toMatchObject([
      {
        actor_id: who.personId,
        details: { changed: ['master.periods', 'nationalSender'], before: defaultSettings, after: changed },
      },
    ])
  })

  test('of an older version are refused, and nothing is marked', async () => {
    const who = await signedIn()
    await put(who, { ...changed, version: 0 })
    for (const version of [0, 2]) {
      const answer = await put(who, { ...defaultSettings, version })
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'settings.changed-since'])
    }
    expect((await get(who)).json()).toEqual({ ...changed, version: 1 })
    expect(await auditOf(owner, who.provider.id, 'settings.change')).toHaveLength(1)
  })

  test('changed by two at once are changed by one', async () => {
    const who = await signedIn()
    await put(who, { ...changed, version: 0 })
    const row = {
      text: 'select from provider_setting where provider_id = $1 for update',
      values: [who.provider.id],
    }
    const twice = () => [1, 2].map(() => put(who, { ...defaultSettings, version: 1 }))
    const answers = await atOnce(owner, row, 2, () => Promise.all(twice()))
    expect(answers.map(answer => answer.statusCode).sort()).toEqual([200, 409])
    expect((await get(who)).json().version).toBe(2)
  })

  test('of one provider are not another’s', async () => {
    const [mine, other] = [await signedIn(), await signedIn()]
    await put(mine, { ...changed, version: 0 })
    expect((await get(other)).json()).toEqual({ ...defaultSettings, version: 0 })
    expect(await read(database, mine.provider.id, settingsOf)).toEqual({ ...changed, version: 1 })
    expect(await read(database, other.provider.id, settingsOf)).toEqual({ ...defaultSettings, version: 0 })
  })

  test.each([
    [{ ...changed, version: 0, contactRetentionMonths: 0 }, '/contactRetentionMonths'],
    [{ ...changed, version: 0, nationalSender: 'somebody' }, '/nationalSender'],
    [{ ...changed, version: 0, master: { ...changed.master, units: 'both' } }, '/master/units'],
    [{ ...changed }, '/version'],
  ])('%# that cannot be are refused with their place', async (payload, pointer) => {
    const answer = await put(await signedIn(), payload)
    expect([answer.statusCode, answer.json().pointer]).toEqual([400, pointer])
  })

  test.each(roles.filter(role => role !== 'administrator'))('are not for the role %s', async role => {
    const who = await signedIn(role)
    expect([(await get(who)).statusCode, (await put(who, { ...changed, version: 0 })).statusCode]).toEqual([
      403, 403,
    ])
  })
})

test('nothing has changed between equal settings', () => {
  expect(changedSettings(defaultSettings, defaultSettings)).toEqual([])
  expect(changedSettings(defaultSettings, { ...defaultSettings, contactRetentionMonths: 6 })).toEqual([
    'contactRetentionMonths',
  ])
})

test('how long a kind is kept is told apart by kind', async () => {
  const plans = { months: 120, source: 'TOS 2026' }
  const after = { ...defaultSettings, retention: { ...defaultSettings.retention, plans } }
  expect(changedSettings(defaultSettings, after)).toEqual(['retention.plans'])
  const who = await signedIn()
  expect((await put(who, { ...after, version: 0 })).json()).toEqual({ ...after, version: 1 })
  await owner.query(`update provider_setting set retention = '{}' where provider_id = $1`, [who.provider.id])
  expect((await get(who)).json().retention).toEqual(defaultSettings.retention)
})
