import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { ApprovalPart, ApprovalParty, ApprovalRule } from '../settings/contract.ts'

/** A part as it stands in the plan, with the digest of its content. */
export interface PartNow {
  readonly key: string
  readonly kind: ApprovalPart
  readonly digest: string
  /** Whether the plan names the employer. */
  readonly workplace: boolean
  /** The last day of a workplace period. */
  readonly endsOn?: string | undefined
}

export type ApprovalState = 'asked' | 'approved' | 'declined'

/** What is stored of one party and one part. */
export interface Present {
  readonly part: string
  readonly party: ApprovalParty
  readonly state: ApprovalState
  readonly digest: string
}

/** Who can be asked at all. */
export interface Around {
  /** Whether a guardian with custody is there and the student is known to be under 18. */
  readonly guardian: boolean
  /** The parts as they were in the version that the provider approved, by key; undefined while it has approved none. */
  readonly providerApproved: ReadonlyMap<string, string> | undefined
}

/**
 * Why a party is asked of a part or not; each is the key of a text. `new`: not asked before. `changed`: the content is
 * another than the one that was asked or answered. `same`: nothing changed. `over`: a workplace period has ended.
 */
export type AskingReason =
  | 'new'
  | 'changed'
  | 'same'
  | 'no-rule'
  | 'no-guardian'
  | 'no-workplace'
  | 'over'
  | 'part-gone'

export interface Asking {
  readonly part: string
  readonly party: ApprovalParty
  readonly act: 'ask' | 'ask-again' | 'keep' | 'end' | 'approve'
  readonly reason: AskingReason
}

const parties: readonly ApprovalParty[] = ['student', 'guardian', 'provider', 'employer']

/** The rule that holds on a day. Of two the stricter holds: a mistake in the settings approves nothing by itself. */
export function ruleOn(
  rules: readonly ApprovalRule[],
  part: ApprovalPart,
  party: ApprovalParty,
  today: PlainDate,
): ApprovalRule | undefined {
  const holding = rules.filter(rule => rule.part === part && rule.party === party && holdsOn(rule, today))
  return holding.find(rule => rule.need === 'demanded') ?? holding[0]
}

export const holdsOn = (rule: Pick<ApprovalRule, 'from' | 'until'>, today: PlainDate): boolean =>
  rule.from <= today && (rule.until === undefined || today <= rule.until)

interface Input {
  readonly parts: readonly PartNow[]
  readonly rules: readonly ApprovalRule[]
  readonly today: PlainDate
  readonly present: readonly Present[]
  readonly around: Around
}

/**
 * What becomes of each party's approval of each part. Only a part whose content changed is asked again, and what was
 * answered stays when a rule ends: a rule decides who is asked, not what has been said.
 */
export function askings({ around, parts, present, rules, today }: Input): Asking[] {
  const known = new Map(present.map(row => [keyOf(row.part, row.party), row]))
  const live = parts.flatMap(part =>
    parties.flatMap(party => {
      const before = known.get(keyOf(part.key, party))
      const closed = closedBy(part, party, rules, today, around)
      const asking = closed === undefined ? open(part, party, before, around) : ended(before, closed)
      return asking === undefined ? [] : [{ part: part.key, party, ...asking }]
    }),
  )
  const there = new Set(parts.map(part => part.key))
  const gone = present.flatMap(row => {
    const asking = there.has(row.part) ? undefined : ended(row, 'part-gone')
    return asking === undefined ? [] : [{ part: row.part, party: row.party, ...asking }]
  })
  return [...live, ...gone]
}

export const keyOf = (part: string, party: string): string => `${party} ${part}`

type Decision = Pick<Asking, 'act' | 'reason'>

/** Why nobody of this party is asked about this part; undefined where they are. */
function closedBy(
  part: PartNow,
  party: ApprovalParty,
  rules: readonly ApprovalRule[],
  today: PlainDate,
  around: Around,
): AskingReason | undefined {
  if (ruleOn(rules, part.kind, party, today) === undefined) return 'no-rule'
  if (part.endsOn !== undefined && part.endsOn < today) return 'over'
  if (party === 'guardian' && !around.guardian) return 'no-guardian'
  if (party === 'employer' && !part.workplace) return 'no-workplace'
  return undefined
}

/** What was approved is kept as a fact; what was only asked, or declined, is over. */
function ended(before: Present | undefined, reason: AskingReason): Decision | undefined {
  if (before === undefined) return undefined
  return { act: before.state === 'approved' ? 'keep' : 'end', reason }
}

function open(
  part: PartNow,
  party: ApprovalParty,
  before: Present | undefined,
  { providerApproved }: Around,
): Decision {
  const same = before?.digest === part.digest
  // The provider answers by approving the plan; what it approved is known from that version.
  if (party === 'provider' && providerApproved?.get(part.key) === part.digest) {
    if (same && before?.state === 'approved') return { act: 'keep', reason: 'same' }
    return { act: 'approve', reason: before === undefined ? 'new' : 'changed' }
  }
  if (before === undefined) return { act: 'ask', reason: 'new' }
  return same ? { act: 'keep', reason: 'same' } : { act: 'ask-again', reason: 'changed' }
}

/** One party's approval of one part that the provider demands and does not have. */
export interface Missing {
  readonly part: string
  readonly kind: ApprovalPart
  readonly party: ApprovalParty
}

/**
 * Whose approval lacks before the provider may approve these parts. An approval counts only for the content that it was
 * given to. Who cannot be asked is not waited for.
 */
export function missingOf({ around, parts, present, rules, today }: Input): Missing[] {
  const given = new Set(
    present.filter(row => row.state === 'approved').map(row => `${keyOf(row.part, row.party)} ${row.digest}`),
  )
  return parts.flatMap(part =>
    parties.flatMap(party => {
      if (party === 'provider') return []
      if (closedBy(part, party, rules, today, around) !== undefined) return []
      if (ruleOn(rules, part.kind, party, today)?.need !== 'demanded') return []
      if (given.has(`${keyOf(part.key, party)} ${part.digest}`)) return []
      return [{ part: part.key, kind: part.kind, party }]
    }),
  )
}

export type AnswerVerdict = 'fine' | 'changed-since' | 'answered' | 'not-asked' | 'reason-needed'

/** Whoever answered may answer otherwise, as long as the content is what they answered to and is asked of them. */
export const mayChange = (
  { act, reason }: Pick<Asking, 'act' | 'reason'>,
  row: { readonly state: ApprovalState; readonly answered_by: string | null } | undefined,
  personId: string | undefined,
): boolean =>
  act === 'keep' &&
  reason === 'same' &&
  row !== undefined &&
  row.state !== 'asked' &&
  row.answered_by !== null &&
  row.answered_by === personId

/**
 * Whether an answer may be taken: to what is asked, as it stands now, once; `mayChange`: another one than before may.
 * `asked` is undefined where the party is not asked today.
 */
export function answerVerdict(
  asked: { readonly state: ApprovalState; readonly mayChange?: boolean } | undefined,
  digestNow: string | undefined,
  given: {
    readonly digest: string
    readonly answer: 'approved' | 'declined'
    readonly reason?: string | undefined
  },
): AnswerVerdict {
  if (asked === undefined || digestNow === undefined) return 'not-asked'
  if (given.digest !== digestNow) return 'changed-since'
  const changes = asked.mayChange === true && asked.state !== given.answer
  if (asked.state !== 'asked' && !changes) return 'answered'
  if (given.answer === 'declined' && (given.reason ?? '').trim() === '') return 'reason-needed'
  return 'fine'
}
