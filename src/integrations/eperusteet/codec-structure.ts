import type { Refusal } from '../../features/imports/contract.ts'
import type {
  Group,
  GroupRole,
  Range,
  Structure,
  Unit,
  UnitReference,
} from '../../features/qualifications/contract.ts'
import { type JsonRecord, listAt, recordAt, textAt } from '../../platform/json/look.ts'
import { namesOf, rangeOf } from './fields.ts'

const roles: { readonly [national: string]: GroupRole } = {
  määritelty: 'defined',
  määrittelemätön: 'open',
  osaamisala: 'competenceArea',
  tutkintonimike: 'title',
  vieras: 'foreign',
}

// Real trees are at most eight levels deep; a file made to exhaust the stack stops here.
const depthLimit = 40

interface Place {
  readonly unit: Unit
  readonly points: Range | undefined
}

interface Walk {
  readonly places: ReadonlyMap<string, Place>
  readonly refused: Refusal[]
}

function groupOf(record: JsonRecord, at: string, walk: Walk, depth: number): Group | undefined {
  if (depth > depthLimit) {
    walk.refused.push({ pointer: at, code: 'too-deep' })
    return undefined
  }
  const rule = recordAt(record.muodostumisSaanto)
  const [size, count] = [recordAt(rule?.laajuus), recordAt(rule?.koko)]
  const points = rangeOf(size?.minimi, size?.maksimi)
  const units = rangeOf(count?.minimi, count?.maksimi)
  const area = recordAt(record.osaamisala)
  const competenceArea = textAt(area?.osaamisalakoodiUri) ?? textAt(area?.uri)
  const title = textAt(recordAt(record.tutkintonimike)?.uri)
  return {
    names: namesOf(record.nimi),
    role: roles[String(record.rooli)] ?? 'defined',
    ...(points ? { points } : {}),
    ...(units ? { count: units } : {}),
    ...(competenceArea ? { competenceArea } : {}),
    ...(title ? { title } : {}),
    ...(record.pakollinen === true ? { compulsory: true } : {}),
    members: membersOf(record.osat, `${at}/osat`, walk, depth + 1),
  }
}

function membersOf(value: unknown, at: string, walk: Walk, depth: number): Group['members'] {
  return listAt(value).flatMap((item, index): (Group | UnitReference)[] => {
    const record = recordAt(item)
    const pointer = `${at}/${index}`
    const reference = record?._tutkinnonOsaViite
    if (record && (reference === undefined || reference === null)) {
      const group = groupOf(record, pointer, walk, depth)
      return group ? [group] : []
    }
    const place = walk.places.get(String(reference))
    if (!record || !place) {
      walk.refused.push({ pointer, code: 'broken-reference' })
      return []
    }
    return [{ unit: place.unit.codeUri, ...(record.pakollinen === true ? { compulsory: true } : {}) }]
  })
}

/** Joins references to units. The points of a unit stand in the reference, so each method may have its own. */
function placesOf(value: unknown, at: string, units: ReadonlyMap<string, Unit>, refused: Refusal[]) {
  const places = new Map<string, Place>()
  listAt(value).forEach((item, index) => {
    const record = recordAt(item)
    const unit = units.get(String(record?._tutkinnonOsa))
    if (!record || !unit) refused.push({ pointer: `${at}/${index}`, code: 'broken-reference' })
    // A single number is exact; zero with a maximum is a choice from nothing up to it.
    else places.set(String(record.id), { unit, points: pointsOf(record) })
  })
  return places
}

function pointsOf(record: JsonRecord): Range | undefined {
  return rangeOf(record.laajuus, record.laajuusMaksimi ?? record.laajuus)
}

export interface MethodReading {
  readonly structure: Structure
  /** Points of each unit in this method, by code. */
  readonly points: ReadonlyMap<string, Range>
}

/** One way to take the qualification; `undefined` (with a refusal) when it has no tree. */
export function methodOf(
  item: unknown,
  at: string,
  units: ReadonlyMap<string, Unit>,
  refused: Refusal[],
): MethodReading | undefined {
  const record = recordAt(item)
  const method = textAt(record?.suoritustapakoodi)
  const tree = recordAt(record?.rakenne)
  if (!record || !tree || method === undefined) {
    refused.push({ pointer: at, code: 'no-structure' })
    return undefined
  }
  const places = placesOf(record.tutkinnonOsaViitteet, `${at}/tutkinnonOsaViitteet`, units, refused)
  const root = groupOf(tree, `${at}/rakenne`, { places, refused }, 0)
  if (!root) return undefined
  const points = new Map<string, Range>()
  for (const place of places.values()) if (place.points) points.set(place.unit.codeUri, place.points)
  return { structure: { method, ...(root.points ? { totalPoints: root.points } : {}), root }, points }
}
