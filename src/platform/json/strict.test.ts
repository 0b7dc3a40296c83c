import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countKeys, readJson } from './strict.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const problem = (input: string | Uint8Array, maxDepth = 5) => {
  const reading = readJson(input, { maxDepth })
  if (reading.ok) return 'read'
  const { code, line, column, pointer } = reading.problem
  return [code, line, column, pointer]
}

describe('what is refused, and where', () => {
  test.each([
    ['nothing', '', ['syntax', 1, 1, '']],
    ['only spaces', ' \n ', ['syntax', 2, 2, '']],
    ['a comma too many', '{"a":1,}', ['syntax', 1, 8, '']],
    ['an open list', '{"a":[1,2', ['syntax', 1, 10, '/a']],
    ['a word', '{"a":[1,\n yes]}', ['syntax', 2, 2, '/a/1']],
    ['a value after the value', '{} {}', ['syntax', 1, 4, '']],
    ['NaN', '{"a":NaN}', ['syntax', 1, 6, '/a']],
    ['a number with a leading zero', '[01]', ['syntax', 1, 3, '']],
    ['a comment', '{/* */}', ['syntax', 1, 2, '']],
    ['a bare line feed in a text', '["a\nb"]', ['syntax', 1, 4, '/0']],
    ['an unknown escape', '["\\x"]', ['syntax', 1, 3, '/0']],
    ['an open text', '{"a":"b', ['syntax', 1, 8, '/a']],
    ['a key twice', '{"a":1,\n "b":{"c":1,"c":2}}', ['duplicate-key', 2, 13, '/b/c']],
    ['a key twice, once escaped', '{"a":1,"\\u0061":2}', ['duplicate-key', 1, 8, '/a']],
    ['a key twice that needs escaping', '{"a/~":1,"a/~":2}', ['duplicate-key', 1, 10, '/a~1~0']],
    ['__proto__ twice', '{"__proto__":1,"__proto__":2}', ['duplicate-key', 1, 16, '/__proto__']],
    ['six lists in each other', '[[[[[[]]]]]]', ['too-deep', 1, 6, '/0/0/0/0/0']],
    ['half a pair', '{"a":["x","\\ud800"]}', ['lone-surrogate', 1, 11, '/a/1']],
    ['the other half', '["\\uDC00"]', ['lone-surrogate', 1, 2, '/0']],
    ['NUL', '{"a":"\\u0000"}', ['nul-character', 1, 6, '/a']],
    ['NUL in a key', '{"b":{"a\\u0000":1}}', ['nul-character', 1, 7, '/b']],
    ['half a pair in a key', '{"\\ud800":1}', ['lone-surrogate', 1, 2, '']],
  ])('%s', (_, text, expected) => {
    expect(problem(text)).toEqual(expected)
    expect(problem(bytes(text))).toEqual(expected)
  })

  test.each([
    ['a wrong byte', [0x7b, 0x0a, 0x22, 0xff, 0x22], ['invalid-utf8', 2, 2, '']],
    ['a character cut in two', [0x22, 0xc3, 0xa4, 0xc3], ['invalid-utf8', 1, 3, '']],
    ['Latin-1', [0x22, 0xe4, 0x22], ['invalid-utf8', 1, 2, '']],
    ['an overlong form', [0x22, 0xc0, 0xaf, 0x22], ['invalid-utf8', 1, 2, '']],
    ['a coded surrogate', [0x22, 0xed, 0xa0, 0x80, 0x22], ['invalid-utf8', 1, 2, '']],
    ['UTF-16', [0xff, 0xfe, 0x7b, 0x00], ['invalid-utf8', 1, 1, '']],
  ])('bytes: %s', (_, input, expected) => expect(problem(new Uint8Array(input))).toEqual(expected))

  test('a caller’s own string with half a pair', () => {
    expect(problem('["\ud800"]')).toEqual(['lone-surrogate', 1, 2, '/0'])
  })

  test('a hundred thousand lists do not break the reader', () => {
    expect(problem('['.repeat(100_000))).toEqual(['too-deep', 1, 6, '/0/0/0/0/0'])
    expect(problem('{"a":'.repeat(100_000))).toEqual(['too-deep', 1, 26, '/a/a/a/a/a'])
  })
})

describe('what is read', () => {
  test.each([
    ['a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d]), {}],
    ['a whole pair, escaped', '["\\ud83d\\ude00"]', ['😀']],
    ['a control character, escaped', '["\\u001f\\u00e4"]', ['\u001fä']],
    ['the same key in two objects', '[{"a":1},{"a":2}]', [{ a: 1 }, { a: 2 }]],
    ['colons, braces and quotes in texts', '{"a":"{\\"b\\":[:]}\\\\"}', { a: '{"b":[:]}\\' }],
    ['five lists in each other', '[[[[[]]]]]', [[[[[]]]]]],
    ['a bare number', ' -1.5e3 ', -1500],
  ])('%s', (_, input, expected) => {
    const reading = readJson(input, { maxDepth: 5 })
    expect(reading.ok && reading.value).toEqual(expected)
  })

  test('a list as long as a body may be', () => {
    const reading = readJson(`[${'0,'.repeat(500_000)}{"a":1}]`)
    expect(reading).toMatchObject({ ok: true, keys: 1 })
  })

  test('whatever JSON.stringify writes is read back, with its keys counted', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), fc.constantFrom(undefined, 1), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent)
        const reading = readJson(new TextEncoder().encode(text))
        if (!reading.ok) return false
        expect(JSON.stringify(reading.value)).toBe(JSON.stringify(value))
        return reading.keys === countKeys(value)
      }),
    )
  })

  test('a text is refused exactly when JSON.parse refuses it, duplicates aside', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"a"',
      '"b"',
      '1',
      'null',
      ' ',
      '\\',
      '"',
      '-',
      '.5',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const text = pieces.join('')
        const reading = readJson(text)
        let parses = true
        try {
          JSON.parse(text)
        } catch {
          parses = false
        }
        if (!reading.ok && reading.problem.code === 'duplicate-key') return parses
        return reading.ok === parses
      }),
      { numRuns: 2000 },
    )
  })
})
