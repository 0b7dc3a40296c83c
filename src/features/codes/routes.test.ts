import { beforeAll, describe, expect, test } from 'vitest'
import { testService } from '../../../test/harness/service.ts'
import { installation } from '../../platform/access/installation.ts'
import { read, write } from '../../platform/db/door.ts'
import type { Code, CodeSet } from './contract.ts'
import { loadCodeIndexes, referenceRevision, saveCodeSet } from './public.ts'

const service = await testService()
const { database, owner } = service
const now = new Date()
const code = (value: string, more: Partial<Code> = {}): Code => ({
  uri: `koe_${value}`,
  value,
  version: 1,
  names: { fi: value },
  ...more,
})
const save = (codes: Code[], more: Partial<CodeSet> = {}) =>
  write(database, installation, transaction =>
    saveCodeSet(
      transaction,
      { uri: 'koe', complete: true, source: { name: 'Koodisto', date: '2026-11-23' }, codes, ...more },
      now,
    ),
  )
const index = async () => (await read(database, null, loadCodeIndexes)).get('koe')

describe('storing code sets', () => {
  beforeAll(() => owner.query('truncate code_version, code, code_set'))

  test('keeps every version beside the newest, also when an older file comes later', async () => {
    expect(await save([code('a'), code('b')])).toMatchObject({ written: 2 })
    const newer = code('a', { version: 2, names: { fi: 'uusi' } })
    expect(await save([newer, code('b')])).toMatchObject({ written: 1, unchanged: 1 })
    expect(await save([code('a', { names: { fi: 'korjattu' } }), code('b')])).toMatchObject({ written: 0 })
    const found = await index()
    expect(found?.find('koe_a')?.names.fi).toBe('uusi')
    expect(found?.at('koe_a', 1)?.names.fi).toBe('korjattu')
    expect(found?.at('koe_a', 2)?.names.fi).toBe('uusi')
  })

  test('what is told again on another day is no change', async () => {
    const before = await referenceRevision(database)
    const source = { name: 'Koodisto', date: '2026-12-24' }
    await save([code('a', { names: { fi: 'korjattu' } }), code('b')], { source })
    expect(await referenceRevision(database)).toBe(before)
  })

  test('what vanished is marked, what was refused stays as it was', async () => {
    const saved = await save([code('c')], { complete: false, refused: ['koe_b'] })
    expect(saved).toMatchObject({ read: 1, written: 1, vanished: 1 })
    const { rows } = await owner.query(
      `select uri, vanished_at is not null as vanished from code where set_uri = 'koe' order by uri`,
    )
    expect(rows.map(row => row.vanished)).toEqual([false, false, false].with(0, true))
  })
})

test('whoever is signed in reads a set page by page', async () => {
  const teacher = await service.signIn(await service.provider(), ['teacher'])
  const first = (await teacher('GET', '/api/codes/koe?limit=2')).json()
  expect(first.items.map((one: { uri: string }) => one.uri)).toEqual(['koe_a', 'koe_b'])
  expect(first.items[0]).toMatchObject({ versions: [1, 2], named: true, vanished: true })
  const next = (await teacher('GET', `/api/codes/KOE?limit=2&after=${first.next}`)).json()
  expect(next.items.map((one: { uri: string }) => one.uri)).toEqual(['koe_c'])
  expect(next.next).toBeUndefined()
  expect((await teacher('GET', '/api/codes/oppisopimuksenperusta')).json().items[0]).toMatchObject({
    value: '01',
    named: false,
  })
  const unknown = await teacher('GET', '/api/codes/keksitty')
  expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'codes.not-found'])
})
