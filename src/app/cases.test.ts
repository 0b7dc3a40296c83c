import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCases } from './cases.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'cases-'))
})
afterEach(() => rm(dir, { recursive: true }))

async function run(files: Record<string, unknown>): Promise<{ exit: number; lines: string[] }> {
  for (const [name, content] of Object.entries(files)) {
    const text =
      typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content)
    await writeFile(join(dir, name), text)
  }
  const lines: string[] = []
  const exit = await runCases(dir, line => lines.push(line))
  return { exit, lines }
}

const identifiers = 'oids-and-business-ids.json'
const durations = 'workplace-period-durations.json'
const validation = 'hoks-validation.json'
const good = { id: 'good', kind: 'business-id', value: '1234567-1', valid: true }

describe('identifier cases', () => {
  it('passes when each verdict is right', async () => {
    const bad = { kind: 'business-id', value: '1234567-2', valid: false }
    expect(await run({ [identifiers]: { cases: [good, bad] } })).toEqual({
      exit: 0,
      lines: ['2 passed, 0 failed'],
    })
  })

  it.each<[name: string, item: unknown, line: string]>([
    ['a wrong verdict', { ...good, valid: false }, `${identifiers}: good: "1234567-1" should be invalid`],
    [
      'a title in place of an id',
      { ...good, id: undefined, title: 't', valid: false },
      `${identifiers}: t: "1234567-1" should be invalid`,
    ],
    ['an unknown kind', { ...good, kind: 'constructor' }, `${identifiers}: good: unknown kind "constructor"`],
    ['no verdict', { ...good, valid: undefined }, `${identifiers}: good: tells no verdict to expect`],
    ['no case', null, `${identifiers}: case 2: is no case`],
  ])('fails with %s', async (_name, item, line) => {
    expect(await run({ [identifiers]: { cases: [good, item] } })).toEqual({
      exit: 1,
      lines: [line, '1 passed, 1 failed'],
    })
  })
})

describe('duration cases', () => {
  const period = { name: 'a', start: '2024-03-01', end: '2024-03-10', part_time: 100, study_right: 'L' }
  const item = {
    id: 'd',
    periods: [period],
    study_rights: { L: [{ start: '2020-01-01', state: 'lasna' }] },
    expected: { a: 10 },
  }

  it.each<[name: string, item: object]>([
    ['without optional members', item],
    ['of a period that is no longer there', { ...item, expected: { a: 10, gone: 0 } }],
    ['without study rights', { ...item, study_rights: undefined, expected: { a: 0 } }],
    [
      'of two students',
      { ...item, periods: [period, { ...period, name: 'b', student: 's' }], expected: { b: 10 } },
    ],
    ['of one name twice', { ...item, periods: [period, period], expected: { a: 5 } }],
  ])('pass %s', async (_name, one) => {
    expect((await run({ [durations]: { cases: [one] } })).lines).toEqual(['1 passed, 0 failed'])
  })

  it.each<[name: string, item: object, text: string]>([
    ['other days', { ...item, expected: { a: 11 } }, 'a should last 11 days, lasts 10'],
    [
      'a date that is none',
      { ...item, periods: [{ ...period, start: '2024-02-30' }] },
      'stopped with Not a date: 2024-02-30',
    ],
    ['nothing expected', { ...item, expected: undefined }, 'tells no days to expect'],
  ])('fail with %s', async (_name, one, text) => {
    const lines = [`${durations}: d: ${text}`, '0 passed, 1 failed']
    expect(await run({ [durations]: { cases: [one] } })).toEqual({ exit: 1, lines })
  })
})

describe('validation cases', () => {
  const file = (...cases: object[]) => ({ [validation]: { today: '2026-11-22', study_rights: {}, cases } })
  const hoks = {
    'opiskeluoikeus-oid': '1.2.246.562.15.10000000009',
    'oppija-oid': '1.2.246.562.24.37998958910',
    'ensikertainen-hyvaksyminen': '2026-01-01',
    'osaamisen-hankkimisen-tarve': true,
  }
  const missing = { valid: false, errors: [{ path: '/opiskeluoikeus-oid', kind: 'missing-required-key' }] }
  const { 'opiskeluoikeus-oid': _oid, ...without } = hoks

  it('count once for all methods', async () => {
    const item = {
      title: 't',
      hoks: without,
      post: missing,
      'post-virkailija': missing,
      put: { valid: true },
    }
    expect(await run(file(item))).toEqual({ exit: 0, lines: ['1 passed, 0 failed'] })
  })

  it.each<[name: string, item: object, text: RegExp]>([
    ['a body that should be refused', { title: 't', hoks, put: missing }, /: t: put: should be invalid/],
    [
      'a body that should pass',
      { title: 't', hoks: without, post: { valid: true } },
      /: t: post: should be valid, finds \/opiskeluoikeus-oid/,
    ],
    [
      'another place',
      { title: 't', hoks: without, post: { valid: false, errors: [{ path: '/oppija-oid' }] } },
      /: t: post: nothing found at \/oppija-oid, but \/opiskeluoikeus-oid/,
    ],
    [
      'an unknown study right',
      { title: 't', hoks, study_right: 'x', post: { valid: true } },
      /: t: stopped with the study right "x"/,
    ],
    ['no method', { title: 't', hoks }, /: t: tells no verdict to expect/],
    ['no body', { title: 't', post: { valid: true } }, /: t: post: should be valid/],
  ])('fail with %s', async (_name, item, text) => {
    const { exit, lines } = await run(file(item))
    expect(lines[0]).toMatch(text)
    expect([exit, lines.at(-1)]).toEqual([1, '0 passed, 1 failed'])
  })

  it('take the patches of the file too', async () => {
    const patch = [
      { title: 'only id', hoks: { id: 1 }, patch: { valid: true } },
      { title: 'id missing', hoks: {}, patch: { valid: false, errors: [{ path: '/id' }] } },
    ]
    expect((await run({ [validation]: { today: '2026-11-22', patch } })).lines).toEqual([
      '2 passed, 0 failed',
    ])
  })
})

describe('a folder', () => {
  it.each<[name: string, files: Record<string, unknown>, line: RegExp]>([
    ['without any of the files', { 'other.json': [] }, /none of hoks-validation.json/],
    [
      'with a file without cases',
      { [identifiers]: { cases: [] } },
      /oids-and-business-ids.json: holds no case/,
    ],
    ['with a file of another shape', { [identifiers]: 5 }, /holds no case/],
    ['with a file that is not JSON', { [identifiers]: '{' }, /is not JSON/],
    [
      'with a file in another encoding',
      { [identifiers]: new Uint8Array([0xff, 0xfe, 0x7b]) },
      /cannot be read/,
    ],
  ])('%s is a failure', async (_name, files, line) => {
    const { exit, lines } = await run(files)
    expect(lines[0]).toMatch(line)
    expect([exit, lines.at(-1)]).toEqual([1, '0 passed, 0 failed'])
  })

  it('with one good file and one bad runs the good one and fails', async () => {
    const { exit, lines } = await run({ [identifiers]: { cases: [good] }, [durations]: 'x' })
    expect([exit, lines.at(-1)]).toEqual([1, '1 passed, 0 failed'])
  })

  it('with a folder in place of a file is a failure', async () => {
    await mkdir(join(dir, identifiers))
    expect((await run({})).exit).toBe(1)
  })

  it('that is not there is a failure', async () => {
    const lines: string[] = []
    expect(await runCases(join(dir, 'nowhere'), line => lines.push(line))).toBe(1)
    expect(lines.at(-1)).toBe('0 passed, 0 failed')
  })
})

const shared = fileURLToPath(new URL('../../../shared/cases', import.meta.url))

describe.skipIf(!existsSync(shared))('the shared cases (skipped where ../shared is absent)', () => {
  it('all pass', async () => {
    const lines: string[] = []
    const exit = await runCases(shared, line => lines.push(line))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^[1-9]\d* passed, 0 failed$/)
    expect(exit).toBe(0)
  })
})
