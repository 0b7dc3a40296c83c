import { isRecord, type Json, recordsIn } from './world.ts'

const languages = ['fi', 'sv', 'en'] as const

/** A code as Koodisto gives it, from the extract that the demo loads. */
function codeOf({ names, uri, validFrom, validUntil, value, version }: Json): Json {
  const known = isRecord(names) ? languages.filter(language => typeof names[language] === 'string') : []
  const nameOf = (language: string): Json => ({
    kieli: language.toUpperCase(),
    nimi: isRecord(names) ? names[language] : undefined,
  })
  return {
    koodiUri: uri,
    koodiArvo: value,
    versio: version ?? 1,
    ...(validFrom === undefined ? {} : { voimassaAlkuPvm: validFrom }),
    ...(validUntil === undefined ? {} : { voimassaLoppuPvm: validUntil }),
    metadata: known.map(nameOf),
    withinCodeElements: [],
    includesCodeElements: [],
    levelsWithCodeElements: [],
  }
}

/**
 * The code sets of the demo's extract that are whole: invented ones in their place would make the real codes of the
 * demo vanish.
 */
export function codeSetsOfExtract(folder: string): Map<string, readonly unknown[]> {
  const sets = recordsIn(folder).filter(record => record.complete === true && Array.isArray(record.codes))
  return new Map(sets.map(set => [String(set.uri), (set.codes as unknown[]).filter(isRecord).map(codeOf)]))
}
