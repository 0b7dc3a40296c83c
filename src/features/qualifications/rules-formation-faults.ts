import { codeKey } from '../codes/rules.ts'
import type { Unit } from './contract.ts'
import type { ChosenPart, Fault } from './contract-formation.ts'
import type { FormationTree } from './rules-formation-tree.ts'

/**
 * Of the parts that count, units that are smaller or larger than the requirements ask, and common units without a compulsory subject area or with
 * other points for it. Of a subject area that stands once for each language of study any of its points will do.
 */
export function faultsOf(tree: FormationTree, counted: readonly ChosenPart[]): Fault[] {
  return counted
    .flatMap(part => {
      const unit = part.unit === undefined ? undefined : tree.units.get(codeKey(part.unit))
      return unit ? [...sizeFaults(tree, part, unit), ...areaFaults(part, unit)] : []
    })
    .sort((a, b) => (`${a.key} ${a.area ?? ''}` < `${b.key} ${b.area ?? ''}` ? -1 : 1))
}

function sizeFaults(tree: FormationTree, { key, points }: ChosenPart, unit: Unit): Fault[] {
  const { max, min } = tree.pointsOf(unit.codeUri) ?? {}
  if (points === undefined) return []
  if (min !== undefined && points < min) return [{ key, code: 'too-small', points, needed: min }]
  if (max !== undefined && points > max) return [{ key, code: 'too-large', points, needed: max }]
  return []
}

function areaFaults({ key, subjectAreas }: ChosenPart, unit: Unit): Fault[] {
  if (subjectAreas === undefined) return []
  const given = new Map(subjectAreas.map(area => [codeKey(area.code), area.points]))
  return [...compulsoryAreas(unit)].flatMap(([code, allowed]): Fault[] => {
    const [needed] = [...allowed].sort((a, b) => a - b)
    if (!given.has(code)) return [{ key, code: 'area-missing', area: code, ...(needed ? { needed } : {}) }]
    const points = given.get(code)
    if (points === undefined || needed === undefined || allowed.has(points)) return []
    return [{ key, code: 'area-points', area: code, points, needed }]
  })
}

/** The subject areas that everyone takes, with the points that their variants allow. */
function compulsoryAreas(unit: Unit): ReadonlyMap<string, ReadonlySet<number>> {
  const areas = new Map<string, Set<number>>()
  for (const { codeUri, pointsCompulsory = 0 } of unit.subjectAreas) {
    if (pointsCompulsory === 0) continue
    const key = codeKey(codeUri)
    areas.set(key, (areas.get(key) ?? new Set()).add(pointsCompulsory))
  }
  return areas
}
