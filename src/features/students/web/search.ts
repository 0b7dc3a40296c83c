import type { PlanStanding, StudentSearch, StudentSort } from '../contract-list.ts'

/** The list as its address tells it; without a scope the page decides whose students to show first. */
export interface ListAddress extends Omit<StudentSearch, 'mine'> {
  readonly scope?: 'mine' | 'all'
}

/** A change of the list; undefined takes a narrowing away. */
export type ListChange = { readonly [K in keyof ListAddress]?: ListAddress[K] | undefined }

export const planStandings: readonly PlanStanding[] = ['none', 'errors', 'warnings', 'fine']
export const sorts: readonly StudentSort[] = ['name', '-name', 'group', '-group']

/** Reads the address; what it does not know is left out, so that an old link still opens. */
export function addressOf(parameters: URLSearchParams): ListAddress {
  const text = (name: string) => {
    const value = parameters.get(name)?.slice(0, 200)
    return value === undefined || value === '' ? undefined : value
  }
  const scope = (['mine', 'all'] as const).find(one => one === parameters.get('scope'))
  const planState = planStandings.find(one => one === parameters.get('plan'))
  const sort = sorts.find(one => one === parameters.get('sort'))
  const all = { scope, planState, sort, text: text('q'), group: text('group') }
  return defined({ ...all, qualification: text('qualification'), rightState: text('state') })
}

export function parametersOf(address: ListAddress): URLSearchParams {
  const { scope, text, group, qualification, rightState, planState, sort } = address
  const all = { scope, q: text, group, qualification, state: rightState, plan: planState, sort }
  return new URLSearchParams(defined(all) as Record<string, string>)
}

/** What the server is asked. A link to a group means all of its students, whosever they are. */
export function searchOf({ scope, ...rest }: ListAddress, mineFirst: boolean): StudentSearch {
  const mine = scope === undefined ? mineFirst && rest.group === undefined : scope === 'mine'
  return mine ? { ...rest, mine: true } : rest
}

/** The members that say something; an empty text says nothing. */
export function defined<T extends object>(all: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined && value !== ''),
  ) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
