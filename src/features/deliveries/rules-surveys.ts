import { addDays, type PlainDate } from '../../platform/time/plain-date.ts'

/**
 * What keeps a workplace instructor from getting the national survey. Source: eHOKS (Opetushallitus/ehoks, palaute/
 * tyoelama.clj, read 2026) and its guidance: the period is to be there the day before it ends at the latest.
 */
export interface SurveyGaps {
  /** What the national service has does not hold the period as it is. */
  readonly unsent: boolean
  readonly workplace: boolean
  readonly instructor: boolean
  readonly partTime: boolean
}

/** What is told of the gaps, as the key of its text; undefined where nothing is in the way. */
export function surveyReason({ instructor, partTime, unsent, workplace }: SurveyGaps): string | undefined {
  const missing = [
    ...(workplace ? ['workplace'] : []),
    ...(instructor ? ['instructor'] : []),
    ...(partTime ? ['part-time'] : []),
  ]
  if (missing.length > 1) return 'several'
  return missing[0] ?? (unsent ? 'unsent' : undefined)
}

const lastWindowDays = 59

/**
 * The earliest end of a period whose survey may still be saved: answers are taken until sixty days after the end, and
 * never in another funding year, which begins in July.
 */
export function earliestEnd(today: PlainDate): PlainDate {
  const window = addDays(today, -lastWindowDays)
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '07-01' ? 1 : 0)
  const season = `${year}-07-01` as PlainDate
  return season > window ? season : window
}

/** The day by which the period is to be in order there: the day before its last. */
export const inOrderBy = (endsOn: PlainDate): PlainDate => addDays(endsOn, -1)
