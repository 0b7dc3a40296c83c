import { startingPlan } from '../plans/rules-start.ts'
import type { Qualification } from '../qualifications/contract.ts'
import type { TemplateBody, TemplateUnit } from './contract.ts'
import { studyRightOf, type TemplateAbout } from './rules-plan.ts'

export interface StructureReference {
  readonly qualification: (diaryNumber: string) => Qualification | undefined
  readonly versionOf: (code: string) => number | undefined
  readonly pointsOf: (diaryNumber: string, code: string) => number | undefined
}

/** Three years of 38 weeks hold the 180 points of a whole vocational qualification. */
const weeksOfPoint = (3 * 38) / 180
/** A guess where the requirements do not tell the points. */
const pointsElse = 15

/**
 * A template to begin from: what everybody of the qualification and the competence area takes, vocational units one
 * after another by their points, subject areas of common units spread evenly beside them. Optional units are for people
 * to choose; formation tells what they have to make.
 */
export function templateFromStructure(
  about: TemplateAbout,
  reference: StructureReference,
  today: string,
): TemplateBody {
  const { plan } = startingPlan(studyRightOf(about), { studentOid: '' }, reference, today)
  let week = 0
  const vocational = (plan.vocationalUnits ?? []).map(({ unitCode }, at): TemplateUnit => {
    const weeks = weeksFor(reference.pointsOf(about.diaryNumber, unitCode))
    const start = week
    week += weeks
    return {
      kind: 'vocational',
      id: `u${at + 1}`,
      code: unitCode,
      periods: [{ id: `u${at + 1}-p1`, week: start, weeks, method: 'school' }],
      demonstrations: [{ id: `u${at + 1}-d1`, week: start + weeks - 1, weeks: 1, place: 'school' }],
    }
  })
  const total = week === 0 ? 38 : week
  return { units: [...vocational, ...commonOf(plan.commonUnits ?? [], total, vocational.length)], breaks: [] }
}

const weeksFor = (points: number | undefined): number =>
  Math.max(1, Math.round((points ?? pointsElse) * weeksOfPoint))

type CommonUnits = NonNullable<ReturnType<typeof startingPlan>['plan']['commonUnits']>

/** Each subject area has its own stretch of the whole time, in order. */
function commonOf(units: CommonUnits, total: number, before: number): TemplateUnit[] {
  const count = units.reduce((sum, unit) => sum + unit.subjectAreas.length, 0)
  const weeks = Math.max(1, Math.floor(total / Math.max(1, count)))
  let placed = 0
  return units.map(({ subjectAreas, unitCode }, at): TemplateUnit => {
    const id = `u${before + at + 1}`
    return {
      kind: 'common',
      id,
      code: unitCode,
      subjectAreas: subjectAreas.map(({ subjectAreaCode }, area) => {
        const week = Math.floor((placed * total) / count)
        placed += 1
        const period = { id: `${id}-a${area + 1}-p1`, week, weeks, method: 'school' as const }
        return { code: subjectAreaCode, periods: [period], demonstrations: [] }
      }),
    }
  })
}
