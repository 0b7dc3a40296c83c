import { addDays, isPlainDate, type PlainDate } from '../../platform/time/plain-date.ts'
import type { Plan } from '../plans/contract.ts'
import type { BulkOperation } from './contract.ts'
import type { Changed } from './rules-changed.ts'

interface Dated {
  readonly start: string
  readonly end: string
}

/** Lists of what is learned and shown, by dates; prior competence and support keep theirs. */
const lists = ['learningPeriods', 'demonstrations'] as const

/**
 * The plan with its dates so many weeks later: of periods with what stands in them, of demonstrations, of studies that
 * support studying and of parts of preparatory education. Without another wish only what begins today or later: what has
 * ended stays when it was held.
 */
export function movedBy(
  plan: Plan,
  { ended = false, from, weeks }: Omit<Extract<BulkOperation, { kind: 'move-dates' }>, 'kind'>,
  today: string,
): Changed {
  const first = from ?? (ended ? undefined : today)
  let moved = 0
  const move = <Part extends Dated>(part: Part): Part => {
    if (first !== undefined && part.start < first) return part
    if (!ended && part.end < today) return part
    moved += 1
    return shifted(part, weeks * 7) as Part
  }
  const inside = <Part extends { learningPeriods?: Dated[]; demonstrations?: Dated[] }>(
    part: Part,
  ): Part => ({
    ...part,
    ...Object.fromEntries(
      lists.flatMap(list => (part[list] === undefined ? [] : [[list, part[list].map(move)]])),
    ),
  })
  const next: Plan = {
    ...plan,
    ...(plan.vocationalUnits && { vocationalUnits: plan.vocationalUnits.map(inside) }),
    ...(plan.localUnits && { localUnits: plan.localUnits.map(inside) }),
    ...(plan.commonUnits && {
      commonUnits: plan.commonUnits.map(unit => ({ ...unit, subjectAreas: unit.subjectAreas.map(inside) })),
    }),
    ...(plan.preparatoryParts && { preparatoryParts: plan.preparatoryParts.map(move) }),
    ...(plan.studySkillsStudies && { studySkillsStudies: plan.studySkillsStudies.map(move) }),
  }
  return moved === 0 ? { refused: 'nothing-to-move' } : { plan: next }
}

/** Every date in a part, as a period's interruptions and other environments. */
function shifted(part: unknown, days: number): unknown {
  if (Array.isArray(part)) return part.map(one => shifted(one, days))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => {
      if (key !== 'start' && key !== 'end') return [key, shifted(value, days)]
      return [
        key,
        typeof value === 'string' && isPlainDate(value) ? addDays(value as PlainDate, days) : value,
      ]
    }),
  )
}
