import { codeKey } from '../codes/rules.ts'
import type { Group, Qualification, Range, Structure, SubjectArea, Unit, UnitReference } from './contract.ts'

/** The structure of the method; of the only one where the method is not told. */
export function structureOf(qualification: Qualification, method?: string): Structure | undefined {
  const { structures } = qualification
  if (method === undefined) return structures.length === 1 ? structures[0] : undefined
  return structures.find(structure => structure.method === method)
}

/** Points of the whole qualification, from its own structure and never from a constant. */
export function totalPoints(qualification: Qualification, method?: string): Range | undefined {
  return structureOf(qualification, method)?.totalPoints
}

export function unitOf(qualification: Qualification, codeUri: string): Unit | undefined {
  const key = codeKey(codeUri)
  return qualification.units.find(unit => codeKey(unit.codeUri) === key)
}

/** All variants of a subject area: one code stands several times where the languages of study differ. */
export function subjectAreasOf(unit: Unit, codeUri: string): readonly SubjectArea[] {
  const key = codeKey(codeUri)
  return unit.subjectAreas.filter(area => codeKey(area.codeUri) === key)
}

/** Points of the compulsory (or optional) goals of a subject area over its language variants. */
export function subjectAreaPoints(
  unit: Unit,
  codeUri: string,
  goals: 'pointsCompulsory' | 'pointsOptional' = 'pointsCompulsory',
): Range | undefined {
  const points = subjectAreasOf(unit, codeUri).flatMap(area => area[goals] ?? [])
  return points.length === 0 ? undefined : { min: Math.min(...points), max: Math.max(...points) }
}

export type Validity = 'not-yet' | 'in-force' | 'transition' | 'ended'

/** May one study by this qualification on the day? In transition only those who began before the end. */
export function validityOn(qualification: Qualification, date: string): Validity {
  const { validFrom, validUntil, transitionUntil } = qualification
  if (validFrom !== undefined && date < validFrom) return 'not-yet'
  if (validUntil === undefined || date <= validUntil) return 'in-force'
  return transitionUntil !== undefined && date <= transitionUntil ? 'transition' : 'ended'
}

export function isGroup(member: Group | UnitReference): member is Group {
  return 'members' in member
}

/** Every group from the root down, parents first. */
export function* groupsOf(structure: Structure): Generator<Group> {
  const waiting: Group[] = [structure.root]
  for (let group = waiting.pop(); group; group = waiting.pop()) {
    yield group
    waiting.push(...group.members.filter(isGroup).reverse())
  }
}

/** Code keys of the units that the structure offers; the same unit stands in many groups. */
export function unitsOffered(structure: Structure): ReadonlySet<string> {
  const offered = new Set<string>()
  for (const group of groupsOf(structure)) {
    for (const member of group.members) if (!isGroup(member)) offered.add(codeKey(member.unit))
  }
  return offered
}
