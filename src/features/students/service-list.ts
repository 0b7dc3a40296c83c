import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { studentAccess } from './access.ts'
import type { StudentFilters } from './contract-list.ts'
import { studentsInOrder } from './queries-list.ts'
import type { ListQuery } from './queries-list-narrow.ts'
import type { StudentListRow } from './queries-list-row.ts'
import { studentsByText, studentsByTextOfFew, studentsOfFew } from './queries-search.ts'
import { countFew, type Few } from './queries-search-few.ts'
import { countedOf, driverOf, type Narrowing, type SearchText, searchText } from './rules-search.ts'

/** A page of the students that the actor may see and that fit what is asked, read by what costs least. */
export async function findStudents(
  transaction: ReadTransaction,
  actor: Actor,
  query: ListQuery,
): Promise<StudentListRow[]> {
  const text = searchText(query.filters.text)
  if (text === 'nothing') return []
  const driver = await chooseDriver(transaction, actor, query, text)
  if (text === undefined) {
    return driver === 'order'
      ? studentsInOrder(transaction, actor, query)
      : studentsOfFew(transaction, actor, query, driver)
  }
  return driver === 'order'
    ? studentsByText(transaction, actor, query, text)
    : studentsByTextOfFew(transaction, actor, query, text, driver)
}

async function chooseDriver(
  transaction: ReadTransaction,
  actor: Actor,
  query: ListQuery,
  text: SearchText | undefined,
): Promise<'order' | Few> {
  // Who sees some of the students only (a student: themselves) sees few.
  const seesAll = studentAccess.list.may(actor, { studentId: null })
  if (!seesAll) return { own: actor }
  const narrowed = { text: text !== undefined, sort: query.sort, by: narrowingsOf(query.filters) }
  const counts = await countFew(transaction, query, text, countedOf(narrowed))
  return driverOf(narrowed, counts)
}

function narrowingsOf(filters: StudentFilters): Narrowing[] {
  const all: readonly (readonly [Narrowing, boolean])[] = [
    ['group', filters.group !== undefined],
    ['mine', filters.mine === true],
    ['qualification', filters.qualification !== undefined],
    ['rightState', filters.rightState !== undefined],
    ['planState', filters.planState !== undefined],
  ]
  return all.flatMap(([name, asked]) => (asked ? [name] : []))
}
