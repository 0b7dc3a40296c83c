/**
 * Names a draft as somebody saw it, with every answer in it: another tag is another draft. Versions only grow, and rows only
 * go away, so two states never have the same one.
 */
interface Seen {
  readonly version: number
  readonly rows: readonly { readonly version: number }[]
}

export function draftTag({ rows, version }: Seen): string {
  const answered = rows.reduce((sum, row) => sum + row.version, 0)
  return `"v${version}-${rows.length}-${answered}"`
}

/** A register between may have marked it as weak. */
export const isTag = (header: string, seen: Seen): boolean =>
  header.trim().replace(/^W\//, '') === draftTag(seen)
