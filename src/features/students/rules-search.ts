import { fold, type Rank, ranks, wordsOf } from './rules-keys.ts'

/** What was typed, as keys are looked for. */
export interface SearchText {
  /** The longest of the tokens: its range of keys is read. */
  readonly longest: string
  /** The other tokens; each begins some word of the key. */
  readonly others: readonly string[]
  /** All of it as one key: how a student with turvakielto is found, and only so. */
  readonly whole: string
}

const tokensAtMost = 6
const number = /^\d+(\.\d+)+\.?$/

/** Undefined when nothing was typed; 'nothing' when what was typed has no letter or digit, so that it finds nobody. */
export function searchText(typed: string | undefined): SearchText | 'nothing' | undefined {
  if (typed === undefined || typed.trim() === '') return undefined
  const pieces = fold(typed).trim().split(/\s+/u)
  // A learner number keeps its dots, because its key does.
  const tokens = pieces
    .flatMap(piece => (number.test(piece) ? [piece] : wordsOf(piece)))
    .slice(0, tokensAtMost)
  const longest = tokens.reduce((best, token) => (token.length > best.length ? token : best), '')
  if (longest === '') return 'nothing'
  const others = tokens.toSpliced(tokens.indexOf(longest), 1)
  return { longest, others, whole: tokens.join(' ') }
}

/** Narrowings of the list that have an index of their own. */
export type Narrowing = 'group' | 'mine' | 'qualification' | 'rightState' | 'planState'
/** What a page is read by: its own order (of names, of what was found), or one narrowing's students. */
export type Driver = 'order' | Narrowing

/** How many rows a narrowing or a text has, counted no further than one above this. */
export const fewAtMost = 1000

export type Counts = Readonly<Partial<Record<'text' | Narrowing, number>>>

export interface Narrowed {
  readonly text: boolean
  readonly sort: 'name' | 'group'
  readonly by: readonly Narrowing[]
}

/** Narrowings whose rows are worth counting before the driver is chosen. */
export function countedOf({ text, by }: Narrowed): readonly ('text' | Narrowing)[] {
  if (by.length === 0 || by.includes('group') || by.includes('mine')) return []
  return [...(text ? (['text'] as const) : []), ...by]
}

/**
 * What to read the page by, so that it costs about a page: a group's and a teacher's students are few; of the rest the one
 * with the fewest rows, when they are few. What many have is met often enough on the way through the order.
 */
export function driverOf({ text, sort, by }: Narrowed, counts: Counts): Driver {
  for (const small of ['group', 'mine'] as const) {
    // Both have an index in the order of names, so their page is read in order.
    if (by.includes(small)) return text || (sort === 'group' && small === 'mine') ? small : 'order'
  }
  const fewest = by.toSorted((a, b) => countIn(counts, a) - countIn(counts, b))[0]
  if (fewest === undefined || countIn(counts, fewest) > fewAtMost) return 'order'
  return countIn(counts, 'text') <= countIn(counts, fewest) ? 'order' : fewest
}

const countIn = (counts: Counts, of: 'text' | Narrowing): number => counts[of] ?? Number.POSITIVE_INFINITY

/** Where a list goes on: behind this row of this order. */
export type ListPlace =
  | { readonly by: 'match'; readonly key: string; readonly id: string }
  | { readonly by: 'name'; readonly sortName: string; readonly id: string }
  | { readonly by: 'group'; readonly group: string | null; readonly sortName: string; readonly id: string }

/**
 * The stretches of an order, one after the other, from `after` on. Who has no name to be sorted by (erased, turvakielto)
 * and who has no group stand at the end of the list and not at its beginning.
 */
export function stretchesOf(
  sort: 'name' | 'group',
  backwards: boolean,
  after: ListPlace | undefined,
): readonly ('with' | 'without')[] {
  const all = backwards ? (['without', 'with'] as const) : (['with', 'without'] as const)
  if (after === undefined || after.by === 'match') return all
  const value = sort === 'group' && after.by === 'group' ? after.group : after.sortName
  const here = value === null || value === '' ? 'without' : 'with'
  return all.slice(all.indexOf(here))
}

/** The ranks of keys that are still to be read, one after the other: a place is in the rank that its key begins with. */
export function ranksFrom(after: ListPlace | undefined): readonly Rank[] {
  const here = after?.by === 'match' ? after.key : ''
  return ranks.filter(rank => rank >= here.slice(0, 1))
}

/** Which lists somebody in these roles may take out as a file: a file leaves the house, so a teacher's own at the most. */
export function exportScope(roles: readonly string[]): 'all' | 'mine' | 'none' {
  if (roles.some(role => role === 'guidance' || role === 'coordinator' || role === 'quality')) return 'all'
  return roles.includes('teacher') ? 'mine' : 'none'
}
