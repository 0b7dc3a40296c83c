import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type ElementReading, readElements } from './elements.ts'
import { readJson } from './strict.ts'

/** The bytes in pieces of the given sizes, the last size again and again. */
async function* pieces(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = Math.max(1, sizes[Math.min(turn, sizes.length - 1)] ?? 1)
    // A copy, as a stream gives: the reader may not count on neighbours.
    yield Uint8Array.from(bytes.subarray(at, at + size))
    at += size
  }
}

async function readAll(text: string | Uint8Array, sizes: readonly number[] = [7]): Promise<ElementReading[]> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const found: ElementReading[] = []
  for await (const reading of readElements(() => pieces(bytes, sizes), { elementBytes: 10_000 })) {
    found.push(reading)
  }
  return found
}

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 })

test('a list gives what JSON.parse gives, wherever the bytes are cut', async () => {
  const list = fc.array(fc.jsonValue({ maxDepth: 4 }), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(list, sizes, fc.constantFrom(0, 1, '\t'), async (values, cuts, indent) => {
      const text = JSON.stringify(values, null, indent).replaceAll('\\u0000', 'x')
      const expected = JSON.parse(text) as unknown[]
      // What the strict reader refuses is refused here too; that is another test's.
      fc.pre(readJson(text).ok)
      const found = await readAll(text, cuts)
      expect(found).toEqual(expected.map((value, at) => ({ ok: true, pointer: `/${at}`, value })))
    }),
    { numRuns: 300 },
  )
})

test('what is no whole list is refused, wherever it is cut off or damaged', async () => {
  const record = fc.record({ a: fc.string(), b: fc.array(fc.integer()) })
  const list = fc.array(record, { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(list, sizes, fc.nat(), fc.nat(255), async (values, cuts, where, byte) => {
      const bytes = new TextEncoder().encode(JSON.stringify(values))
      const truncated = bytes.subarray(0, where % bytes.length)
      expect((await readAll(truncated, cuts)).at(-1)).toMatchObject({ ok: false })
      const damaged = Uint8Array.from(bytes)
      damaged[where % bytes.length] = byte
      const whole = readJson(damaged)
      const found = await readAll(damaged, cuts)
      expect(found.every(one => one.ok)).toBe(whole.ok)
      if (whole.ok && Array.isArray(whole.value)) {
        expect(found.map(one => one.ok && one.value)).toEqual(whole.value)
      }
    }),
    { numRuns: 500 },
  )
})

describe('places', () => {
  it.each([
    ['[1,\n 2,\n  x]', { code: 'syntax', line: 3, column: 3, pointer: '/2' }],
    ['[{"a":1},\r\n{"ä": {"b":1,"b":2}}]', { code: 'duplicate-key', line: 2, column: 14, pointer: '/1/ä/b' }],
    ['["åäö", "ö" 1]', { code: 'syntax', line: 1, column: 13, pointer: '/1' }],
    ['[1,]', { code: 'syntax', line: 1, column: 4, pointer: '/1' }],
    ['[,1]', { code: 'syntax', line: 1, column: 2, pointer: '/0' }],
    ['[1,,2]', { code: 'syntax', line: 1, column: 4, pointer: '/1' }],
    ['[1}', { code: 'syntax', line: 1, column: 3, pointer: '/0' }],
    ['[1] 2', { code: 'syntax', line: 1, column: 5, pointer: '' }],
    ['[1][2]', { code: 'syntax', line: 1, column: 4, pointer: '' }],
    ['[1, [2', { code: 'syntax', line: 1, column: 7, pointer: '/1' }],
    ['{"a": 1}\n{"a": 2}', { code: 'syntax', line: 2, column: 1, pointer: '' }],
    ['', { code: 'syntax', line: 1, column: 1, pointer: '' }],
    ['nonsense', { code: 'syntax', line: 1, column: 1, pointer: '' }],
    [`["${'x'.repeat(10_001)}"]`, { code: 'too-large', pointer: '/0' }],
  ])('%j', async (text, problem) => {
    for (const size of [1, 3, 100_000]) {
      expect((await readAll(text, [size])).at(-1)).toEqual({ ok: false, problem })
    }
  })

  it('tells bytes that are not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('[1,\n "'), Buffer.from([0xe4]), Buffer.from('"]')])
    expect((await readAll(bytes)).at(-1)).toMatchObject({
      problem: { code: 'invalid-utf8', line: 2, column: 3 },
    })
  })
})

it.each([
  ['[]', []],
  ['\ufeff [ ]\n', []],
  ['\ufeff[1]', [{ ok: true, pointer: '/0', value: 1 }]],
  ['{"a": [1, 2]}', [{ ok: true, pointer: '', value: { a: [1, 2] } }]],
  ['"]"', [{ ok: true, pointer: '', value: ']' }]],
])('reads %j', async (text, expected) => {
  expect(await readAll(text, [1])).toEqual(expected)
})
