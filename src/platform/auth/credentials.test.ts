import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId, uuidOf } from '../ids.ts'
import { readCookie } from './cookies.ts'
import {
  hashOf,
  keyNameOf,
  keyTextOf,
  newSecret,
  readKeyName,
  readKeyText,
  readTicketText,
  sameHash,
  ticketTextOf,
} from './credentials.ts'
import { createSeal } from './seal.ts'

const uuid = fc.uuid().map(uuidOf)
const secret = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map(bytes => Buffer.from(bytes).toString('base64url'))

describe('texts of keys and tickets', () => {
  test('are read as they were written, whatever letters the secret has', () => {
    fc.assert(
      fc.property(
        uuid,
        uuid,
        secret,
        fc.constantFrom('granting' as const, 'service' as const),
        (a, b, c, kind) => {
          const key = { providerId: a, keyId: b, secret: c }
          expect(readKeyText(keyTextOf(key))).toEqual(key)
          expect(readKeyName(keyNameOf(a, b))).toEqual({ providerId: a, keyId: b })
          const ticket = { kind, providerId: a, secret: c }
          expect(readTicketText(ticketTextOf(ticket))).toEqual(ticket)
        },
      ),
    )
  })

  test('of anything else are none', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect([readKeyText(text), readKeyName(text), readTicketText(text)]).toEqual([
          undefined,
          undefined,
          undefined,
        ])
      }),
    )
    const key = keyTextOf({ providerId: newId(), keyId: newId(), secret: newSecret() })
    for (const wrong of [key.slice(1), `${key}x`, key.slice(0, -1), ` ${key}`, key.replace('yhd_', 'YHD_')]) {
      expect(readKeyText(wrong)).toBeUndefined()
    }
  })

  test('are all different', () => {
    expect(new Set(Array.from({ length: 1000 }, newSecret)).size).toBe(1000)
  })
})

test('hashes are the same only for the same secret', () => {
  expect(sameHash(hashOf('a'), hashOf('a'))).toBe(true)
  expect(sameHash(hashOf('a'), hashOf('b'))).toBe(false)
  expect(sameHash(hashOf('a'), Buffer.alloc(0))).toBe(false)
})

describe('a seal', () => {
  const seal = createSeal('key')

  test('opens what it closed', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), content => {
        expect(seal.open(seal.close(content))).toEqual(JSON.parse(JSON.stringify(content)))
      }),
    )
  })

  test('opens nothing that was changed or closed by another', () => {
    const closed = seal.close({ returnTo: '/' })
    const [content = '', signature = ''] = closed.split('.')
    const forged = Buffer.from('{"returnTo":"/x"}').toString('base64url')
    const others = [
      createSeal('other').close({ returnTo: '/' }),
      `${forged}.${signature}`,
      content,
      `.${signature}`,
      '',
    ]
    expect(others.map(text => seal.open(text))).toEqual(others.map(() => undefined))
  })
})

test.each([
  ['one=1; two=2', 'two', '2'],
  ['one=1;two=2', 'two', '2'],
  ['twofold=3; two=2', 'two', '2'],
  ['two=', 'two', undefined],
  ['xtwo=2', 'two', undefined],
  [undefined, 'two', undefined],
])('the cookies %s hold %s = %s', (header, name, value) => {
  expect(readCookie(header, name)).toBe(value)
})
