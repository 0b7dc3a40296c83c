import type { Examined, InputDocument } from '../features/imports/contract-definition.ts'
import { readElements } from '../platform/json/elements.ts'
import { refusalOf } from './import-json.ts'

/**
 * Reads every document, one JSON object or a list, to its end; each must hold something that looks right, else the whole
 * is refused with `code`.
 */
export async function examineElements(
  documents: readonly InputDocument[],
  looksRight: (item: unknown) => boolean,
  code: string,
): Promise<Examined> {
  let total = 0
  for (const document of documents) {
    let [found, right] = [0, false]
    for await (const reading of readElements(() => document.bytes())) {
      if (!reading.ok) return { ok: false, document: document.name, refusal: refusalOf(reading.problem) }
      found += 1
      right ||= looksRight(reading.value)
    }
    // An empty list brings nothing, and is no wrong file.
    if (found > 0 && !right) return { ok: false, document: document.name, refusal: { pointer: '', code } }
    total += found
  }
  return { ok: true, total }
}

export interface DocumentElement {
  readonly document: string
  readonly pointer: string
  readonly value: unknown
}

/** The objects of documents that have been examined, in order; the first `from` of them have been stored already. */
export async function* elementsOf(
  documents: readonly InputDocument[],
  from: number,
): AsyncGenerator<DocumentElement> {
  let position = 0
  for (const document of documents) {
    for await (const reading of readElements(() => document.bytes())) {
      if (!reading.ok) throw new Error('A document changed after it had been examined')
      position += 1
      if (position > from) yield { document: document.name, pointer: reading.pointer, value: reading.value }
    }
  }
}
