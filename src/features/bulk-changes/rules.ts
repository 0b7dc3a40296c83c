import { codeKey } from '../codes/rules.ts'
import type { Plan } from '../plans/contract.ts'
import { atSchool } from '../plans/rules-defaults.ts'
import type { BulkOperation, BulkPart, WhichPeriod } from './contract.ts'
import type { Changed, Refusal } from './rules-changed.ts'
import { movedBy } from './rules-moving.ts'

type Unit = NonNullable<Plan['vocationalUnits']>[number]
type Acquired = Pick<Unit, 'learningPeriods' | 'demonstrations' | 'teachingHours'>
type Period = NonNullable<Unit['learningPeriods']>[number]

export interface BulkReference {
  /** The newest version of a code. */
  readonly versionOf: (code: string) => number
  /** The diary number of the plan's study right. */
  readonly diaryNumber: string | undefined
  readonly today: string
}

const noteLimit = 2_000

/** The plan with the change made to it, or why it cannot be. */
export function changedBy(operation: BulkOperation, plan: Plan, reference: BulkReference): Changed {
  switch (operation.kind) {
    case 'move-dates':
      return movedBy(plan, operation, reference.today)
    case 'place-period': {
      const { end, part, start, which } = operation
      if (end < start) return { refused: 'dates-turned' }
      return inPeriods(plan, part, which, period => ({ ...period, start, end }))
    }
    case 'set-workplace':
      return withWorkplace(plan, operation)
    case 'add-unit':
      return withUnit(plan, operation, reference)
    case 'set-hours':
      return inPart(plan, operation.part, part => ({ ...part, teachingHours: operation.hours }))
    case 'add-note':
      return inPeriods(plan, operation.part, operation.which, period => noted(period, operation.note.trim()))
  }
}

/** Said after what is there; said already, it is not said twice. */
function noted(period: Period, note: string): Period | Refusal {
  const before = period.periodNote?.trim() ?? ''
  if (before.split('\n').includes(note)) return period
  const periodNote = before === '' ? note : `${before}\n${note}`
  return periodNote.length > noteLimit ? 'note-too-long' : { ...period, periodNote }
}

function withWorkplace(
  plan: Plan,
  { instructor, part, which, workplace }: Extract<BulkOperation, { kind: 'set-workplace' }>,
): Changed {
  let met = false
  const changed = inPeriods(plan, part, which, period => {
    if (period.workplace === undefined) return period
    met = true
    // The same people at another workplace would be somebody else's contact: only the duties stay.
    return { ...period, workplace: { ...workplace, tasks: period.workplace.tasks, instructor } }
  })
  return 'plan' in changed && !met ? { refused: 'no-workplace-period' } : changed
}

/** The periods of a part that are meant, in the order of time. */
function inPeriods(
  plan: Plan,
  part: BulkPart,
  which: WhichPeriod,
  change: (period: Period) => Period | Refusal,
): Changed {
  return inPart(plan, part, acquired => {
    const periods = acquired.learningPeriods ?? []
    if (periods.length === 0) return 'period-missing'
    const inTime = periods.toSorted((a, b) => (a.start < b.start ? -1 : 1))
    const meant = which === 'all' ? periods : [which === 'first' ? inTime.at(0) : inTime.at(-1)]
    const next: Period[] = []
    for (const period of periods) {
      const one = meant.includes(period) ? change(period) : period
      if (typeof one === 'string') return one
      next.push(one)
    }
    return { ...acquired, learningPeriods: next }
  })
}

/** Every unit (or subject area) of the code: a plan may have the same one twice. */
function inPart(
  plan: Plan,
  { subjectArea, unit }: BulkPart,
  change: <Part extends Acquired>(part: Part) => Part | Refusal,
): Changed {
  const found: { refused?: Refusal; met: boolean } = { met: false }
  const changed = <Part extends Acquired>(part: Part): Part => {
    found.met = true
    const next = change(part)
    if (typeof next !== 'string') return next
    found.refused = next
    return part
  }
  const isUnit = (code: string) => codeKey(code) === codeKey(unit)
  const vocationalUnits = plan.vocationalUnits?.map(one =>
    subjectArea === undefined && isUnit(one.unitCode) ? changed(one) : one,
  )
  const commonUnits = plan.commonUnits?.map(one => ({
    ...one,
    subjectAreas: one.subjectAreas.map(area =>
      isUnit(one.unitCode) &&
      subjectArea !== undefined &&
      codeKey(area.subjectAreaCode) === codeKey(subjectArea)
        ? changed(area)
        : area,
    ),
  }))
  if (!found.met) return { refused: 'part-missing' }
  if (found.refused !== undefined) return { refused: found.refused }
  return {
    plan: {
      ...plan,
      ...(vocationalUnits === undefined ? {} : { vocationalUnits }),
      ...(commonUnits === undefined ? {} : { commonUnits }),
    },
  }
}

function withUnit(
  plan: Plan,
  { diaryNumber, end, part: { subjectArea, unit }, start }: Extract<BulkOperation, { kind: 'add-unit' }>,
  reference: BulkReference,
): Changed {
  if (end < start) return { refused: 'dates-turned' }
  if (reference.diaryNumber !== diaryNumber) return { refused: 'not-this-qualification' }
  const learningPeriods = [{ start, end, methodCode: atSchool, methodCodeVersion: 1 }]
  const unitCodeVersion = reference.versionOf(unit)
  if (subjectArea === undefined) {
    const has = [...(plan.vocationalUnits ?? []), ...(plan.priorVocationalUnits ?? [])]
    if (has.some(one => codeKey(one.unitCode) === codeKey(unit))) return { refused: 'already' }
    const added = {
      unitCode: unit,
      unitCodeVersion,
      requirementsDiaryNumber: diaryNumber,
      learningPeriods,
    }
    return { plan: { ...plan, vocationalUnits: [...(plan.vocationalUnits ?? []), added] } }
  }
  return withArea(plan, unit, unitCodeVersion, {
    subjectAreaCode: subjectArea,
    subjectAreaCodeVersion: reference.versionOf(subjectArea),
    learningPeriods,
  })
}

type Area = NonNullable<Plan['commonUnits']>[number]['subjectAreas'][number]

function withArea(plan: Plan, unit: string, unitCodeVersion: number, area: Area): Changed {
  const units = plan.commonUnits ?? []
  const isUnit = (code: string) => codeKey(code) === codeKey(unit)
  const has = [...units, ...(plan.priorCommonUnits ?? [])]
    .filter(one => isUnit(one.unitCode))
    .flatMap(one => one.subjectAreas.map(each => codeKey(each.subjectAreaCode)))
  if (has.includes(codeKey(area.subjectAreaCode))) return { refused: 'already' }
  const known = units.some(one => isUnit(one.unitCode))
  const next = known
    ? units.map(one => (isUnit(one.unitCode) ? { ...one, subjectAreas: [...one.subjectAreas, area] } : one))
    : [...units, { unitCode: unit, unitCodeVersion, subjectAreas: [area] }]
  return { plan: { ...plan, commonUnits: next } }
}
