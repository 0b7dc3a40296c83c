import type { CodeStatus, Names } from '../codes/contract.ts'
import { type CodeIndex, codeKey, setOf, statusOf } from '../codes/rules.ts'
import type { Qualification, Range, SubjectArea, Unit } from './contract.ts'
import { totalPoints, unitOf } from './rules.ts'

/** What the rules of a plan ask of reference data (`PlanReference` of the plan rules). */
export interface PlanReference {
  hasCode(uri: string, version?: number): CodeStatus
  /** The requirements of the plan's study right; absent when they are not loaded. */
  readonly qualification?: QualificationReference
}

export interface QualificationReference {
  /** Competence points of the whole; absent where the requirements count units instead. */
  readonly totalPoints?: number
  /** Points are absent where the requirements leave them open. */
  unit(codeUri: string): { readonly points?: number; readonly mostPoints?: number } | undefined
}

/** All reference data at one revision, indexed for look-up. It never changes: a newer one replaces it. */
export interface ReferenceData {
  readonly revision: number
  readonly qualifications: readonly Qualification[]
  /** The newest requirements of the diary number. */
  qualification(diaryNumber: string): Qualification | undefined
  /** Names of a code of any kind: unit, subject area, education part, title or code set. */
  namesOf(uri: string): Names | undefined
  hasCode(uri: string, version?: number): CodeStatus
  /** The newest version that has been read of a code. */
  versionOf(uri: string): number | undefined
  /** Points of a unit as the requirements tell them; of a common unit those of its compulsory goals. */
  pointsOf(diaryNumber: string, codeUri: string): number | undefined
  forPlan(diaryNumber: string | undefined, method?: string): PlanReference
}

interface Parts {
  readonly revision: number
  readonly codes: ReadonlyMap<string, CodeIndex>
  /** Oldest first: of one diary number the last counts. */
  readonly qualifications: readonly Qualification[]
  readonly vanishedUnits: readonly Unit[]
}

interface Named {
  readonly codeUri: string
  readonly names: Names
}

function namedOf({ qualifications, vanishedUnits }: Parts): ReadonlyMap<string, Named> {
  const named = new Map<string, Named>()
  const add = (item: Named) => named.set(codeKey(item.codeUri), item)
  const addArea = (area: SubjectArea) => {
    // Of the language variants the first stands for the code; its own name tells a language too much.
    if (!named.has(codeKey(area.codeUri))) add(area)
  }
  for (const unit of [...vanishedUnits, ...qualifications.flatMap(one => one.units)]) {
    add(unit)
    unit.subjectAreas.forEach(addArea)
  }
  for (const { educationParts, competenceAreas, titles } of qualifications) {
    for (const item of [...educationParts, ...competenceAreas, ...titles]) add(item)
  }
  return named
}

export function referenceData(parts: Parts): ReferenceData {
  const { codes, qualifications, revision } = parts
  const named = namedOf(parts)
  const byDiary = new Map(qualifications.map(one => [one.diaryNumber, one]))
  const indexFor = (uri: string) => codes.get(setOf(uri))
  // A unit of a loaded qualification exists, even where the stored code set is older than the qualification.
  const hasCode = (uri: string, version?: number): CodeStatus => {
    const status = statusOf(indexFor(uri), uri, version)
    return status === 'known' || !named.has(codeKey(uri))
      ? status
      : version === undefined
        ? 'known'
        : 'unloaded'
  }
  const namesOf = (uri: string) => {
    const names = indexFor(uri)?.find(uri)?.names
    return names && Object.keys(names).length > 0 ? names : named.get(codeKey(uri))?.names
  }
  return {
    revision,
    qualifications,
    qualification: diaryNumber => byDiary.get(diaryNumber),
    namesOf,
    hasCode,
    versionOf: uri => indexFor(uri)?.find(uri)?.version,
    pointsOf: (diaryNumber, codeUri) => {
      const found = byDiary.get(diaryNumber)
      return found && exact(unitOf(found, codeUri)?.points).points
    },
    forPlan: (diaryNumber, method) => {
      const found = diaryNumber === undefined ? undefined : byDiary.get(diaryNumber)
      return found ? { hasCode, qualification: forRules(found, method) } : { hasCode }
    },
  }
}

/** Optional points of all subject areas; of one that stands several times, for its languages, the largest counts. */
function optionalPoints(unit: Unit): number {
  const byArea = new Map<string, number>()
  for (const { codeUri, pointsOptional = 0 } of unit.subjectAreas) {
    const key = codeKey(codeUri)
    byArea.set(key, Math.max(byArea.get(key) ?? 0, pointsOptional))
  }
  return [...byArea.values()].reduce((sum, points) => sum + points, 0)
}

/** The number when the range is one number. */
function exact(range: Range | undefined): { points?: number } {
  return range?.min !== undefined && range.min === range.max ? { points: range.min } : {}
}

function forRules(qualification: Qualification, method?: string): QualificationReference {
  const total = exact(totalPoints(qualification, method)).points
  return {
    ...(total === undefined ? {} : { totalPoints: total }),
    unit: codeUri => {
      const unit = unitOf(qualification, codeUri)
      if (!unit) return undefined
      const points = exact(unit.points)
      const optional = optionalPoints(unit)
      // A plan does not tell how many optional points of a common unit are taken.
      if (points.points === undefined || optional === 0) return points
      return { ...points, mostPoints: points.points + optional }
    },
  }
}
