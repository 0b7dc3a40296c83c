/**
 * A template names the subject areas of common units, as a plan does, and not which of their goals. The rule of plans takes
 * optional goals as covered; here the check counts what is shown, and what was assumed is said beside it.
 */
import type { PlanFormation } from '../plans/contract-formation.ts'
import { goalsKey } from '../plans/rules-formation.ts'

export interface Assumed {
  readonly points: number
  /** Of the groups that hold them, the outermost and all within. */
  readonly paths: readonly string[]
}

export function assumedIn(judged: PlanFormation['judged']): Assumed | undefined {
  const { assumedOptionalGoals: points = 0, formation } = judged ?? {}
  const held = formation?.groups.find(({ parts }) => parts.includes(goalsKey))?.path
  // What found no place is in no sum either.
  if (points === 0 || formation === undefined || held === undefined) return undefined
  const around = ({ path }: { readonly path: string }) =>
    path === '' || held === path || held.startsWith(`${path}/`)
  return { points, paths: formation.groups.filter(around).map(({ path }) => path) }
}
