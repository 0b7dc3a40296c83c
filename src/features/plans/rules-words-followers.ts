import { daysBetween, isPlainDate, type PlainDate } from '../../platform/time/plain-date.ts'
import { isTreeObject, sameTree, type TreeObject, valueAt } from './rules-tree.ts'
import type { Statement } from './rules-words.ts'
import { dateChange } from './rules-words-dates.ts'
import type { Subject } from './rules-words-parts.ts'

/** Told apart by their start: one that moved came and went, for those who compare bodies. */
const apartByStart = 'otherEnvironments'

/**
 * What a reader needs of the statements. What stands in a period and moved with it needs no sentence of its own: the
 * period's says it. An environment that moved otherwise has one sentence in place of a removal and an addition.
 */
export function withoutFollowers(statements: readonly Statement[]): Statement[] {
  const told = pairedMoves(statements)
  const moves = new Map<Subject, Statement>()
  for (const one of told) {
    const part = one.subjects.at(-1)
    if (part !== undefined && isMove(one)) moves.set(part, one)
  }
  return told.filter(one => {
    const holder = one.subjects.at(-2)
    const move = holder === undefined ? undefined : moves.get(holder)
    return move === undefined || !isMove(one) || !sameMove(one, move)
  })
}

/** Of a part whose time changed, and nothing else is told by it. */
const isMove = ({ after, before, field, keys }: Statement): boolean =>
  field === undefined && keys.length > 0 && isTreeObject(before) && isTreeObject(after)

function sameMove(one: Statement, other: Statement): boolean {
  return (['start', 'end'] as const).every(key => {
    const days = daysMoved(one, key)
    return days !== undefined && days === daysMoved(other, key)
  })
}

function daysMoved({ after, before }: Statement, key: 'start' | 'end'): number | undefined {
  const [was, is] = [before, after].map(side => (isTreeObject(side) ? valueAt(side, key) : undefined))
  const known = (date: unknown): date is PlainDate => typeof date === 'string' && isPlainDate(date)
  return known(was) && known(is) ? daysBetween(was, is) : undefined
}

/** Removals and additions of one environment of one period as the moves that they are. */
function pairedMoves(statements: readonly Statement[]): Statement[] {
  const removed = statements.filter(one => one.code === 'removed' && listOf(one) === apartByStart)
  const paired = new Set<Statement>()
  const told = statements.map(one => {
    if (one.code !== 'added' || listOf(one) !== apartByStart) return one
    const gone = removed.find(other => !paired.has(other) && isSameElsewhere(other, one))
    const move = gone === undefined ? undefined : moveOf(gone, one)
    if (gone === undefined || move === undefined) return one
    paired.add(gone)
    return move
  })
  return told.filter(one => !paired.has(one))
}

const listOf = ({ subjects }: Statement): string | undefined => subjects.at(-1)?.list

function isSameElsewhere(gone: Statement, come: Statement): boolean {
  if (gone.subjects.at(-2) !== come.subjects.at(-2)) return false
  return sameTree(timeless(gone.before), timeless(come.after))
}

function timeless(part: Statement['before']): TreeObject {
  const entries = isTreeObject(part) ? Object.entries(part) : []
  return Object.fromEntries(entries.filter(([key]) => key !== 'start' && key !== 'end')) as TreeObject
}

function moveOf(gone: Statement, come: Statement): Statement | undefined {
  if (!isTreeObject(gone.before) || !isTreeObject(come.after)) return undefined
  const change = dateChange(gone.before, come.after)
  if (change === undefined) return undefined
  const { after, before, by, code, keys } = change
  const { pointer, subjects } = come
  const spans = { before: { ...before }, after: { ...after } }
  return { code, pointer, keys, subjects, ...spans, ...(by === undefined ? {} : { by }) }
}
