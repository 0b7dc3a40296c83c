/** Which workplaces are to be looked up before a template is applied: answered, told by the register, or in the plan. */
import type { Plan } from '../plans/contract.ts'
import type { StudyRightDetails } from '../study-rights/contract-details.ts'
import type { Answers } from './contract.ts'
import { placeOf } from './rules-text.ts'

interface Asking {
  readonly answers: Answers
  readonly details?: Partial<StudyRightDetails> | undefined
  readonly plan?: Plan | undefined
}

export function placesAsked(rows: readonly Asking[]): string[] {
  // By small letters: one that is asked for twice would be found twice.
  const names = new Map<string, string>()
  const add = (name: string | undefined) => {
    if (name !== undefined && name.trim() !== '') names.set(name.trim().toLocaleLowerCase('fi'), name.trim())
  }
  for (const { answers, details, plan } of rows) {
    for (const [key, text] of Object.entries(answers))
      if (key.startsWith('workplace:')) add(placeOf(text).name)
    for (const { acquiring = [], agreements = [] } of details?.attainments ?? []) {
      for (const { apprenticeship } of acquiring) Object.values(apprenticeship?.employer ?? {}).forEach(add)
      for (const { workplace } of agreements) Object.values(workplace ?? {}).forEach(add)
    }
    for (const unit of plan?.vocationalUnits ?? [])
      for (const period of unit.learningPeriods ?? []) add(period.workplace?.name)
  }
  return [...names.values()]
}

/** Letters by which something like an unknown name is looked for. */
export function beginningOf(name: string): string | undefined {
  const [word = ''] = name.trim().split(/\s+/)
  return word.length < 2 ? undefined : word.slice(0, 5)
}
