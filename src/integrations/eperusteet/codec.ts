import type { Source } from '../../features/codes/contract.ts'
import type { Reading, Refusal } from '../../features/imports/contract.ts'
import type { Qualification, Range, Unit } from '../../features/qualifications/contract.ts'
import { type JsonRecord, listAt, numberAt, recordAt, textAt } from '../../platform/json/look.ts'
import { methodOf } from './codec-structure.ts'
import { educationPartsOf, unitsById } from './codec-units.ts'
import { dateOf, namedCodesOf, namesOf } from './fields.ts'

/** Why the file as a whole is no published qualification; `undefined` when it is one. */
function wholeRefusal(json: unknown): Refusal | undefined {
  const refuse = (code: string, pointer = ''): Refusal => ({ pointer, code })
  if (Array.isArray(json)) return refuse('list')
  const file = recordAt(json)
  if (!file) return refuse('not-an-object')
  if (file.openapi !== undefined || file.swagger !== undefined) return refuse('api-description')
  if (Array.isArray(file.data)) return refuse('search-result')
  if (file.muodostumisSaanto !== undefined) return refuse('structure-only')
  const hasBody = Array.isArray(file.suoritustavat) || Array.isArray(file.koulutuksenOsat)
  if (!hasBody || !Number.isInteger(file.id)) return refuse('not-a-qualification')
  if (file.tila !== undefined && file.tila !== null && file.tila !== 'valmis') {
    return { ...refuse('draft', '/tila'), params: { state: String(file.tila) } }
  }
  return textAt(file.diaarinumero) === undefined ? refuse('no-diary-number', '/diaarinumero') : undefined
}

// The newest way first: where methods give a unit different points, today's are its points.
const methodOrder = ['reformi', 'ops', 'naytto']

function readMethods(file: JsonRecord, units: ReadonlyMap<string, Unit>, refused: Refusal[]) {
  const methods = listAt(file.suoritustavat).flatMap((item, index) => {
    const method = methodOf(item, `/suoritustavat/${index}`, units, refused)
    return method ? [method] : []
  })
  const rank = (name: string) => (methodOrder.indexOf(name) + 4) % 4
  const points = new Map<string, Range>()
  for (const method of [...methods].sort((a, b) => rank(b.structure.method) - rank(a.structure.method))) {
    for (const [codeUri, range] of method.points) points.set(codeUri, range)
  }
  const structures = methods.map(({ structure, points: own }) => {
    const other = [...own].filter(([codeUri, range]) => !sameRange(range, points.get(codeUri)))
    return other.length === 0 ? structure : { ...structure, unitPoints: Object.fromEntries(other) }
  })
  return { structures, points }
}

const sameRange = (a: Range, b: Range | undefined) => a.min === b?.min && a.max === b?.max

function datesOf(file: JsonRecord) {
  const validFrom = dateOf(file.voimassaoloAlkaa)
  const validUntil = dateOf(file.voimassaoloLoppuu)
  const transitionUntil = dateOf(file.siirtymaPaattyy)
  return {
    ...(validFrom ? { validFrom } : {}),
    ...(validUntil ? { validUntil } : {}),
    ...(transitionUntil ? { transitionUntil } : {}),
  }
}

/** The qualification's own titles; titles given for other languages or areas repeat and are joined by code. */
function titlesOf(file: JsonRecord) {
  return namedCodesOf(file.tutkintonimikkeet, 'tutkintonimikeUri')
}

/**
 * Reads one qualification as ePerusteet gives it (`/api/external/peruste/{id}`). A file that is something else
 * is refused whole; a record inside that cannot be read is left out and told. Editors' person ids are not taken; texts are read
 * apart (codec-texts.ts).
 */
export function readQualification(json: unknown, source?: Source): Reading<Qualification> {
  const refusal = wholeRefusal(json)
  const file = recordAt(json)
  if (refusal || !file) return { ok: false, refusal: refusal ?? { pointer: '', code: 'not-an-object' } }
  const refused: Refusal[] = []
  const units = unitsById(file.tutkinnonOsat, refused)
  const { structures, points } = readMethods(file, units, refused)
  const educationType = textAt(file.koulutustyyppi)
  const changed = dateOf(file.muokattu)
  const value: Qualification = {
    diaryNumber: textAt(file.diaarinumero) ?? '',
    id: numberAt(file.id) ?? 0,
    ...(educationType ? { educationType } : {}),
    names: namesOf(file.nimi),
    ...datesOf(file),
    educationCodes: namedCodesOf(file.koulutukset, 'koulutuskoodiUri').map(code => code.codeUri),
    replaces: listAt(file.korvattavatDiaarinumerot).flatMap(number => textAt(number) ?? []),
    competenceAreas: namedCodesOf(file.osaamisalat, 'uri'),
    titles: titlesOf(file),
    structures,
    units: [...new Set(units.values())].map(unit => withPoints(unit, points)),
    educationParts: educationPartsOf(file.koulutuksenOsat, refused),
    source: source ?? { name: 'ePerusteet', ...(changed ? { date: changed } : {}) },
  }
  return { ok: true, value, refused }
}

function withPoints(unit: Unit, points: ReadonlyMap<string, Range>): Unit {
  const own = points.get(unit.codeUri)
  return own ? { ...unit, points: own } : unit
}
