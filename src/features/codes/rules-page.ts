import type { Code, CodePage, CodeSet, CodeView } from './contract.ts'

interface Row {
  readonly code: Code
  readonly versions: readonly number[]
  readonly vanished: boolean
}

interface Known {
  readonly head: Pick<CodeSet, 'uri' | 'complete' | 'source'>
  readonly rows: readonly Row[]
}

/**
 * One page of a set, ours supplementing the national one. Ordered by uri, so that the next page starts where this one
 * ended. Undefined when nobody knows the set.
 */
export function pageOf(
  national: Known | undefined,
  own: CodeSet | undefined,
  { after = '', limit }: { readonly after?: string; readonly limit: number },
): CodePage | undefined {
  const head = national?.head ?? own
  if (!head) return undefined
  const told = new Set(national?.rows.map(row => row.code.uri))
  const more = (own?.codes ?? []).filter(code => !told.has(code.uri))
  const rows = [...(national?.rows ?? []), ...more.map(code => ({ code, versions: [], vanished: false }))]
  const sorted = rows.map(viewOf).sort((a, b) => (a.uri < b.uri ? -1 : 1))
  const rest = sorted.filter(code => code.uri > after)
  const items = rest.slice(0, limit)
  const last = rest.length > limit ? items.at(-1) : undefined
  const { uri, complete, source } = head
  return { uri, complete, source, items, ...(last ? { next: last.uri } : {}) }
}

function viewOf({ code, vanished, versions }: Row): CodeView {
  const named = Object.keys(code.names).length > 0
  return { ...code, versions: [...versions], named, ...(vanished ? { vanished } : {}) }
}
