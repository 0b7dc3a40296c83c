import type { Refusal } from './contract.ts'
import type { Examined, ImportContext, ImportDefinition, InputDocument } from './contract-definition.ts'

/** The input as it will be stored, or why nothing is. */
export type Examination =
  | {
      readonly ok: true
      readonly total: number
      readonly documents: readonly InputDocument[]
      readonly left: readonly LeftOut[]
    }
  | (Extract<Examined, { ok: false }> & {
      /** Every file that is bad, so that all are mended at once. */
      readonly left: readonly LeftOut[]
    })

export interface LeftOut {
  readonly document: InputDocument
  readonly refusal: Refusal
}

/**
 * Reads everything to its end before anything is changed. Of files, one that is bad refuses all: a person chose them
 * together; all bad ones are told. Of a service's answers, those that are bad are left out and the others go on.
 */
export async function examineAll(
  definition: ImportDefinition,
  documents: readonly InputDocument[],
  context: ImportContext,
  fetched: boolean,
): Promise<Examination> {
  const whole = await definition.examine(documents, context)
  if (whole.ok) return { ...whole, documents, left: [] }
  if (documents.length < 2) return { ...whole, left: [] }
  const left: LeftOut[] = []
  for (const document of documents) {
    const alone = await definition.examine([document], context)
    if (!alone.ok) left.push({ document, refusal: alone.refusal })
  }
  if (!fetched) return { ...whole, left }
  const good = documents.filter(document => !left.some(one => one.document === document))
  if (good.length === 0 || left.length === 0) return { ...whole, left }
  const rest = await definition.examine(good, context)
  return rest.ok ? { ...rest, documents: good, left } : { ...rest, left: [] }
}
