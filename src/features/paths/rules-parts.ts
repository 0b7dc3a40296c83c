import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { StoredPlan } from '../plans/rules-contacts.ts'
import type { PartState, PathPart } from './contract.ts'
import { acquiredParts, type Item, type Named, shownText } from './rules-items.ts'
import { areaKey, localKeys, partKey, unitKey } from './rules-keys.ts'

export interface Part {
  readonly key: string
  readonly kind: PathPart['kind']
  readonly name: Named
  readonly points?: number | undefined
  readonly state: PartState
}

type PointsOf = (code: string) => number | undefined

/** Each part once: what is acquired here, then what was known before. */
export function partsOf(
  plan: StoredPlan,
  items: readonly Item[],
  today: PlainDate,
  pointsOf: PointsOf,
): Part[] {
  const acquired = acquiredParts(plan).map(({ key, kind, name, points }) => ({
    key,
    kind,
    name,
    points: points ?? (name.code === undefined ? undefined : pointsOf(name.code)),
  }))
  const preparatory = (plan.preparatoryParts ?? []).map(({ partCode }) => ({
    key: partKey(partCode),
    kind: 'preparatory' as const,
    name: { code: partCode },
  }))
  const here = [...acquired, ...preparatory].map(part => ({
    ...part,
    state: stateOf(
      items.filter(item => item.partKey === part.key),
      today,
    ),
  }))
  const once = new Map<string, Part>()
  for (const part of [...here, ...priorParts(plan, pointsOf)])
    if (!once.has(part.key)) once.set(part.key, part)
  return [...once.values()]
}

function stateOf(items: readonly Item[], today: PlainDate): PartState {
  const demonstrations = items.filter(({ kind }) => kind === 'demonstration')
  if (items.length === 0) return 'open'
  const left = items.filter(({ end }) => end >= today)
  if (left.some(({ start }) => start <= today)) return 'running'
  if (left.length === 0) return demonstrations.length > 0 ? 'shown' : 'passed'
  return left.length < items.length ? 'running' : 'coming'
}

function priorParts(plan: StoredPlan, pointsOf: PointsOf): Part[] {
  const state = 'recognised' as const
  const common = plan.priorCommonUnits ?? []
  const locals = localKeys(plan.priorLocalUnits)
  return [
    ...(plan.priorVocationalUnits ?? []).map(({ unitCode }) => ({
      key: unitKey(unitCode),
      kind: 'vocational' as const,
      name: { code: unitCode },
      points: pointsOf(unitCode),
      state,
    })),
    ...(plan.priorLocalUnits ?? []).map((unit, at) => ({
      key: `prior-${locals[at] ?? ''}`,
      kind: 'local' as const,
      name: { text: shownText(unit.name) },
      points: unit.competencePoints,
      state,
    })),
    ...common.flatMap(({ subjectAreas, unitCode }) =>
      subjectAreas.map(({ subjectAreaCode }) => ({
        key: areaKey(unitCode, subjectAreaCode),
        kind: 'area' as const,
        name: { code: subjectAreaCode },
        points: pointsOf(subjectAreaCode),
        state,
      })),
    ),
  ]
}
