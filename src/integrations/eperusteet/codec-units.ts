import { codeKey } from '../../features/codes/rules.ts'
import type { Refusal } from '../../features/imports/contract.ts'
import type { EducationPart, SubjectArea, Unit } from '../../features/qualifications/contract.ts'
import { listAt, numberAt, pointerTo, recordAt, textAt } from '../../platform/json/look.ts'
import { namesOf, present, rangeOf } from './fields.ts'

/** The points of the goals: one number in the form of 2020, a list of goals in that of 2014. */
function goalPoints(area: { readonly [key: string]: unknown }, compulsory: boolean): number | undefined {
  const newer = recordAt(area[compulsory ? 'pakollisetOsaamistavoitteet' : 'valinnaisetOsaamistavoitteet'])
  if (newer) return numberAt(newer.laajuus)
  const older = listAt(area.osaamistavoitteet)
    .map(recordAt)
    .filter(goal => goal?.pakollinen === compulsory)
  const points = older.flatMap(goal => numberAt(goal?.laajuus) ?? [])
  return points.length === 0 ? undefined : points.reduce((sum, number) => sum + number, 0)
}

function subjectAreasOf(value: unknown, at: string, refused: Refusal[]): SubjectArea[] {
  return listAt(value).flatMap((item, index) => {
    const area = recordAt(item)
    const codeUri = textAt(area?.koodiUri) ?? textAt(recordAt(area?.koodi)?.uri)
    if (!area || codeUri === undefined) {
      refused.push({ pointer: pointerTo(at, index), code: 'no-code' })
      return []
    }
    const names = namesOf(area.nimi)
    const pointsCompulsory = goalPoints(area, true)
    const pointsOptional = goalPoints(area, false)
    return [
      {
        codeUri,
        names,
        ...(pointsCompulsory === undefined ? {} : { pointsCompulsory }),
        ...(pointsOptional === undefined ? {} : { pointsOptional }),
      },
    ]
  })
}

function unitAt(item: unknown, at: string, refused: Refusal[]): { id: string; unit: Unit } | undefined {
  const record = recordAt(item)
  const code = recordAt(record?.koodi)
  const codeUri = textAt(record?.koodiUri) ?? textAt(code?.uri)
  if (!record || codeUri === undefined) {
    refused.push({ pointer: at, code: 'no-code' })
    return undefined
  }
  const version = numberAt(code?.versio)
  const kind = record.tyyppi === 'reformi_tutke2' || record.tyyppi === 'tutke2' ? 'common' : 'vocational'
  const names = namesOf(record.nimi)
  const unit: Unit = {
    codeUri,
    ...(Number.isInteger(version) ? { version: Number(version) } : {}),
    names: Object.keys(names).length > 0 ? names : namesOf(code?.nimi),
    kind,
    subjectAreas: subjectAreasOf(record.osaAlueet, `${at}/osaAlueet`, refused),
  }
  return { id: String(record.id), unit }
}

/**
 * Units by the id with which the structure refers to them. Records without a code are refused one by one; of a code that
 * stands twice the first counts, also for references to the second.
 */
export function unitsById(value: unknown, refused: Refusal[]): Map<string, Unit> {
  const units = new Map<string, Unit>()
  const byCode = new Map<string, Unit>()
  listAt(value).forEach((item, index) => {
    const pointer = `/tutkinnonOsat/${index}`
    const read = unitAt(item, pointer, refused)
    if (!read) return
    const first = byCode.get(codeKey(read.unit.codeUri))
    if (first || units.has(read.id)) refused.push({ pointer, code: 'duplicate-unit' })
    else byCode.set(codeKey(read.unit.codeUri), read.unit)
    if (!units.has(read.id)) units.set(read.id, first ?? read.unit)
  })
  return units
}

/** Parts of preparatory education, with their weeks. */
export function educationPartsOf(value: unknown, refused: Refusal[]): EducationPart[] {
  return listAt(value).flatMap((item, index) => {
    const record = recordAt(item)
    const codeUri = textAt(recordAt(record?.nimiKoodi)?.uri)
    if (!record || codeUri === undefined) {
      refused.push({ pointer: `/koulutuksenOsat/${index}`, code: 'no-code' })
      return []
    }
    return [
      present({
        codeUri,
        names: namesOf(record.nimi),
        weeks: rangeOf(record.laajuusMinimi, record.laajuusMaksimi) ?? {},
        common: record.koulutusOsanTyyppi === 'yhteinen',
      }),
    ]
  })
}
