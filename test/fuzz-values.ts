import fc from 'fast-check'

/** Texts that have broken services before: empty, long, control characters, other scripts, look-alikes of syntax. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...['', ' ', '\u0000', 'null', '%', '%00', '%ff', '..', '../../etc/passwd', "' or 1=1 --", '{{7*7}}'],
    ...['<script>alert(1)</script>', '__proto__', 'constructor', '9'.repeat(40), '-0', '1e400', 'NaN'],
    ...['\u202e', '\ufeff', 'ÅÄÖåäö', '💥'.repeat(20), 'x'.repeat(500), '2026-02-30', '00000000-0000-0000'],
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

/** Values of the wrong kind, of extreme size, or nested deeper than anything of ours. */
const strange: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.constantFrom(null, true, -1, 0.1, 1e308, -1e308, 2 ** 53, [], {}, [[[[]]]], { __proto__: null }),
  fc.jsonValue({ maxDepth: 4 }),
  fc.integer({ min: 10, max: 60 }).map(depth => nested(depth)),
)

function nested(depth: number): unknown {
  let value: unknown = 'deep'
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

/** A value with one place of it replaced, taken away or added. */
export function damaged(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(values, fc.infiniteStream(fc.nat(1000)), strange, fc.constantFrom('replace', 'remove', 'add'))
    .map(([value, steps, other, how]) => damage(structuredClone(value), steps, other, how))
}

type How = 'replace' | 'remove' | 'add'

function damage(value: unknown, steps: Iterator<number>, other: unknown, how: How): unknown {
  if (typeof value !== 'object' || value === null) return other
  const keys = Object.keys(value)
  const key = keys[Number(steps.next().value) % Math.max(1, keys.length)]
  const holder = value as Record<string, unknown>
  if (how === 'add' || key === undefined)
    return Array.isArray(value) ? [...value, other] : { ...value, extra: other }
  const deeper = Number(steps.next().value) % 3 !== 0
  if (deeper && typeof holder[key] === 'object' && holder[key] !== null) {
    holder[key] = damage(holder[key], steps, other, how)
  } else if (how === 'remove') delete holder[key]
  else holder[key] = other
  return value
}

/** Bytes that are no JSON, or JSON that says two things at once. */
export function brokenBytes(json: fc.Arbitrary<Buffer>): fc.Arbitrary<Buffer> {
  return fc.oneof(
    fc.tuple(json, fc.nat(200)).map(([bytes, end]) => bytes.subarray(0, Math.min(end, bytes.length - 1))),
    fc.tuple(json, fc.nat(200)).map(([bytes, at]) => spoiled(bytes, at)),
    json.map(bytes => Buffer.from(bytes.toString(), 'utf16le')),
    json.map(bytes => Buffer.from(bytes.toString().replace(/^\{("[^"]*")/, '{$1:1,$1'))),
    fc.integer({ min: 60, max: 20_000 }).map(depth => Buffer.from('['.repeat(depth) + ']'.repeat(depth))),
    fc
      .constantFrom('', ' ', 'null', '"text"', '1e999', '{"a":}', "{'a':1}", '\ufeff{}', '"\\ud800"')
      .map(text => Buffer.from(text)),
    fc.uint8Array({ maxLength: 60 }).map(bytes => Buffer.from(bytes)),
  )
}

function spoiled(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  if (copy.length > 0) copy[at % copy.length] = 0xff
  return copy
}
