/** What may be proposed, how long an answer may take, and what an accepted wish changes. Pure. */
import { addDays, type PlainDate } from '../../platform/time/plain-date.ts'
import { acquiredParts, type Item, itemsOf, type Named } from '../paths/rules-items.ts'
import { namedBy, unitKey, wholePlan } from '../paths/rules-keys.ts'
import type { StoredPlan } from '../plans/rules-contacts.ts'
import type { NewProposal, ProposalKind, Wish } from './contract.ts'

/** More open ones than this are for a talk. */
export const openAtMost = 20

export const answerByOf = (today: PlainDate, days: number): PlainDate => addDays(today, days)

const used: Readonly<Record<ProposalKind, readonly (keyof Wish)[]>> = {
  dates: ['start', 'end'],
  workplace: ['workplace'],
  unit: ['unitCode'],
  'part-time': ['share'],
  other: [],
}

/** The wish without what its kind has no use for; undefined when nothing is left. */
export function wishOf(kind: ProposalKind, wish: Wish = {}): Wish | undefined {
  const kept = used[kind].flatMap(key => (wish[key] === undefined ? [] : [[key, wish[key]] as const]))
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}

/** What a proposal is about, as the plan has it now. */
export interface About {
  readonly name?: Named | undefined
  readonly days?: { readonly start: PlainDate; readonly end: PlainDate } | undefined
  readonly share?: number | undefined
  readonly what: 'plan' | 'part' | 'period' | 'demonstration'
}

/** Undefined when the plan has no such thing any more. */
export function aboutOf(plan: StoredPlan, key: string): About | undefined {
  if (key === wholePlan) return { what: 'plan' }
  const items = itemsOf(plan, new Map())
  const item = namedBy(items, key)
  if (item !== undefined) return aboutItem(item)
  const part = acquiredParts(plan).find(one => one.key === key)
  return part && { what: 'part', name: part.name }
}

/** What has days and is no period. */
const whats: Readonly<Partial<Record<Item['kind'], About['what']>>> = {
  demonstration: 'demonstration',
  preparatory: 'part',
  'study-skills': 'part',
}

function aboutItem({ end, kind, name, share, start }: Item): About {
  const what = whats[kind] ?? 'period'
  return { what, name, days: { start, end }, share }
}

type Fault = { readonly code: string; readonly pointer: string }

interface Judged {
  readonly plan: StoredPlan
  readonly today: PlainDate
  readonly hasUnit: (code: string) => boolean
  /** The student's open ones. */
  readonly open: readonly { readonly kind: string; readonly about: string }[]
}

/** Why a proposal is not taken; undefined when it is. */
export function faultOf(proposal: NewProposal, judged: Judged): Fault | undefined {
  const { about: key, kind } = proposal
  if (judged.open.length >= openAtMost) return { code: 'too-many', pointer: '' }
  if (judged.open.some(one => one.kind === kind && one.about === key))
    return { code: 'already-open', pointer: '/about' }
  const about = aboutOf(judged.plan, key)
  if (about === undefined) return { code: 'about-unknown', pointer: '/about' }
  if (!fits(kind, about.what, key)) return { code: 'about-other', pointer: '/about' }
  if (kind !== 'other' && about.days && about.days.end < judged.today)
    return { code: 'already-over', pointer: '/about' }
  const wish = wishOf(kind, proposal.wish)
  return wish && wishFault(kind, wish, about, judged)
}

/** Days, workplace and part-time are of a period, another unit is in place of a vocational one. */
function fits(kind: ProposalKind, what: About['what'], key: string): boolean {
  if (kind === 'other') return true
  if (kind === 'unit') return key.startsWith(unitKey(''))
  return what === 'period'
}

function wishFault(
  kind: ProposalKind,
  wish: Wish,
  about: About,
  { hasUnit, plan }: Judged,
): Fault | undefined {
  if (kind === 'dates') return datesFault(wish, about)
  if (kind === 'part-time' && wish.share === (about.share ?? 100))
    return { code: 'share-same', pointer: '/wish/share' }
  if (kind !== 'unit' || wish.unitCode === undefined) return undefined
  const { unitCode } = wish
  if (plan.vocationalUnits?.some(unit => unit.unitCode === unitCode))
    return { code: 'unit-there', pointer: '/wish/unitCode' }
  return hasUnit(unitCode) ? undefined : { code: 'unit-unknown', pointer: '/wish/unitCode' }
}

function datesFault({ end, start }: Wish, { days }: About): Fault | undefined {
  if (start === undefined) return { code: 'start-missing', pointer: '/wish/start' }
  if (end === undefined) return { code: 'end-missing', pointer: '/wish/end' }
  if (end < start) return { code: 'dates-reversed', pointer: '/wish/end' }
  if (days?.start === start && days.end === end) return { code: 'dates-same', pointer: '/wish/start' }
  return undefined
}
