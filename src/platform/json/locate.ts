/** Finds where a JSON text goes wrong. Slow and exact: it runs only for texts that are known to be off. */

export type JsonProblemCode =
  | 'invalid-utf8'
  | 'syntax'
  | 'duplicate-key'
  | 'too-deep'
  | 'lone-surrogate'
  | 'nul-character'

export interface JsonProblem {
  readonly code: JsonProblemCode
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 units of the line. */
  readonly column: number
  /** RFC 6901 pointer of the value in or before which the fault stands. */
  readonly pointer: string
}

class Fault extends Error {
  readonly code: JsonProblemCode
  readonly at: number
  constructor(code: JsonProblemCode, at: number) {
    super(code)
    this.code = code
    this.at = at
  }
}

interface Reader {
  readonly text: string
  readonly maxDepth: number
  readonly path: (string | number)[]
  at: number
}

/** @returns undefined when the text is a single value without fault */
export function locateProblem(text: string, maxDepth: number): JsonProblem | undefined {
  const reader: Reader = { text, maxDepth, path: [], at: 0 }
  try {
    readValue(reader)
    skipSpace(reader)
    if (reader.at < text.length) throw new Fault('syntax', reader.at)
    return undefined
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    return { code: fault.code, ...placeOf(text, fault.at), pointer: pointerOf(reader.path) }
  }
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at)
  const line = before.split('\n').length
  return { line, column: at - before.lastIndexOf('\n') }
}

function pointerOf(path: readonly (string | number)[]): string {
  return path.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function skipSpace(reader: Reader): void {
  while (' \t\n\r'.includes(reader.text.charAt(reader.at) || 'x')) reader.at += 1
}

function readValue(reader: Reader): void {
  skipSpace(reader)
  const first = reader.text.charAt(reader.at)
  if (first === '{') readObject(reader)
  else if (first === '[') readList(reader)
  else if (first === '"') readString(reader)
  else readPlain(reader)
}

const plain = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

function readPlain(reader: Reader): void {
  plain.lastIndex = reader.at
  const match = plain.exec(reader.text)
  if (match === null) throw new Fault('syntax', reader.at)
  reader.at += match[0].length
}

function open(reader: Reader): void {
  if (reader.path.length >= reader.maxDepth) throw new Fault('too-deep', reader.at)
  reader.at += 1
  skipSpace(reader)
}

function readObject(reader: Reader): void {
  const seen = new Set<string>()
  open(reader)
  if (take(reader, '}')) return
  for (;;) {
    skipSpace(reader)
    const at = reader.at
    if (reader.text.charAt(at) !== '"') throw new Fault('syntax', at)
    const key = readString(reader)
    reader.path.push(key)
    if (seen.has(key)) throw new Fault('duplicate-key', at)
    seen.add(key)
    skipSpace(reader)
    expect(reader, ':')
    readValue(reader)
    reader.path.pop()
    skipSpace(reader)
    if (take(reader, '}')) return
    expect(reader, ',')
  }
}

function readList(reader: Reader): void {
  open(reader)
  if (take(reader, ']')) return
  for (let index = 0; ; index += 1) {
    reader.path.push(index)
    readValue(reader)
    reader.path.pop()
    skipSpace(reader)
    if (take(reader, ']')) return
    expect(reader, ',')
  }
}

function take(reader: Reader, character: string): boolean {
  if (reader.text.charAt(reader.at) !== character) return false
  reader.at += 1
  return true
}

function expect(reader: Reader, character: string): void {
  if (!take(reader, character)) throw new Fault('syntax', reader.at)
}

const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

function readString(reader: Reader): string {
  const { text } = reader
  const start = reader.at
  for (reader.at += 1; ; ) {
    const c = text.charCodeAt(reader.at)
    if (c === 34) break
    // Past the end, or a control character that must be escaped.
    if (Number.isNaN(c) || c < 32) throw new Fault('syntax', reader.at)
    if (c === 92) {
      escaped.lastIndex = reader.at
      const match = escaped.exec(text)
      if (match === null) throw new Fault('syntax', reader.at)
      reader.at += match[0].length
    } else reader.at += 1
  }
  reader.at += 1
  const value = String(JSON.parse(text.slice(start, reader.at)))
  if (!value.isWellFormed()) throw new Fault('lone-surrogate', start)
  if (value.includes('\0')) throw new Fault('nul-character', start)
  return value
}
