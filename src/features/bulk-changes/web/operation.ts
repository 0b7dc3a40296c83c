/** The change as it is being written, and as it is sent once it is whole. */
import type { BulkKind, BulkOperation, BulkPart, WhichPeriod } from '../contract.ts'

export interface TypedOperation {
  readonly kind: BulkKind
  readonly weeks: string
  readonly from: string
  /** Also what has ended: all dates. */
  readonly ended: boolean
  /** A part by its key. */
  readonly part: string
  readonly which: WhichPeriod
  readonly start: string
  readonly end: string
  readonly workplace: string
  readonly businessId: string
  readonly instructor: string
  readonly email: string
  readonly phone: string
  readonly diaryNumber: string
  readonly hours: string
  readonly note: string
}

const noOperation: TypedOperation = {
  kind: 'move-dates',
  weeks: '1',
  from: '',
  ended: false,
  part: '',
  which: 'last',
  start: '',
  end: '',
  workplace: '',
  businessId: '',
  instructor: '',
  email: '',
  phone: '',
  diaryNumber: '',
  hours: '',
  note: '',
}

/** Dates are moved from today on, until somebody asks for more. */
export const noOperationOn = (today: string): TypedOperation => ({ ...noOperation, from: today })

export const keyOf = ({ subjectArea, unit }: BulkPart): string =>
  subjectArea === undefined ? unit : `${unit} ${subjectArea}`

export function partOf(key: string): BulkPart | undefined {
  const [unit = '', subjectArea] = key.split(' ')
  if (unit === '') return undefined
  return subjectArea === undefined ? { unit } : { unit, subjectArea }
}

export function wholeWeeks(text: string): number | undefined {
  const trimmed = text.trim().replace('−', '-').replace('–', '-')
  if (!/^-?\d{1,3}$/.test(trimmed)) return undefined
  const weeks = Number(trimmed)
  return weeks === 0 || Math.abs(weeks) > 104 ? undefined : weeks
}

export function hoursOf(text: string): number | undefined {
  const trimmed = text.trim().replace(',', '.')
  if (!/^\d{1,5}(\.\d{1,2})?$/.test(trimmed)) return undefined
  return Number(trimmed) > 10_000 ? undefined : Number(trimmed)
}

/** Undefined while something is missing. */
export function operationOf(typed: TypedOperation): BulkOperation | undefined {
  const { end, from, start, which } = typed
  if (typed.kind === 'move-dates') {
    const weeks = wholeWeeks(typed.weeks)
    if (weeks === undefined) return undefined
    if (typed.ended) return { kind: typed.kind, weeks, ended: true }
    return from === '' ? undefined : { kind: typed.kind, weeks, from }
  }
  const part = partOf(typed.part)
  if (part === undefined) return undefined
  switch (typed.kind) {
    case 'place-period':
      if (start === '' || end === '') return undefined
      return { kind: typed.kind, part, which: which === 'first' ? 'first' : 'last', start, end }
    case 'set-workplace':
      return workplaceOf(typed, part)
    case 'add-unit': {
      if (start === '' || end === '' || typed.diaryNumber === '') return undefined
      return { kind: typed.kind, part, diaryNumber: typed.diaryNumber, start, end }
    }
    case 'set-hours': {
      const hours = hoursOf(typed.hours)
      return hours === undefined ? undefined : { kind: typed.kind, part, hours }
    }
    case 'add-note': {
      const note = typed.note.trim()
      return note === '' || note.length > 500 ? undefined : { kind: typed.kind, part, which, note }
    }
  }
}

function workplaceOf(typed: TypedOperation, part: BulkPart): BulkOperation | undefined {
  const [name, instructor] = [typed.workplace.trim(), typed.instructor.trim()]
  if (name === '' || instructor === '') return undefined
  const said = (key: 'businessId' | 'email' | 'phone') => {
    const value = typed[key].trim()
    return value === '' ? {} : { [key]: value }
  }
  return {
    kind: 'set-workplace',
    part,
    which: typed.which,
    workplace: { name, ...said('businessId') },
    instructor: { name: instructor, ...said('email'), ...said('phone') },
  }
}
