/**
 * Reads a JSON list of any length, element by element, in bounded memory. Only the places where elements begin and end
 * are looked for here; each element is then read strictly by itself. A document that is no list is one element.
 */
import { type JsonProblem, readJson } from './strict.ts'

export interface JsonElement {
  /** RFC 6901 into the document: `/7`, or empty when the document is no list. */
  readonly pointer: string
  readonly bytes: Uint8Array
  /** Of its first byte in the document. */
  readonly offset: number
}

export interface ElementLimits {
  /** Bytes of one element at the most. */
  readonly elementBytes: number
}

/** What is wrong with a document as a whole. */
export class ElementFault extends Error {
  readonly code: 'syntax' | 'too-large'
  readonly offset: number
  readonly pointer: string
  constructor(code: ElementFault['code'], offset: number, pointer: string) {
    super(code)
    this.code = code
    this.offset = offset
    this.pointer = pointer
  }
}

const usual: ElementLimits = { elementBytes: 32 * 1024 * 1024 }

const [quote, backslash, comma, openList, closeList, openObject, closeObject] = [34, 92, 44, 91, 93, 123, 125]

const isSpace = (byte: number | undefined): boolean => byte === 32 || byte === 10 || byte === 13 || byte === 9

/** @throws ElementFault when the list itself is broken; elements may be broken in themselves. */
export async function* jsonElements(
  chunks: AsyncIterable<Uint8Array>,
  limits: ElementLimits = usual,
): AsyncGenerator<JsonElement, void, undefined> {
  const splitter = new Splitter(limits)
  for await (const chunk of chunks) yield* splitter.take(chunk)
  yield* splitter.end()
}

/** One pass over the bytes. What of an element is in earlier chunks is kept until it ends. */
class Splitter {
  readonly #limits: ElementLimits
  /** Of the first byte of the present chunk. */
  #base = 0
  #kind: 'unknown' | 'list' | 'single' | 'ended' = 'unknown'
  #depth = 0
  #inText = false
  #escaped = false
  #index = 0
  #kept: Uint8Array[] = []
  #keptBytes = 0
  /** Of the first byte after the last separator. */
  #start = 0

  constructor(limits: ElementLimits) {
    this.#limits = limits
  }

  *take(chunk: Uint8Array): Generator<JsonElement> {
    let at = 0
    if (this.#kind === 'unknown') at = this.#open(chunk)
    if (this.#kind === 'list') {
      for (;;) {
        const end = this.#separator(chunk, at)
        if (end < 0) break
        yield* this.#element(chunk, at, end)
        at = end + 1
      }
    }
    if (this.#kind === 'ended') this.#demandSpace(chunk, at)
    else if (this.#kind !== 'unknown') this.#keep(chunk.subarray(at))
    this.#base += chunk.length
  }

  *end(): Generator<JsonElement> {
    // Nothing at all is told by the strict reader like any other text that is no JSON.
    if (this.#kind === 'unknown') yield { pointer: '', bytes: new Uint8Array(), offset: 0 }
    if (this.#kind === 'single') yield { pointer: '', bytes: joined(this.#kept), offset: 0 }
    if (this.#kind === 'list') throw new ElementFault('syntax', this.#base, `/${this.#index}`)
  }

  /** Passes over the byte order mark and space, to learn whether the document is a list. */
  #open(chunk: Uint8Array): number {
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at]
      if (isSpace(byte) || (this.#base + at < 3 && isMark(byte, this.#base + at))) continue
      if (byte !== openList) {
        this.#kind = 'single'
        return at
      }
      this.#kind = 'list'
      this.#start = this.#base + at + 1
      return at + 1
    }
    return chunk.length
  }

  /** The next comma between elements, or the end of the list; -1 when it is not in this chunk. */
  #separator(chunk: Uint8Array, from: number): number {
    const { length } = chunk
    let depth = this.#depth
    let at = from
    if (this.#kind === 'ended') return -1
    if (this.#inText) {
      at = this.#textEnd(chunk, at)
      if (at < 0) return -1
    }
    for (; at < length; at += 1) {
      const byte = chunk[at]
      if (byte === quote) {
        at = this.#textEnd(chunk, at + 1) - 1
        if (at < 0) {
          this.#depth = depth
          return -1
        }
      } else if (byte === openObject || byte === openList) depth += 1
      else if (byte === closeObject || byte === closeList) {
        if (depth === 0) {
          if (byte === closeObject) throw this.#fault('syntax', at)
          this.#depth = 0
          this.#kind = 'ended'
          return at
        }
        depth -= 1
      } else if (byte === comma && depth === 0) {
        this.#depth = 0
        return at
      }
    }
    this.#depth = depth
    return -1
  }

  /** The place after the closing quote; -1 when the text goes on in the next chunk. */
  #textEnd(chunk: Uint8Array, from: number): number {
    let at = from
    if (this.#escaped && at < chunk.length) {
      this.#escaped = false
      at += 1
    }
    for (; at < chunk.length; at += 1) {
      const byte = chunk[at]
      if (byte === quote) {
        this.#inText = false
        return at + 1
      }
      if (byte === backslash) {
        at += 1
        if (at === chunk.length) this.#escaped = true
      }
    }
    this.#inText = true
    return -1
  }

  *#element(chunk: Uint8Array, from: number, end: number): Generator<JsonElement> {
    const last = chunk.subarray(from, end)
    const bytes = this.#kept.length === 0 ? last : joined([...this.#kept, last])
    const offset = this.#start
    this.#kept = []
    this.#keptBytes = 0
    this.#start = this.#base + end + 1
    const empty = bytes.every(isSpace)
    // `[]` has no element; a comma has one on each side.
    if (empty && this.#kind === 'ended' && this.#index === 0) return
    if (empty) throw this.#fault('syntax', end)
    if (bytes.length > this.#limits.elementBytes) throw this.#fault('too-large', end)
    yield { pointer: `/${this.#index}`, bytes, offset }
    this.#index += 1
  }

  #keep(rest: Uint8Array): void {
    if (rest.length === 0) return
    this.#keptBytes += rest.length
    if (this.#keptBytes > this.#limits.elementBytes) throw this.#fault('too-large', 0)
    this.#kept.push(rest)
  }

  #demandSpace(chunk: Uint8Array, from: number): void {
    for (let at = from; at < chunk.length; at += 1) {
      if (!isSpace(chunk[at])) throw new ElementFault('syntax', this.#base + at, '')
    }
  }

  #fault(code: ElementFault['code'], at: number): ElementFault {
    return new ElementFault(code, this.#base + at, this.#kind === 'single' ? '' : `/${this.#index}`)
  }
}

const mark = [0xef, 0xbb, 0xbf]
const isMark = (byte: number | undefined, at: number): boolean => byte === mark[at]

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces
  return pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces)
}

export type ElementReading =
  | { readonly ok: true; readonly pointer: string; readonly value: unknown }
  | { readonly ok: false; readonly problem: JsonProblem | TooLarge }

export interface TooLarge {
  readonly code: 'too-large'
  readonly pointer: string
}

/**
 * The values of a document, each read strictly. The first fault ends it, with its place in the whole document.
 *
 * @param open gives the bytes from their start; asked again only to count lines up to a fault
 */
export async function* readElements(
  open: () => AsyncIterable<Uint8Array>,
  limits: ElementLimits = usual,
): AsyncGenerator<ElementReading, void, undefined> {
  try {
    for await (const { bytes, offset, pointer } of jsonElements(open(), limits)) {
      const reading = readJson(bytes)
      if (!reading.ok) {
        const { problem } = reading
        const place = await placeIn(open(), offset)
        const line = place.line + problem.line - 1
        const column = problem.line === 1 ? place.column + problem.column - 1 : problem.column
        yield { ok: false, problem: { ...problem, line, column, pointer: pointer + problem.pointer } }
        return
      }
      yield { ok: true, pointer, value: reading.value }
    }
  } catch (fault) {
    if (!(fault instanceof ElementFault)) throw fault
    const { code, offset, pointer } = fault
    if (code === 'too-large') yield { ok: false, problem: { code, pointer } }
    else yield { ok: false, problem: { code, pointer, ...(await placeIn(open(), offset)) } }
  }
}

/** Line and column (UTF-16 units), both from 1, of a byte. */
async function placeIn(
  chunks: AsyncIterable<Uint8Array>,
  offset: number,
): Promise<{ line: number; column: number }> {
  let [base, line] = [0, 1]
  let tail: Uint8Array[] = []
  for await (const chunk of chunks) {
    const before = chunk.subarray(0, Math.max(0, offset - base))
    let from = 0
    for (let at = before.indexOf(10); at >= 0; at = before.indexOf(10, from)) {
      line += 1
      from = at + 1
      tail = []
    }
    tail.push(before.subarray(from))
    base += chunk.length
    if (base >= offset) break
  }
  return {
    line,
    column: new TextDecoder().decode(joined(tail.length === 0 ? [new Uint8Array()] : tail)).length + 1,
  }
}
