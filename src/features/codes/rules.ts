import type { Code, CodeSet, CodeStatus } from './contract.ts'

/**
 * The same code is written `ammatillisenoppiaineet_VVAI22` in plans and `ammatillisenoppiaineet_vvai22` in
 * Koodisto and ePerusteet, so codes are compared without case.
 */
export function codeKey(uri: string): string {
  return uri.toLowerCase()
}

/** The set to which a code belongs: `kieli` of `kieli_fi`. */
export function setOf(uri: string): string {
  const end = uri.indexOf('_')
  return codeKey(end < 0 ? uri : uri.slice(0, end))
}

/** A set indexed for look-up, by its uris and by its values. */
export interface CodeIndex {
  readonly complete: boolean
  /** The newest version. */
  find(uri: string): Code | undefined
  /** Exactly this version; undefined when it has not been read. */
  at(uri: string, version: number): Code | undefined
}

function keysOf(set: CodeSet): Map<string, Code> {
  const byKey = new Map<string, Code>()
  for (const code of set.codes) byKey.set(codeKey(`${set.uri}_${code.value}`), code)
  // The uri wins: a value of one code may look like the uri of another.
  for (const code of set.codes) byKey.set(codeKey(code.uri), code)
  return byKey
}

export function indexOf(set: CodeSet): CodeIndex {
  const byKey = keysOf(set)
  const older = new Map((set.older ?? []).map(code => [`${codeKey(code.uri)} ${code.version}`, code]))
  const find = (uri: string) => byKey.get(codeKey(uri))
  return {
    complete: set.complete,
    find,
    at: (uri, version) => {
      const newest = find(uri)
      return newest?.version === version ? newest : older.get(`${codeKey(newest?.uri ?? uri)} ${version}`)
    },
  }
}

/** All sets by their uri. Codes of `supplement` (ours) count where the national set lacks them. */
export function indexesOf(
  national: readonly CodeSet[],
  supplement: readonly CodeSet[],
): ReadonlyMap<string, CodeIndex> {
  const indexes = new Map(supplement.map(set => [codeKey(set.uri), indexOf(set)]))
  for (const set of national) {
    const [own, more] = [indexOf(set), indexes.get(codeKey(set.uri))]
    indexes.set(codeKey(set.uri), {
      complete: set.complete,
      find: uri => own.find(uri) ?? more?.find(uri),
      at: (uri, version) => own.at(uri, version) ?? more?.at(uri, version),
    })
  }
  return indexes
}

/** Is there such a code? Files tell mostly the newest version alone, so an older one counts as known. */
export function statusOf(index: CodeIndex | undefined, uri: string, version?: number): CodeStatus {
  if (!index) return 'unloaded'
  const absent = index.complete ? 'unknown' : 'unloaded'
  const code = index.find(uri)
  if (!code) return absent
  if (version === undefined || code.version === undefined || index.at(uri, version)) return 'known'
  return version >= 1 && version <= code.version ? 'known' : absent
}

/** The code as the version has it; as the newest has it where that version has not been read. */
export function codeOf(index: CodeIndex | undefined, uri: string, version?: number): Code | undefined {
  return (version === undefined ? undefined : index?.at(uri, version)) ?? index?.find(uri)
}

/** Is the code in force on the day? A code without dates always is. */
export function isInForce(code: Code, date: string): boolean {
  if (code.validFrom !== undefined && date < code.validFrom) return false
  return code.validUntil === undefined || date <= code.validUntil
}
