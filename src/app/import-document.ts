import type { Refusal } from '../features/imports/contract.ts'
import type { InputDocument } from '../features/imports/contract-definition.ts'
import { readJson } from '../platform/json/strict.ts'

// The largest national file is 10 MB; what is much larger is no such file.
const largest = 100_000_000

export type DocumentReading =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly refusal: Refusal }

/** The JSON of a document that must be read as a whole: a code set, a hierarchy. */
export async function readDocument(document: InputDocument): Promise<DocumentReading> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of document.bytes()) {
    size += piece.length
    if (size > largest) return refuse('', 'too-large', { limit: String(largest / 1_000_000) })
    pieces.push(piece)
  }
  const reading = readJson(Buffer.concat(pieces))
  if (reading.ok) return { ok: true, json: reading.value }
  const { code, column, line, pointer } = reading.problem
  return refuse(pointer, `json-${code}`, { line: String(line), column: String(column) })
}

function refuse(pointer: string, code: string, params: Record<string, string>): DocumentReading {
  return { ok: false, refusal: { pointer, code, params } }
}
