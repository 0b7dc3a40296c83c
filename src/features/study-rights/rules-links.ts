import type { StudyRight } from './contract.ts'

/** How study rights of one student hang together: one may be included in another, also at another provider. */
export interface Links {
  /** The one that holds this one. */
  readonly includedIn?: string
  /** Those that this one holds, of the rights given. */
  readonly includes: readonly string[]
}

export function linksOf(oid: string, rights: readonly Pick<StudyRight, 'oid' | 'includedIn'>[]): Links {
  const own = rights.find(right => right.oid === oid)
  const includes = rights
    .filter(right => right.includedIn === oid && right.oid !== oid)
    .map(right => right.oid)
  return { ...(own?.includedIn === undefined ? {} : { includedIn: own.includedIn }), includes }
}
