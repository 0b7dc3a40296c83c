import type { Code } from '../../features/codes/contract.ts'
import { codeKey, setOf } from '../../features/codes/rules.ts'
import { cyclesOf } from '../../features/codes/rules-cycles.ts'
import { keepsRelation } from '../../features/codes/rules-relations.ts'
import type { Refusal } from '../../features/imports/contract.ts'
import { type JsonRecord, listAt, recordAt, textAt } from '../../platform/json/look.ts'

/** A code with the record it was read from. */
export interface ReadCode {
  readonly code: Code
  readonly record: JsonRecord
  readonly index: number
}

/** Uris of a list of relations, without those that are no longer in use. */
function urisAt(value: unknown): string[] {
  const uris = listAt(value).flatMap(item => {
    const relation = recordAt(item)
    return relation?.passive === true ? [] : (textAt(relation?.codeElementUri) ?? [])
  })
  return [...new Set(uris)]
}

const broaderOf = (record: JsonRecord) => urisAt(record.withinCodeElements)
const narrowerOf = (record: JsonRecord) => urisAt(record.includesCodeElements)

/** The relations of a code that rules need. */
export function keptRelations(record: JsonRecord, set: string): { broader?: string[]; narrower?: string[] } {
  const kept = (uris: string[]) => uris.filter(uri => keepsRelation(set, uri))
  const [broader, narrower] = [kept(broaderOf(record)), kept(narrowerOf(record))]
  return { ...(broader.length > 0 ? { broader } : {}), ...(narrower.length > 0 ? { narrower } : {}) }
}

// A refusal names the circle; of one of hundreds the first are enough to find it.
const namedAtMost = 6

/** Codes of the set whose broader codes lead back to themselves, refused each at its place. */
export function circularCodes(found: readonly ReadCode[], set: string) {
  const byKey = new Map(found.map(one => [codeKey(one.code.uri), one]))
  const broader = new Map<string, string[]>([...byKey.keys()].map(key => [key, []]))
  const join = (from: string, to: string) => {
    if (setOf(from) === set && byKey.has(codeKey(to))) broader.get(codeKey(from))?.push(codeKey(to))
  }
  for (const { code, record } of found) {
    for (const uri of broaderOf(record)) join(code.uri, uri)
    for (const uri of narrowerOf(record)) join(uri, code.uri)
  }
  const uris = new Set<string>()
  const refused: Refusal[] = []
  for (const cycle of cyclesOf(broader)) {
    const members = cycle.flatMap(key => byKey.get(key) ?? [])
    const named = members.map(({ code }) => code.uri)
    const codes = [...named.slice(0, namedAtMost), ...(named.length > namedAtMost ? ['…'] : [])].join(', ')
    for (const { code, index } of members) {
      uris.add(code.uri)
      refused.push({ pointer: `/${index}`, code: 'code-cycle', params: { code: code.uri, codes } })
    }
  }
  return { uris, refused: refused.sort((a, b) => Number(a.pointer.slice(1)) - Number(b.pointer.slice(1))) }
}
