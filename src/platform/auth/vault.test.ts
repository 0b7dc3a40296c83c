import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createVault } from './vault.ts'
import { keyInFolder } from './vault-key.ts'

const vault = createVault('k'.repeat(32))
const sealed = vault.seal('sälässänä', 'koski')

test('what was sealed opens with its key, at its place', () => {
  expect(vault.open(sealed, 'koski')).toBe('sälässänä')
  expect(createVault('k'.repeat(32)).open(sealed, 'koski')).toBe('sälässänä')
  expect(sealed).not.toContain('sal')
  expect(vault.seal('sälässänä', 'koski')).not.toBe(sealed)
})

// The first letter of the sealed text: in the last one some bits say nothing.
const withOtherLetter = (text: string) =>
  text.replace(/\.(.)([^.]*)$/, (_all, first, rest) => `.${first === 'A' ? 'B' : 'A'}${rest}`)

test.each([
  ['at another place', vault, sealed, 'ehoks'],
  ['with another key', createVault('x'.repeat(32)), sealed, 'koski'],
  ['when a letter was changed', vault, withOtherLetter(sealed), 'koski'],
  ['when it is something else', vault, 'v1.plain', 'koski'],
])('it does not open %s', (_case, with_, text, place) => {
  expect(with_.open(text, place)).toBeUndefined()
})

test('the key of a folder is made once, and is for its user only', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'yhdessa-')), 'data')
  const key = keyInFolder(folder)
  expect(key).toMatch(/^[\w-]{43}$/)
  expect(keyInFolder(folder)).toBe(key)
  expect(statSync(join(folder, 'secret-key')).mode & 0o777).toBe(0o600)
})
