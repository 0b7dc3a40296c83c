import { AppError } from '../../platform/http/error.ts'
import { isUuid } from '../../platform/ids.ts'
import type { ListQuery } from './queries-list-narrow.ts'
import type { StudentListRow } from './queries-list-row.ts'
import { type ListPlace, searchText } from './rules-search.ts'

type Asked = Pick<ListQuery, 'sort' | 'filters'>

/** The place behind a row, as text that goes back to us as it is. */
export function cursorOf(row: StudentListRow, asked: Asked): string {
  const place = byOf(asked)
  const values = {
    match: [row.key],
    name: [row.sort_name],
    group: [row.group_code, row.sort_name],
  }[place]
  return Buffer.from(JSON.stringify([place, row.id, ...values])).toString('base64url')
}

/** @throws AppError students.cursor, when it was not made by us or for another order. */
export function placeOf(cursor: string | undefined, asked: Asked): ListPlace | undefined {
  if (cursor === undefined) return undefined
  const place = readPlace(cursor)
  if (place === undefined || place.by !== byOf(asked))
    throw new AppError('students.cursor', 400, { pointer: '/after' })
  return place
}

const byOf = ({ filters, sort }: Asked): ListPlace['by'] =>
  searchText(filters.text) === undefined ? sort : 'match'

function readPlace(cursor: string): ListPlace | undefined {
  const [by, id, first, second] = partsOf(cursor)
  if (typeof id !== 'string' || !isUuid(id)) return undefined
  if (by === 'match' && isText(first)) return { by, id, key: first }
  if (by === 'name' && isText(first)) return { by, id, sortName: first }
  if (by === 'group' && (first === null || isText(first)) && isText(second))
    return { by, id, group: first, sortName: second }
  return undefined
}

/** A text that the database can hold. */
const isText = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0')

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(parts) ? parts : []
  } catch {
    // A cursor that is no JSON is as foreign as one with other members.
    return []
  }
}
