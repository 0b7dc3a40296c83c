import type { Code, CodeSet, Names, Source } from '../../features/codes/contract.ts'
import { setOf } from '../../features/codes/rules.ts'
import type { Reading, Refusal } from '../../features/imports/contract.ts'
import { type JsonRecord, listAt, numberAt, recordAt, textAt } from '../../platform/json/look.ts'
import { isPlainDate } from '../../platform/time/plain-date.ts'

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
  }
}

/** Collects the codes of the set to which the first readable record belongs. */
function collect(items: readonly unknown[], refused: Refusal[]) {
  const newest = new Map<string, Code>()
  let set: string | undefined
  items.forEach((item, index) => {
    const record = recordAt(item)
    const code = record ? codeOf(record) : undefined
    if (!code) {
      refused.push({ pointer: `/${index}`, code: 'no-code' })
      return
    }
    set ??= setOf(code.uri)
    if (setOf(code.uri) !== set) refused.push(otherSet(index, code.uri, set))
    else if ((newest.get(code.uri)?.version ?? -1) < (code.version ?? 0)) newest.set(code.uri, code)
  })
  return { set, codes: [...newest.values()] }
}

function otherSet(index: number, code: string, set: string): Refusal {
  return { pointer: `/${index}`, code: 'other-code-set', params: { code, set } }
}

/**
 * Reads one code set as Koodisto gives it (`/rest/codeelement/codes/withrelations/...`). Of several versions of a
 * code the newest is kept. Relations to other codes are not taken.
 */
export function readCodeSet(json: unknown, source: Source): Reading<CodeSet> {
  if (!Array.isArray(json)) return { ok: false, refusal: { pointer: '', code: 'not-a-code-set' } }
  const refused: Refusal[] = []
  const { set, codes } = collect(json, refused)
  if (set === undefined) return { ok: false, refusal: { pointer: '', code: 'no-codes' } }
  return { ok: true, value: { uri: set, complete: true, source, codes }, refused }
}
