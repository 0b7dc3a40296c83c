import { addDays, type PlainDate } from '../../platform/time/plain-date.ts'
import type { Task, TaskKind, TaskView } from './contract.ts'

export const parts = ['overdue', 'soon', 'waiting', 'later'] as const
/** When something is to be taken care of: late, within a week, at once though nothing is promised, later. */
export type Part = (typeof parts)[number]

type Dated = Pick<Task | TaskView, 'dateIs'> & { readonly date: string }

export function partOf({ date, dateIs }: Dated, today: PlainDate): Part {
  if (dateIs === 'since') return 'waiting'
  if (date < today) return 'overdue'
  return date <= addDays(today, 7) ? 'soon' : 'later'
}

/** The most urgent first: by part, then by date; what has the same date stays as its source had it. */
export function inOrder<T extends Dated>(tasks: readonly T[], today: PlainDate): T[] {
  const keyOf = (task: T) => `${parts.indexOf(partOf(task, today))} ${task.date}`
  const keyed = tasks.map(task => ({ task, key: keyOf(task) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ task }) => task)
}

export interface Found {
  readonly items: readonly Task[]
  readonly total: number
}

/** How many of each kind there are, those that a source left out too: they are of its least urgent kind. */
export function totalsOf(found: readonly Found[]): Map<TaskKind, number> {
  const totals = new Map<TaskKind, number>()
  const count = (kind: TaskKind | undefined, more: number): void => {
    if (kind !== undefined && more > 0) totals.set(kind, (totals.get(kind) ?? 0) + more)
  }
  for (const { items, total } of found) {
    for (const { kind } of items) count(kind, 1)
    count(items.at(-1)?.kind, total - items.length)
  }
  return totals
}
