import { codeKey } from '../codes/rules.ts'
import type { Finding } from '../plans/contract.ts'
import type { Qualification } from '../qualifications/contract.ts'
import type { Formation } from '../qualifications/contract-formation.ts'
import { unitOf, validityOn } from '../qualifications/rules.ts'
import type { TemplateBody, TemplateUnit } from './contract.ts'
import { checkCourse } from './rules-check-course.ts'
import { coursesOf } from './rules-courses.ts'
import { finding } from './rules-finding.ts'
import type { TemplateAbout } from './rules-plan.ts'

export interface CheckReference {
  readonly qualification: (diaryNumber: string) => Qualification | undefined
}

interface Checked extends TemplateAbout {
  readonly body: TemplateBody
  readonly today: string
  /** How the units form the qualification, where that can be judged. */
  readonly formation?: Formation | undefined
  /** Points in it that no part of the template shows. */
  readonly assumed?: number | undefined
}

/**
 * What is wrong with a template. Errors keep it from being applied, never from being saved: mending may take more than
 * one sitting. The order is that of the template.
 */
export function checkTemplate(checked: Checked, reference: CheckReference): Finding[] {
  const { body, diaryNumber, today } = checked
  const qualification = reference.qualification(diaryNumber)
  return [
    ...checkQualification(qualification, today),
    ...(body.units.length === 0 ? [finding('info', 'empty', '')] : []),
    ...checkFormation(body, checked.formation, checked.assumed ?? 0),
    ...body.units.flatMap((unit, at) => {
      const pointer = `/units/${at}`
      const twice = body.units.slice(0, at).some(before => isSame(before, unit))
      const remove = { fix: { op: 'remove' as const, pointer, textKey: 'remove-unit' } }
      return [
        ...(twice ? [finding('error', 'unit-twice', pointer, remove)] : []),
        ...checkUnit(unit, pointer, { qualification, reference, today }),
        ...coursesOf({ units: [unit], breaks: [] }).flatMap(course =>
          checkCourse({ ...course, pointer: `${pointer}${course.pointer.slice('/units/0'.length)}` }),
        ),
      ]
    }),
    ...checkBreaks(body),
  ]
}

export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'error')

function checkQualification(qualification: Qualification | undefined, today: string): Finding[] {
  if (qualification === undefined) return [finding('warning', 'qualification-unknown', '')]
  const validity = validityOn(qualification, today)
  if (validity === 'ended') {
    const date = qualification.transitionUntil ?? qualification.validUntil ?? ''
    return [finding('error', 'qualification-ended', '', { params: { date } })]
  }
  if (validity !== 'transition') return []
  const date = qualification.validUntil ?? ''
  return [finding('warning', 'qualification-transition', '', { params: { date } })]
}

/** Short and over are told by points, as many as are shown; the rest by the list beside the template. */
function checkFormation(
  { units }: TemplateBody,
  formation: Formation | undefined,
  assumed: number,
): Finding[] {
  if (formation === undefined || formation.complete || units.length === 0) return []
  const { planned, total } = formation
  const most = total?.max ?? total?.min
  const params = { planned: planned - assumed, ...(assumed > 0 ? { assumed } : {}) }
  const besides = assumed > 0 ? ('-assumed' as const) : ''
  if (total?.min !== undefined && planned < total.min)
    return [finding('warning', `points-short${besides}`, '', { params: { ...params, needed: total.min } })]
  if (most !== undefined && planned > most)
    return [finding('warning', `points-over${besides}`, '', { params: { ...params, most } })]
  return [finding('warning', 'not-formed', '')]
}

const isSame = (a: TemplateUnit, b: TemplateUnit): boolean =>
  a.kind !== 'local' && b.kind !== 'local' && codeKey(a.code) === codeKey(b.code)

interface Around {
  readonly qualification: Qualification | undefined
  readonly reference: CheckReference
  readonly today: string
}

function checkUnit(unit: TemplateUnit, pointer: string, around: Around): Finding[] {
  if (unit.kind === 'local') return unit.points > 0 ? [] : [finding('warning', 'no-points', pointer)]
  const elsewhere = unit.kind === 'vocational' ? unit.diaryNumber : undefined
  const home = elsewhere === undefined ? around.qualification : around.reference.qualification(elsewhere)
  if (home === undefined) {
    // Nothing can be said of a unit of requirements that have not been loaded.
    if (elsewhere === undefined) return []
    return [finding('warning', 'elsewhere-unknown', pointer, { params: { diaryNumber: elsewhere } })]
  }
  const remove = { fix: { op: 'remove' as const, pointer, textKey: 'remove-unit' } }
  const found = unitOf(home, unit.code)
  if (found === undefined) return [finding('error', 'unit-gone', pointer, remove)]
  const ended = elsewhere !== undefined && validityOn(home, around.today) === 'ended'
  if (ended) return [finding('error', 'unit-ended', pointer, remove)]
  return unit.kind === 'common' ? checkAreas(unit, found.subjectAreas, pointer) : []
}

function checkAreas(
  { subjectAreas }: Extract<TemplateUnit, { kind: 'common' }>,
  known: readonly { readonly codeUri: string }[],
  pointer: string,
): Finding[] {
  if (subjectAreas.length === 0) return [finding('warning', 'no-areas', pointer)]
  const keys = new Set(known.map(area => codeKey(area.codeUri)))
  return subjectAreas.flatMap(({ code }, at) => {
    const place = `${pointer}/subjectAreas/${at}`
    const remove = { fix: { op: 'remove' as const, pointer: place, textKey: 'remove-area' } }
    if (!keys.has(codeKey(code))) return [finding('error', 'area-unknown', place, remove)]
    const twice = subjectAreas.slice(0, at).some(area => codeKey(area.code) === codeKey(code))
    return twice ? [finding('error', 'area-twice', place, remove)] : []
  })
}

function checkBreaks({ breaks }: TemplateBody): Finding[] {
  return breaks.flatMap(({ week, weeks }, at) => {
    const meets = breaks.slice(0, at).some(one => one.week < week + weeks && week < one.week + one.weeks)
    const pointer = `/breaks/${at}`
    const fix = { op: 'remove' as const, pointer, textKey: 'remove-break' }
    return meets ? [finding('warning', 'breaks-overlap', pointer, { fix })] : []
  })
}
