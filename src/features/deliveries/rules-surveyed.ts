import type { PlainDate } from '../../platform/time/plain-date.ts'
import { addDays } from '../../platform/time/plain-date.ts'
import type { Attainment, StudyRight } from '../study-rights/contract.ts'
import { presentState } from '../study-rights/rules-states.ts'

/**
 * Whose period gets no survey for its instructor, whatever is written of it. Source: eHOKS (Opetushallitus/ehoks,
 * palaute.clj and palaute/tyoelama.clj, read 2026), in the order in which it decides. It tells no day from which a code
 * has counted, so a table bounds none; one that is taken out of use gets its last day here.
 */
export type NotSurveyed = 'preparatory' | 'not-vocational' | 'ended' | 'funded-elsewhere' | 'included'

interface Code {
  readonly code: string
  /** The last day on which it counts; none: no bound is known. */
  readonly validUntil?: string
}

/** Codes of `opintojenrahoitus`: paid by others than the ministry's funding of vocational education. */
const fundedElsewhere: readonly Code[] = [{ code: '6' }, { code: '14' }, { code: '15' }]

/** Codes of `koskiopiskeluoikeudentila`. Whoever has completed the studies (`valmistunut`) is not among them. */
const awayOrEnded: readonly Code[] = [
  { code: 'eronnut' },
  { code: 'katsotaaneronneeksi' },
  { code: 'mitatoity' },
  { code: 'peruutettu' },
  { code: 'valiaikaisestikeskeytynyt' },
]

const vocational = new Set([
  'ammatillinentutkinto',
  'ammatillinentutkintoosittainen',
  'ammatillinentutkintoosittainenuseastatutkinnosta',
])

/** What is read of a study right. */
export type SurveyedRight = Pick<StudyRight, 'type' | 'includedIn' | 'states'> & {
  readonly attainments: readonly Pick<Attainment, 'type'>[]
}

export interface Surveyed {
  /** The plan has parts of TUVA, or tells a study right of TUVA that runs beside. */
  readonly preparatory: boolean
  /** One that is not known keeps nobody from the survey. */
  readonly right?: SurveyedRight | undefined
}

/** Why the instructor of a period that ends on the day gets no survey; undefined where one is to come. */
export function notSurveyed(
  { preparatory, right }: Surveyed,
  endsOn: PlainDate,
  codes = { fundedElsewhere, awayOrEnded },
): NotSurveyed | undefined {
  if (preparatory) return 'preparatory'
  if (right === undefined) return undefined
  const types = right.attainments.map(({ type }) => type)
  if (!types.some(type => vocational.has(type)) || types.includes('telma')) return 'not-vocational'
  // Somebody who left on the very last day was there until then.
  const away = [endsOn, addDays(endsOn, -1)].every(day => holds(codes.awayOrEnded, stateOn(right, day), day))
  if (away) return 'ended'
  const funding = presentState(right.states, endsOn).present?.funding
  if (holds(codes.fundedElsewhere, funding, endsOn)) return 'funded-elsewhere'
  if (right.type === 'tuva') return 'preparatory'
  return right.includedIn === undefined ? undefined : 'included'
}

const stateOn = ({ states }: Pick<StudyRight, 'states'>, day: PlainDate): string | undefined =>
  presentState(states, day).present?.state

const holds = (codes: readonly Code[], asked: string | undefined, day: PlainDate): boolean =>
  codes.some(({ code, validUntil }) => code === asked && (validUntil === undefined || day <= validUntil))
