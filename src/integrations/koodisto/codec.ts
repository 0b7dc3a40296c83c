import type { Code, CodeSet, Names, Source } from '../../features/codes/contract.ts'
import { codeKey, setOf } from '../../features/codes/rules.ts'
import type { Reading, Refusal } from '../../features/imports/contract.ts'
import { type JsonRecord, listAt, numberAt, recordAt, textAt } from '../../platform/json/look.ts'
import { isPlainDate } from '../../platform/time/plain-date.ts'
import { circularCodes, keptRelations, type ReadCode } from './codec-relations.ts'

const languages = { FI: 'fi', SV: 'sv', EN: 'en' } as const

function namesOf(metadata: unknown): Names {
  const names: Names = {}
  for (const item of listAt(metadata)) {
    const record = recordAt(item)
    const language = languages[String(record?.kieli) as keyof typeof languages]
    const name = textAt(record?.nimi)
    if (language && name !== undefined) names[language] = name
  }
  return names
}

function dateOf(value: unknown): string | undefined {
  const text = textAt(value)
  return text !== undefined && isPlainDate(text) ? text : undefined
}

function codeOf(record: JsonRecord): Code | undefined {
  const uri = textAt(record.koodiUri)
  if (uri === undefined || !uri.includes('_')) return undefined
  const value = textAt(record.koodiArvo) ?? uri.slice(uri.indexOf('_') + 1)
  const version = numberAt(record.versio)
  const [validFrom, validUntil] = [dateOf(record.voimassaAlkuPvm), dateOf(record.voimassaLoppuPvm)]
  return {
    uri,
    value,
    ...(Number.isInteger(version) && Number(version) >= 0 ? { version: Number(version) } : {}),
    names: namesOf(record.metadata),
    ...(validFrom ? { validFrom } : {}),
    ...(validUntil ? { validUntil } : {}),
    ...keptRelations(record, setOf(uri)),
  }
}

/** Collects the codes of the set to which the first readable record belongs. */
function collect(items: readonly unknown[], refused: Refusal[]) {
  const found: ReadCode[] = []
  let set: string | undefined
  items.forEach((item, index) => {
    const record = recordAt(item)
    const code = record && codeOf(record)
    if (!record || !code) {
      refused.push({ pointer: `/${index}`, code: 'no-code' })
      return
    }
    set ??= setOf(code.uri)
    if (setOf(code.uri) === set) found.push({ code, record, index })
    else refused.push({ pointer: `/${index}`, code: 'other-code-set', params: { code: code.uri, set } })
  })
  return { set, found }
}

/** The newest version of each code, and the earlier ones. Of a version that is told twice the first stands. */
function newestOf(found: readonly ReadCode[]): { newest: ReadCode[]; older: Code[] } {
  const byUri = Map.groupBy(found, ({ code }) => codeKey(code.uri))
  const sorted = [...byUri.values()].map(all =>
    all.toSorted((a, b) => (b.code.version ?? 0) - (a.code.version ?? 0)),
  )
  return {
    newest: sorted.flatMap(all => all.slice(0, 1)),
    older: sorted.flatMap(all =>
      all.flatMap(({ code }, at) => (at > 0 && code.version !== all[at - 1]?.code.version ? [code] : [])),
    ),
  }
}

/**
 * Reads one code set as Koodisto gives it (`/rest/codeelement/codes/withrelations/...`): every version of a code that is
 * there, of its relations those that rules need. Codes whose broader codes run in a circle are refused, all of them: what
 * is the broader one nobody can say. A set of which a record was refused is not complete.
 */
export function readCodeSet(json: unknown, source: Source): Reading<CodeSet> {
  if (!Array.isArray(json)) return { ok: false, refusal: { pointer: '', code: 'not-a-code-set' } }
  const refused: Refusal[] = []
  const { set, found } = collect(json, refused)
  if (set === undefined) return { ok: false, refusal: { pointer: '', code: 'no-codes' } }
  const { newest, older } = newestOf(found)
  const circular = circularCodes(newest, set)
  refused.push(...circular.refused)
  const taken = newest.filter(({ code }) => !circular.uris.has(code.uri)).map(({ code }) => code)
  const earlier = older.filter(code => !circular.uris.has(code.uri))
  return {
    ok: true,
    refused,
    value: {
      uri: set,
      complete: refused.length === 0,
      source,
      codes: taken,
      ...(earlier.length > 0 ? { older: earlier } : {}),
      ...(circular.uris.size > 0 ? { refused: [...circular.uris] } : {}),
    },
  }
}
