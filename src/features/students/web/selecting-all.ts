import { request } from '../../../platform/web/api.ts'
import type { StudentList, StudentRow } from '../contract.ts'
import type { StudentSearch } from '../contract-list.ts'
import { parametersOfSearch } from './api.ts'

/** Plans that may be changed along with others: of a turvakielto that has not been looked behind, none. */
export const plansOf = ({ protection, studyRights }: StudentRow): readonly string[] =>
  protection === 'masked' ? [] : studyRights.flatMap(({ plan }) => plan?.id ?? [])

/** Of everybody whom the search finds, page after page, until there are enough; `more`: not all were taken. */
export async function plansOfSearch(
  search: StudentSearch,
  atMost: number,
): Promise<{ readonly planIds: readonly string[]; readonly more: boolean }> {
  const planIds: string[] = []
  let after: string | undefined
  do {
    const query = parametersOfSearch(search)
    query.set('limit', '200')
    if (after !== undefined) query.set('after', after)
    const page: StudentList = await request('GET', `/api/students?${query}`)
    planIds.push(...page.items.flatMap(plansOf))
    after = page.next
  } while (after !== undefined && planIds.length < atMost)
  return { planIds: planIds.slice(0, atMost), more: after !== undefined || planIds.length > atMost }
}
