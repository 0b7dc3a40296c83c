import type { Refusal } from '../features/imports/contract.ts'
import type { ElementReading } from '../platform/json/elements.ts'

/** Why a document could not be read, as a refusal of the whole. */
export function refusalOf(problem: Extract<ElementReading, { ok: false }>['problem']): Refusal {
  const { pointer } = problem
  if (problem.code === 'too-large') return { pointer, code: 'record-too-large' }
  const { code, column, line } = problem
  return { pointer, code: `json-${code}`, params: { line: String(line), column: String(column) } }
}
