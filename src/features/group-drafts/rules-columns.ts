/** The table of questions: which columns there are, and which of them are worth showing. */
import type { TemplateBody, TemplatePeriod } from '../templates/contract.ts'
import { type Course, coursesOf } from '../templates/rules-courses.ts'
import type { Cells, Column, ColumnKind } from './contract.ts'

const ofWork = ['workplace', 'instructor', 'tasks', 'share'] as const satisfies readonly ColumnKind[]

const isWork = ({ method }: TemplatePeriod): boolean =>
  method === 'training-agreement' || method === 'apprenticeship'

/** Every column that the template may ask, workplace periods in the order of time; that of support where it may be seen. */
export function columnsOf(body: TemplateBody, { support = false } = {}): Column[] {
  const periods = coursesOf(body).flatMap(course => course.periods.map(period => ({ course, period })))
  const inTime = periods.toSorted((a, b) => a.period.week - b.period.week)
  const column = (kind: ColumnKind, { course, period }: (typeof periods)[number]): Column => ({
    key: `${kind}:${period.id}`,
    kind,
    ...aboutOf(course),
  })
  const days = (one: (typeof periods)[number]): Column => ({
    ...column('dates', one),
    place: isWork(one.period) ? 'workplace' : 'school',
  })
  return [
    { key: 'returns', kind: 'returns' },
    ...numbered([
      ...inTime.filter(({ period }) => isWork(period)).flatMap(one => ofWork.map(kind => column(kind, one))),
      ...inTime.map(days),
    ]),
    { key: 'email', kind: 'email' },
    ...(support ? [{ key: 'support', kind: 'support' } as const] : []),
  ]
}

/** A unit may have several periods of the same kind: from the second on they tell which. */
function numbered(columns: readonly Column[]): Column[] {
  const met = new Map<string, number>()
  return columns.map(one => {
    const called = [one.kind, one.place, one.code, one.name].join(' ')
    const nth = (met.get(called) ?? 0) + 1
    met.set(called, nth)
    return nth === 1 ? one : { ...one, nth }
  })
}

const aboutOf = ({ area, unit }: Course) =>
  unit.kind === 'local' ? { name: unit.name } : { code: area ?? unit.code }

/** Only columns in which something lacks, is wrong, was answered, or differs from student to student. */
export function shownColumns(
  columns: readonly Column[],
  rows: readonly { readonly cells: Cells }[],
  all = false,
): Column[] {
  return columns.filter(({ key }) => {
    const cells = rows.flatMap(row => row.cells[key] ?? [])
    if (all) return cells.length > 0
    if (cells.some(cell => cell.state !== 'known' || cell.answered)) return true
    return new Set(cells.map(cell => cell.text)).size > 1
  })
}

/** `17 of 25 ready`: those that are saved already count as ready, those left out do not count. */
export function progressOf(
  rows: readonly {
    readonly ready: boolean
    readonly problem?: string | undefined
    readonly outcome?: unknown
  }[],
) {
  const saved = rows.filter(row => row.outcome !== undefined).length
  const ready = rows.filter(row => row.ready && row.outcome === undefined).length
  const all = rows.filter(row => row.problem === undefined || row.outcome !== undefined).length
  return { all, ready, saved }
}

export interface Place {
  readonly row: string
  readonly column: string
}

/** Where the table is entered: the place asked, and where no cell stands there (any more) the first cell that there is. */
export function placeAt(
  rows: readonly { readonly key: string; readonly cells: Cells }[],
  columns: readonly Pick<Column, 'key'>[],
  asked?: Place,
): Place {
  const places = rows.flatMap(row =>
    columns.flatMap(({ key }) => (row.cells[key] === undefined ? [] : [{ row: row.key, column: key }])),
  )
  const same = ({ column, row }: Place) => row === asked?.row && column === asked.column
  return places.find(same) ?? places[0] ?? { row: '', column: '' }
}
