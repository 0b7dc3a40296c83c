import { codeKey } from '../codes/rules.ts'
import type { Unit } from '../qualifications/contract.ts'
import type { ChosenPart, Selection } from '../qualifications/contract-formation.ts'
import type { FormationTree } from '../qualifications/rules-formation-tree.ts'
import type { StudyRight, StudyRightCode } from '../study-rights/contract.ts'
import type { JudgedPart } from './contract-formation.ts'
import type { StoredPlan } from './rules-contacts.ts'

export interface PlanSelection extends Selection {
  readonly parts: ChosenPart[]
  readonly about: Readonly<Record<string, Omit<JudgedPart, 'names'>>>
  readonly assumedOptionalGoals: number
}

/** Points of a unit in other requirements than the study right's, where they are told. */
export type PointsElsewhere = (diaryNumber: string | undefined, code: string) => number | undefined

/** What a plan chooses: prior competence and what is to be acquired together, each unit once. */
export function selectionOf(
  plan: StoredPlan,
  { attainments }: StudyRight,
  tree: FormationTree,
  pointsElsewhere: PointsElsewhere,
  today: string,
): PlanSelection {
  const [attainment] = attainments
  const competenceArea = chosenOn(attainment?.competenceAreas, today)
  const title = chosenOn(attainment?.titles, today)
  const common = commonParts(plan)
  const goals = assumedGoals(tree, common)
  const chosen = [
    ...vocationalParts(plan, tree, pointsElsewhere),
    ...localParts(plan),
    ...common,
    ...(goals > 0
      ? [{ part: { key: goalsKey, kind: 'optionalGoals' as const, points: goals }, prior: false }]
      : []),
  ]
  return {
    parts: chosen.map(one => one.part),
    ...(competenceArea === undefined ? {} : { competenceArea }),
    ...(title === undefined ? {} : { title }),
    about: Object.fromEntries(chosen.map(one => [one.part.key, aboutOf(one, tree)])),
    assumedOptionalGoals: goals,
  }
}

export const goalsKey = 'optional-goals'

interface Chosen {
  readonly part: ChosenPart
  readonly prior: boolean
  readonly name?: string | undefined
}

function aboutOf({ name, part, prior }: Chosen, tree: FormationTree): Omit<JudgedPart, 'names'> {
  const required = part.unit === undefined ? undefined : tree.pointsOf(part.unit)
  const points = part.points ?? required?.max ?? required?.min
  return {
    ...(name === undefined ? {} : { name }),
    ...(part.unit === undefined ? {} : { code: part.unit }),
    points: points ?? 0,
    prior,
    pointsUnknown: points === undefined,
  }
}

/** The area or title that is the student's on the day; of several the one that came last. */
export function chosenOn(codes: readonly StudyRightCode[] | undefined, today: string): string | undefined {
  const now = (codes ?? []).filter(
    ({ end, start }) => (start === undefined || start <= today) && (end === undefined || end >= today),
  )
  return now.toSorted((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1)).at(-1)?.code
}

function vocationalParts(plan: StoredPlan, tree: FormationTree, pointsElsewhere: PointsElsewhere): Chosen[] {
  const acquired = (plan.vocationalUnits ?? []).map(unit => ({ unit, prior: false }))
  const prior = (plan.priorVocationalUnits ?? []).map(unit => ({ unit, prior: true }))
  const byCode = new Map<string, Chosen>()
  for (const { prior: isPrior, unit } of [...acquired, ...prior]) {
    const key = codeKey(unit.unitCode)
    if (byCode.has(key)) continue
    const own = tree.offered.has(key)
    const points = own ? undefined : pointsElsewhere(unit.requirementsDiaryNumber, unit.unitCode)
    const part: ChosenPart = {
      key,
      kind: own ? 'unit' : 'otherQualification',
      unit: key,
      ...(points === undefined ? {} : { points }),
    }
    byCode.set(key, { part, prior: isPrior })
  }
  return [...byCode.values()]
}

function localParts(plan: StoredPlan): Chosen[] {
  const acquired = (plan.localUnits ?? []).map((unit, at) => ({ unit, key: `local-${at}`, prior: false }))
  const prior = (plan.priorLocalUnits ?? []).map((unit, at) => ({
    unit,
    key: `prior-local-${at}`,
    prior: true,
  }))
  return [...acquired, ...prior].map(({ key, prior: isPrior, unit }) => ({
    part: {
      key,
      kind: 'local',
      ...(unit.competencePoints === undefined ? {} : { points: unit.competencePoints }),
    },
    prior: isPrior,
    name: unit.name,
  }))
}

/** A common unit may be prior competence in one subject area and to be acquired in another. */
function commonParts(plan: StoredPlan): Chosen[] {
  const byCode = new Map<string, { areas: Set<string>; prior: boolean; whole: boolean }>()
  const add = (
    unit: { unitCode: string; subjectAreas: readonly { subjectAreaCode: string }[] },
    prior: boolean,
  ) => {
    const key = codeKey(unit.unitCode)
    const found = byCode.get(key) ?? { areas: new Set<string>(), prior: true, whole: false }
    for (const area of unit.subjectAreas) found.areas.add(codeKey(area.subjectAreaCode))
    // Prior competence in a whole common unit names no areas.
    const whole = found.whole || (prior && unit.subjectAreas.length === 0)
    byCode.set(key, { ...found, prior: found.prior && prior, whole })
  }
  for (const unit of plan.commonUnits ?? []) add(unit, false)
  for (const unit of plan.priorCommonUnits ?? []) add(unit, true)
  return [...byCode].map(([key, { areas, prior, whole }]) => ({
    part: {
      key,
      kind: 'unit',
      unit: key,
      ...(whole ? {} : { subjectAreas: [...areas].sort().map(code => ({ code })) }),
    },
    prior,
  }))
}

/**
 * A plan names subject areas but not which of their goals. What the compulsory goals leave open is taken as covered by
 * optional goals of the chosen areas, as far as these reach.
 */
function assumedGoals(tree: FormationTree, common: readonly Chosen[]): number {
  const place = tree.nodes.find(node => node.accepts === 'optionalGoals')
  if (!place) return 0
  const wanted = place.points.min > 0 ? place.points.min : place.points.max
  let reach = 0
  for (const { part } of common) {
    const unit = part.unit === undefined ? undefined : tree.units.get(part.unit)
    if (unit) reach += optionalReach(unit, part.subjectAreas)
  }
  return Number.isFinite(wanted) ? Math.min(reach, wanted) : reach
}

function optionalReach(unit: Unit, areas: ChosenPart['subjectAreas']): number {
  const chosen = areas && new Set(areas.map(area => codeKey(area.code)))
  const byArea = new Map<string, number>()
  for (const { codeUri, pointsOptional = 0 } of unit.subjectAreas) {
    const key = codeKey(codeUri)
    if (!chosen || chosen.has(key)) byArea.set(key, Math.max(byArea.get(key) ?? 0, pointsOptional))
  }
  return [...byArea.values()].reduce((sum, points) => sum + points, 0)
}
