/** The parts of a plan of which a provider says who is master. */
export const masterParts = ['basics', 'prior', 'units', 'periods', 'demonstrations', 'support'] as const
export type MasterPart = (typeof masterParts)[number]

/**
 * Which of the parts a value belongs to, by the names on the way to it (`vocationalUnits/learningPeriods/start`).
 * The innermost part counts: a period inside a unit is of the periods.
 */
export function masterPartOf(path: string): MasterPart {
  const names = path.split('/')
  if (names[0]?.startsWith('prior')) return 'prior'
  if (names.includes('learningPeriods')) return 'periods'
  if (names.includes('demonstrations')) return 'demonstrations'
  if (names[0] === 'learningSupport' || names[0] === 'studySkillsStudies') return 'support'
  return names[0]?.endsWith('Units') || names[0] === 'preparatoryParts' ? 'units' : 'basics'
}
