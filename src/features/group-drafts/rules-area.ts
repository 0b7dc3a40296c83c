import type { StudyRight } from '../study-rights/contract.ts'

/** The student's own competence area where the template is for another one; undefined where either has none. */
export function otherArea(
  right: StudyRight | null,
  { competenceArea, diaryNumber }: { readonly competenceArea: string | null; readonly diaryNumber: string },
): string | undefined {
  if (competenceArea === null) return undefined
  const own = (right?.attainments ?? [])
    .filter(one => one.diaryNumber === diaryNumber)
    .flatMap(one => (one.competenceAreas ?? []).map(({ code }) => code))
  return own.includes(competenceArea) ? undefined : own[0]
}
