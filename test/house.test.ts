import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { testDatabase } from './harness/database.ts'
import { checkCode } from './house-code.ts'
import { checkTenancy } from './house-database.ts'
import { checkFileSizes, checkNames, sizeBudget } from './house-files.ts'
import { checkImports, repository } from './house-imports.ts'
import { checkTexts, textFolders } from './house-texts.ts'

// What holds for the house, each with a planted violation: a check that finds nothing may be one that looks at
// nothing.

const { owner } = await testDatabase()

const copy = mkdtempSync(join(tmpdir(), 'yhdessa-house-'))
cpSync(join(repository, 'src'), join(copy, 'src'), { recursive: true })
writeFileSync(join(copy, 'package.json'), '{"type":"module"}')
afterAll(() => rmSync(copy, { recursive: true, force: true }))

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(copy, path)), { recursive: true })
  writeFileSync(join(copy, path), text)
}

describe('directions', () => {
  test('hold', async () => {
    const { modules, violations } = await checkImports(repository, ['src', 'test'])
    expect(modules).toBeGreaterThan(100)
    expect(violations).toEqual([])
  })

  test('are really looked at', async () => {
    plant('src/integrations/planted/codec.ts', 'export const code = 1\n')
    plant(
      'src/features/planted/contract.ts',
      "import { code } from '../../integrations/planted/codec.ts'\nexport { code }\n",
    )
    plant(
      'src/features/planted/queries.ts',
      "import type { A } from '../planted-too/queries.ts'\nexport type B = A\n",
    )
    plant(
      'src/features/planted-too/queries.ts',
      "import type { B } from '../planted/queries.ts'\nexport type A = B\n",
    )
    plant(
      'src/features/planted/rules.ts',
      "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n",
    )
    plant('src/features/planted/service.ts', "import { Kysely } from 'kysely'\nexport const k = Kysely\n")
    plant('src/features/planted/web/page.tsx', "import { k } from '../service.ts'\nexport const p = k\n")
    plant(
      'src/platform/planted.ts',
      "import { code } from '../features/planted/contract.ts'\nexport { code }\n",
    )
    plant('src/ui/planted.ts', "import { code } from '../features/planted/contract.ts'\nexport { code }\n")
    plant('node_modules/kysely/index.js', 'export class Kysely {}\n')
    plant('node_modules/kysely/package.json', '{"type":"module","main":"index.js"}')
    const { violations } = await checkImports(copy, ['src'])
    const found = violations.filter(line => line.includes('planted')).map(line => line.split(':')[0])
    expect(new Set(found)).toEqual(
      new Set([
        'features-know-no-register',
        'features-by-their-door',
        'no-cycles',
        'rules-need-no-node',
        'sql-in-queries-only',
        'browser-knows-no-server',
        'platform-knows-no-feature',
        'ui-knows-no-domain',
      ]),
    )
  })
})

describe('names', () => {
  test('are those of the closed set', () => expect(checkNames(repository)).toEqual([]))

  test('are really looked at', () => {
    plant('src/features/nameless/manager.ts', '')
    plant('src/features/nameless/web/index.ts', '')
    expect(checkNames(copy)).toEqual(
      expect.arrayContaining([
        'src/features/nameless/manager.ts: not in the closed set of file names',
        'src/features/nameless: has no README.md',
        'src/features/nameless/web/index.ts: a bag for anything; name what it holds',
      ]),
    )
  })
})

describe('sizes', () => {
  test('no file is over the limit', () => expect(checkFileSizes(repository)).toEqual([]))

  test('half of the files are under 80 lines, 95 % under 250', () => {
    const budget = sizeBudget(repository)
    expect(budget.files).toBeGreaterThan(100)
    expect(budget.median).toBeLessThan(80)
    expect(budget.almostAll).toBeLessThan(250)
  })

  test('are really looked at', () => {
    plant('src/features/long/contract.ts', 'export const a = 1\n'.repeat(401))
    expect(checkFileSizes(copy)).toEqual(['src/features/long/contract.ts: 401 lines, at the most 400'])
  })
})

describe('code', () => {
  test('has short functions, honest types, pure rules', () => expect(checkCode(repository)).toEqual([]))

  test('is really looked at', () => {
    const body = '  work()\n'.repeat(60)
    plant(
      'src/features/wild/service.ts',
      `export function long() {\n${body}}\nexport const fine = () => {\n  work()\n}\n`,
    )
    plant(
      'src/features/wild/web/wild.tsx',
      `export function Fine() {\n${body}}\nexport const tooLong = () => {\n${body}}\n`,
    )
    plant('src/features/wild/contract.ts', "export const a: any = b!\nexport * from './public.ts'\n")
    plant(
      'src/features/wild/rules.ts',
      'export const now = () => [new Date(), Math.random(), process.env.A, new Date(1)]\n',
    )
    expect(checkCode(copy).filter(line => line.startsWith('src/features/wild/'))).toEqual([
      'src/features/wild/contract.ts:1: any',
      'src/features/wild/contract.ts:1: a ! that hides null',
      'src/features/wild/contract.ts:2: export * makes a barrel',
      'src/features/wild/rules.ts:1: new Date() reads the clock',
      'src/features/wild/rules.ts:1: Math.random',
      'src/features/wild/rules.ts:1: process.env',
      'src/features/wild/service.ts:1: long has 62 lines, at the most 60',
      'src/features/wild/web/wild.tsx:63: tooLong has 62 lines, at the most 60',
    ])
  })
})

describe('texts', () => {
  test('stand in all three languages', async () => {
    expect(textFolders(repository).length).toBeGreaterThan(3)
    expect(await checkTexts(repository)).toEqual([])
  })

  test('are really looked at', async () => {
    plant(
      'src/features/mute/i18n/fi.ts',
      "export const fi = { a: 'yksi {n}', b: 'kaksi', c: { d: 'kolme' } }\n",
    )
    plant(
      'src/features/mute/i18n/sv.ts',
      "export const sv = { a: 'ett', b: ' ', c: { d: 'tre', e: 'fyra' } }\n",
    )
    const found = await checkTexts(copy)
    expect(found.filter(line => line.includes('/mute/'))).toEqual([
      'src/features/mute/i18n/sv.ts: T.a has other parameters than the Finnish text',
      'src/features/mute/i18n/sv.ts: T.b is empty',
      'src/features/mute/i18n/sv.ts: T.c.e is not in the Finnish texts',
      'src/features/mute/i18n/en.ts: is missing',
    ])
  })
})

describe('tenancy', () => {
  test('every table is fenced or named as shared', async () => expect(await checkTenancy(owner)).toEqual([]))

  test('is really looked at', async () => {
    await owner.query(`
      create table planted_open (id uuid primary key);
      create table planted_key (id serial primary key, provider_id uuid not null)`)
    expect(await checkTenancy(owner)).toEqual([
      'planted_key: row-level security is not forced',
      'planted_key: a key does not begin with provider_id',
      'planted_key: has the sequence planted_key_id_seq',
      'planted_open: has no provider_id and is not named as shared',
    ])
  })
})
