/**
 * Reads JSON as a register should: one meaning, or a refusal that names the place. Beyond JSON.parse it
 * refuses bytes that are not UTF-8, keys that stand twice in one object, nesting without end, halves of
 * surrogate pairs and the NUL character, which no database text can hold. The native parser does the work; one scan over the text counts keys and depth, and only
 * when something is off does the exact reader of locate.ts look for the place.
 */
import { type JsonProblem, locateProblem } from './locate.ts'

export type { JsonProblem, JsonProblemCode } from './locate.ts'

export interface JsonLimits {
  /** Deepest nesting of objects and lists. */
  readonly maxDepth: number
}

export type JsonReading =
  | {
      readonly ok: true
      readonly value: unknown
      readonly text: string
      /** Keys written in the text; fewer keys in the value mean that one stands twice. */
      readonly keys: number
    }
  | { readonly ok: false; readonly problem: JsonProblem }

const usual: JsonLimits = { maxDepth: 64 }

/** Reads the text or the UTF-8 bytes of one JSON value; a byte order mark at the start is passed over. */
export function readJson(input: Uint8Array | string, limits: JsonLimits = usual): JsonReading {
  const reading = readJsonUncounted(input, limits)
  if (!reading.ok || countKeys(reading.value) === reading.keys) return reading
  return refuseDuplicate(reading.text, limits)
}

/**
 * As `readJson`, for callers that walk the whole value anyway: they count the keys they meet, and when those
 * are not `keys`, they answer with `refuseDuplicate(text)`.
 */
export function readJsonUncounted(input: Uint8Array | string, limits: JsonLimits = usual): JsonReading {
  const text = typeof input === 'string' ? input : decodeUtf8(input)
  if (text === undefined) return { ok: false, problem: locateBadByte(input as Uint8Array) }
  const keys = scan(typeof input === 'string' ? utf8Encoder.encode(input) : input, limits.maxDepth)
  // Only a caller's own string can hold half a pair as such: decoded bytes cannot.
  if (keys < 0 || (typeof input === 'string' && !input.isWellFormed())) return located(text, limits)
  try {
    return { ok: true, value: JSON.parse(text), text, keys }
  } catch {
    return located(text, limits)
  }
}

export function refuseDuplicate(text: string, limits: JsonLimits = usual): JsonReading {
  return { ok: false, problem: locateProblem(text, limits.maxDepth) ?? unknownPlace }
}

const unknownPlace: JsonProblem = { code: 'syntax', line: 1, column: 1, pointer: '' }

/** The place of the fault; what only looked suspicious is read after all. */
function located(text: string, limits: JsonLimits): JsonReading {
  const problem = locateProblem(text, limits.maxDepth)
  if (problem !== undefined) return { ok: false, problem }
  try {
    const value: unknown = JSON.parse(text)
    return { ok: true, value, text, keys: countKeys(value) }
  } catch {
    return { ok: false, problem: unknownPlace }
  }
}

const utf8Encoder = new TextEncoder()
const utf8 = new TextDecoder('utf-8', { fatal: true })

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

/** Where the first byte is that is no UTF-8: the longest prefix that can be decoded, by halving. */
function locateBadByte(bytes: Uint8Array): JsonProblem {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    try {
      // `stream` forgives a character cut in two by our own halving.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true })
      good = middle
    } catch {
      bad = middle
    }
  }
  const before = new TextDecoder().decode(bytes.subarray(0, good), { stream: true })
  const lines = before.split('\n')
  return { code: 'invalid-utf8', line: lines.length, column: (lines.at(-1) ?? '').length + 1, pointer: '' }
}

/**
 * Counts the colons outside strings, which are the keys. Bytes are read several times faster than characters,
 * and no byte of a longer UTF-8 character looks like any of those sought.
 * @returns -1 when the text is nested too deep or may hold half a surrogate pair or NUL
 */
function scan(bytes: Uint8Array, maxDepth: number): number {
  const { length } = bytes
  let keys = 0
  let depth = 0
  for (let i = 0; i < length; i += 1) {
    const c = bytes[i]
    if (c === 34) {
      // To the closing quote; an escape hides the character after it.
      for (i += 1; i < length; i += 1) {
        const inside = bytes[i]
        if (inside === 34) break
        if (inside === 92) {
          i += 1
          if (bytes[i] === 117 && isSuspect(bytes[i + 1], bytes[i + 2])) return -1
        }
      }
    } else if (c === 58) keys += 1
    else if (c === 123 || c === 91) {
      depth += 1
      if (depth > maxDepth) return -1
    } else if (c === 125 || c === 93) depth -= 1
  }
  return keys
}

/** Escapes of halves of pairs begin with d or D, that of NUL with 00: the exact reader then looks closer. */
function isSuspect(first: number | undefined, second: number | undefined): boolean {
  return first === 100 || first === 68 || (first === 48 && second === 48)
}

/** Keys of all objects in a value. */
export function countKeys(value: unknown): number {
  let count = 0
  const waiting: object[] = []
  // Pushed one by one: a list as long as a body may be does not fit into the arguments of one call.
  const note = (item: unknown) => {
    if (typeof item === 'object' && item !== null) waiting.push(item)
  }
  note(value)
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (Array.isArray(at)) for (const item of at) note(item)
    else {
      for (const item of Object.values(at)) {
        count += 1
        note(item)
      }
    }
  }
  return count
}
