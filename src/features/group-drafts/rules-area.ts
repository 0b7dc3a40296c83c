import type { StudyRight } from '../study-rights/contract.ts'

/** The student's own competence area where the template is for another one; undefined where either has none. */
export function otherArea(
  right: StudyRight | null,
  { competenceArea, diaryNumber }: { readonly competenceArea: string | null; readonly diaryNumber: string },
): string | undefined {
  if (competenceArea === null) return undefined
  const own = (right?.attainments ?? [])
    .filter(one => one.diaryNumber === diaryNumber)
    .flatMap(one => (one.competenceAreas ?? []).map(({ code }) => inSet(code)))
  return own.includes(competenceArea) ? undefined : own[0]
}

/** The study register tells the code alone; templates name it with its set. */
const inSet = (code: string): string => (code.includes('_') ? code : `osaamisala_${code}`)
