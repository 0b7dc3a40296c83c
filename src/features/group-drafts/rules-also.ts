import type { Column, DraftRow } from './contract.ts'

/** What one answer may answer of the next workplace period too. */
const following = ['workplace', 'instructor'] as const
export type FollowingKind = (typeof following)[number]

export const followingKind = ({ kind }: Pick<Column, 'kind'>): FollowingKind | undefined =>
  following.find(one => one === kind)

/** Columns of the same kind that show for the student what was answered in this one, without an answer of their own. */
export function alsoUsed(
  { cells }: Pick<DraftRow, 'cells'>,
  column: Column,
  columns: readonly Column[],
): Column[] {
  const given = cells[column.key]
  if (followingKind(column) === undefined || given?.answered !== true || given.state !== 'known') return []
  return columns.filter(({ key, kind }) => {
    const cell = cells[key]
    const same = kind === column.kind && key !== column.key && cell?.text === given.text
    return same && cell.state === 'known' && !cell.answered
  })
}
