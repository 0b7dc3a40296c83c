/**
 * Validity of what the rules demand: from which day (and until which, both included) and on whose word.
 * A date of the plan decides which demand applies, never a release of this program.
 */
export interface Validity {
  readonly from: string
  readonly until?: string
  readonly source: string
}

const register = 'eHOKS schema, July 2026'

export const validity = {
  /** The apprenticeship's basis is told for apprenticeships that end on this day or later. */
  apprenticeshipBasis: { from: '2021-07-01', source: register },
  /** The workplace's business id is told for workplace periods that end on this day or later. */
  workplaceBusinessId: { from: '2021-08-26', source: register },
  /** The part-time share is told for workplace periods that end on this day or later. */
  partTimeShare: { from: '2023-07-01', source: register },
  /** First day on which competence can have been achieved under a plan. */
  competenceAchieved: { from: '2018-01-02', source: register },
  /** Learning support became part of the plan. */
  learningSupport: {
    from: '2026-08-01',
    source: 'Vocational education act 531/2017 as amended, eHOKS EH-2051',
  },
  /** From this day learning support takes the place of the studies supporting study skills. */
  studySkillsReplaced: { from: '2026-08-01', source: 'Description of the field in the eHOKS schema' },
  /** Weeks of each part of preparatory education. */
  preparatoryWeeks: { from: '2022-08-01', source: 'OPH-1488-2021' },
} as const satisfies Record<string, Validity>

export function isInForce(rule: Validity, day: string): boolean {
  return day >= rule.from && (rule.until === undefined || day <= rule.until)
}

/** Longest learning period in years. */
export const longestPeriodYears = 5
/** How many days ahead competence may be marked as achieved. */
export const achievementDaysAhead = 14

const method = 'osaamisenhankkimistapa_'
export const trainingAgreement = `${method}koulutussopimus`
export const apprenticeship = `${method}oppisopimus`

const support = 'ammatillinenkoulutusoppimisentuentyyppi_'
export const remedialTeaching = `${support}01`
export const otherSupport: readonly string[] = [`${support}02`, `${support}03`]

const verification = 'osaamisentodentamisenprosessi_'
export const verifiedByAssessors = `${verification}0002`
export const verifiedByDemonstration = `${verification}0003`

/** Fewest and most weeks of a part of preparatory education. */
export const preparatoryWeeks: Readonly<Record<string, readonly [number, number]>> = {
  koulutuksenosattuva_101: [2, 10],
  koulutuksenosattuva_102: [1, 20],
  koulutuksenosattuva_103: [1, 20],
  koulutuksenosattuva_104: [1, 10],
  koulutuksenosattuva_105: [1, 30],
  koulutuksenosattuva_106: [1, 30],
  koulutuksenosattuva_107: [1, 30],
}
