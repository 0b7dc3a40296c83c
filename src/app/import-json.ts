import type { Refusal } from '../features/imports/contract.ts'
import type { InputDocument } from '../features/imports/contract-definition.ts'
import type { ElementReading } from '../platform/json/elements.ts'
import { readJson } from '../platform/json/strict.ts'

/** Why a document could not be read, as a refusal of the whole. */
export function refusalOf(problem: Extract<ElementReading, { ok: false }>['problem']): Refusal {
  const { pointer } = problem
  if (problem.code === 'too-large') return { pointer, code: 'record-too-large' }
  const { code, column, line } = problem
  return { pointer, code: `json-${code}`, params: { line: String(line), column: String(column) } }
}

// The largest national file is 10 MB; what is much larger is no such file.
const largest = 100_000_000

export type WholeReading =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly refusal: Refusal }

/** The JSON of a document that must be read as a whole: a qualification, a code set, a hierarchy. */
export async function readWhole(document: InputDocument): Promise<WholeReading> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const bytes of document.bytes()) {
    size += bytes.length
    if (size > largest) {
      const params = { limit: String(largest / 1_000_000) }
      return { ok: false, refusal: { pointer: '', code: 'too-large', params } }
    }
    pieces.push(bytes)
  }
  const [only, ...others] = pieces
  const reading = readJson(only && others.length === 0 ? only : Buffer.concat(pieces))
  return reading.ok ? { ok: true, json: reading.value } : { ok: false, refusal: refusalOf(reading.problem) }
}
