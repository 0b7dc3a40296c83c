/** What of a qualification one may choose from, in the order and the groups of its structure. */
import type { Names } from '../codes/contract.ts'
import { codeKey } from '../codes/rules.ts'
import type { Group, Qualification, Structure, Unit } from '../qualifications/contract.ts'
import { isGroup } from '../qualifications/rules.ts'
import type { AreaChoice, UnitChoice, UnitChoices, UnitGroup } from './contract-choices.ts'

/** What the study right tells: which way, and which competence areas and titles are the student's. */
export interface Wanted {
  readonly method?: string | undefined
  readonly branches: readonly string[]
}

export interface KnownCodes {
  readonly namesOf: (code: string) => Names | undefined
  readonly versionOf: (code: string) => number | undefined
}

export function unitChoices(qualification: Qualification, wanted: Wanted, known: KnownCodes): UnitChoices {
  const { diaryNumber, educationParts, names, structures, units } = qualification
  const structure = structures.find(one => one.method === wanted.method) ?? newest(structures)
  const choose = choicesOf(structure, known)
  const ofKind = (kind: Unit['kind']) => units.filter(one => one.kind === kind)
  return {
    diaryNumber,
    names,
    groups: groupsOf(structure, wanted, choicesIn(ofKind('vocational'), choose)),
    commonUnits: ofKind('common').map(choose),
    preparatoryParts: educationParts.map(part => ({
      ...coded(part, known),
      weeks: part.weeks,
      common: part.common,
    })),
  }
}

const newest = (structures: readonly Structure[]) =>
  structures.find(one => one.method === 'reformi') ?? structures[0]

type Choose = (code: string) => UnitChoice | undefined

function choicesIn(units: readonly Unit[], choose: (unit: Unit) => UnitChoice): Choose {
  const byKey = new Map(units.map(unit => [codeKey(unit.codeUri), unit]))
  return code => {
    const unit = byKey.get(codeKey(code))
    return unit && choose(unit)
  }
}

function choicesOf(structure: Structure | undefined, known: KnownCodes): (unit: Unit) => UnitChoice {
  const own = new Map(
    Object.entries(structure?.unitPoints ?? {}).map(([code, range]) => [codeKey(code), range]),
  )
  return unit => {
    const points = own.get(codeKey(unit.codeUri)) ?? unit.points
    const subjectAreas = areasOf(unit, known)
    return { ...coded(unit, known), ...(points === undefined ? {} : { points }), subjectAreas }
  }
}

interface Coded {
  readonly codeUri: string
  readonly version?: number
  readonly names: Names
}

/** The version is the requirements' own, else the newest that the code set has, else the first. */
function coded({ codeUri, names, version }: Coded, { versionOf }: KnownCodes) {
  return { code: codeUri, codeVersion: version ?? versionOf(codeUri) ?? 1, names }
}

/** Each code once: of its variants by language the code set's own name tells none of them. */
function areasOf({ subjectAreas }: Unit, known: KnownCodes): AreaChoice[] {
  const byKey = Map.groupBy(subjectAreas, area => codeKey(area.codeUri))
  return [...byKey.values()].flatMap(([area, ...variants]) => {
    if (area === undefined) return []
    const names = (variants.length > 0 ? known.namesOf(area.codeUri) : undefined) ?? area.names
    const { pointsCompulsory, pointsOptional } = area
    return {
      ...coded({ codeUri: area.codeUri, names }, known),
      ...(pointsCompulsory === undefined ? {} : { pointsCompulsory }),
      ...(pointsOptional === undefined ? {} : { pointsOptional }),
    }
  })
}

/** The bare value: study rights tell codes without their set. */
const bareOf = (code: string) => codeKey(code.slice(code.indexOf('_') + 1))

/**
 * Groups that hold vocational units. Where a unit stands in several groups it is offered in the student's own branch, else
 * where it stands first. Branches of others come last.
 */
function groupsOf(structure: Structure | undefined, { branches }: Wanted, choose: Choose): UnitGroup[] {
  if (structure === undefined) return []
  const own = new Set(branches.map(bareOf))
  const placed = placesOf(structure, own)
  const ordered = [...placed.filter(one => !one.elsewhere), ...placed.filter(one => one.elsewhere)]
  const taken = new Set<string>()
  return ordered.flatMap(({ elsewhere, group, path }) => {
    const units = group.members.flatMap(member => {
      if (isGroup(member) || taken.has(codeKey(member.unit))) return []
      taken.add(codeKey(member.unit))
      return choose(member.unit) ?? []
    })
    const { points } = group
    return units.length === 0 ? [] : [{ path, ...(points === undefined ? {} : { points }), elsewhere, units }]
  })
}

interface Placed {
  readonly group: Group
  readonly path: Names[]
  readonly elsewhere: boolean
}

function placesOf({ root }: Structure, own: ReadonlySet<string>): Placed[] {
  const found: Placed[] = []
  const walk = (group: Group, path: Names[], elsewhere: boolean) => {
    found.push({ group, path, elsewhere })
    const below = group.members.filter(isGroup)
    const isTold = (kind: 'competenceArea' | 'title') => below.some(one => own.has(bareOf(one[kind] ?? '')))
    for (const one of below) {
      const other =
        (one.competenceArea !== undefined &&
          isTold('competenceArea') &&
          !own.has(bareOf(one.competenceArea))) ||
        (one.title !== undefined && isTold('title') && !own.has(bareOf(one.title)))
      walk(one, [...path, one.names], elsewhere || other)
    }
  }
  walk(root, [], false)
  return found
}
