import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { type Names, pickName } from '../../platform/i18n/names.ts'
import { ownNameOf, planWords } from '../plans/public-words.ts'
import { firstApprovalOf } from '../plans/rules-first-approval.ts'
import { describeDifference, type Statement } from '../plans/rules-words.ts'
import { withoutFollowers } from '../plans/rules-words-followers.ts'
import { sentenceOf } from '../plans/rules-words-sentences.ts'
import type { Speaker } from '../plans/rules-words-values.ts'
import type { ApprovalParty } from '../settings/contract.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import { approvalAccess } from './access.ts'
import type { OwnApprovals, PlanApprovals, ShownApproval, ShownState } from './contract.ts'
import { type ApprovalRow, bodyOfVersion } from './queries.ts'
import { type Asking, askings, mayChange, ruleOn } from './rules.ts'
import { aboutOf, codesIn, inTime } from './rules-about.ts'
import { type Part, partsOf } from './rules-parts.ts'
import { supportNameOf } from './rules-support.ts'
import { type DigestedPart, type Situation, shownDigest } from './service-situation.ts'

/** What codes are called, as the reference data know. */
export interface Wording {
  readonly nameOf: (code: string, studyRight: StudyRight | null) => Names | undefined
  readonly qualificationOf: (studyRight: StudyRight | null) => { readonly names: Names } | undefined
}

/** Who reads, and in which words. */
export interface Reader {
  readonly actor: Actor
  readonly language: Language
  readonly wording: Wording
  /** Turvakielto: places are left out. */
  readonly hidden: boolean
}

type Firsts = Pick<PlanApprovals, 'firstApprovedOn'>
/** While nobody has approved the plan, the day in it is that of drafting. */
const firstApproved = ({ body, origin }: Situation['plan']): Firsts => {
  const { firstApprovedOn } = body as { firstApprovedOn?: unknown }
  if (typeof firstApprovedOn !== 'string') return {}
  return firstApprovalOf(firstApprovedOn, origin) === 'provisional' ? {} : { firstApprovedOn }
}

/** A plan's approvals for staff; before it is put forward, what would be asked. */
export async function planApprovals(
  transaction: ReadTransaction,
  reader: Reader,
  situation: Situation,
): Promise<PlanApprovals> {
  const { plan, present } = situation
  const begun = present.length > 0
  const items = await shownOf(transaction, reader, situation, { begun, changesFor: 'declined' })
  const row = { studentId: plan.student_id, guardianPersonId: null }
  return {
    planId: plan.id,
    version: plan.version,
    begun,
    ...firstApproved(plan),
    ...(plan.approved_version === null ? {} : { approvedVersion: plan.approved_version }),
    ...(plan.approved_at === null ? {} : { approvedAt: plan.approved_at.toISOString() }),
    hidden: reader.hidden,
    items: items.map(item => ({ ...item, permittedActions: staffActions(item, reader, row) })),
    permittedActions: approvalAccess.ask.may(reader.actor, row) ? ['ask'] : [],
  }
}

function staffActions(
  { party, state }: ShownApproval,
  { actor, hidden }: Reader,
  row: Parameters<typeof approvalAccess.ask.may>[1],
): ShownApproval['permittedActions'] {
  const records = party === 'employer' && state === 'asked' && approvalAccess.record.may(actor, row)
  const asks = state === 'declined' && approvalAccess.ask.may(actor, row)
  return [...(records && !hidden ? (['record'] as const) : []), ...(asks ? (['ask-again'] as const) : [])]
}

/** What is asked of one party of one plan, the open ones first; undefined where nothing ever was. */
export async function ownApprovals(
  transaction: ReadTransaction,
  reader: Reader,
  situation: Situation,
  party: 'student' | 'guardian',
): Promise<OwnApprovals['plans'][number] | undefined> {
  const { plan, present } = situation
  if (present.length === 0) return undefined
  const shown = await shownOf(transaction, reader, situation, { begun: true, party, changesFor: 'asked' })
  if (shown.length === 0) return undefined
  const items = shown.map(
    ({ answeredBy: _, ...item }): ShownApproval => ({
      ...item,
      permittedActions: item.state === 'asked' ? ['answer'] : item.permittedActions,
    }),
  )
  const open = (item: ShownApproval) => (item.state === 'asked' ? 0 : 1)
  const name = pickName(reader.wording.qualificationOf(plan.study_right)?.names, reader.language)?.text
  return {
    planId: plan.id,
    ...(name === undefined ? {} : { qualification: name }),
    hidden: reader.hidden,
    ...firstApproved(plan),
    items: items.sort((a, b) => open(a) - open(b)),
  }
}

interface Showing {
  readonly begun: boolean
  readonly party?: ApprovalParty
  /** Of which of them it is told what changed. */
  readonly changesFor: ShownState
}

async function shownOf(
  transaction: ReadTransaction,
  reader: Reader,
  situation: Situation,
  { begun, changesFor, party }: Showing,
): Promise<ShownApproval[]> {
  const parts = inTime(situation.parts)
  const place = (asking: Asking) => parts.findIndex(one => one.key === asking.part)
  const wanted = askings(situation)
    .filter(one => party === undefined || one.party === party)
    .sort((a, b) => place(a) - place(b))
  const shown: ShownApproval[] = []
  for (const asking of wanted) {
    const part = situation.parts.find(one => one.key === asking.part)
    // What is over is not shown, though the work that takes it away has not been done yet.
    if (part === undefined || asking.act === 'end') continue
    const row = situation.present.find(one => one.part === part.key && one.party === asking.party)
    const item = shownItem(reader, situation, { asking, part, row, begun })
    const tells = item.state === changesFor && row !== undefined && !reader.hidden
    const changes = tells ? await changesSince(transaction, reader, situation, part, row.last_approved) : []
    shown.push(changes.length === 0 ? item : { ...item, changes })
  }
  return shown
}

interface Shown {
  readonly asking: Asking
  readonly part: DigestedPart
  readonly row: ApprovalRow | undefined
  readonly begun: boolean
}

/** The state as it is, also in the seconds before a save's askings have been brought up to date. */
function stateOf({ asking, begun, row }: Shown): ShownState {
  if (asking.act === 'keep' && row !== undefined) return row.state
  if (asking.act === 'approve') return 'approved'
  return begun ? 'asked' : 'not-asked'
}

function shownItem(reader: Reader, { plan, rules, today }: Situation, shown: Shown): ShownApproval {
  const { asking, part, row } = shown
  const state = stateOf(shown)
  const demanded = ruleOn(rules, part.kind, asking.party, today)?.need === 'demanded'
  return {
    part: part.key,
    kind: part.kind,
    party: asking.party,
    state,
    demanded,
    digest: shownDigest(part, plan, reader.hidden),
    planVersion: plan.version,
    about: aboutOf(part, speakerOf(reader, plan.study_right, codesIn(part.content)), reader.hidden),
    ...(row === undefined ? {} : rowMembers(row, state, part.digest, reader.hidden)),
    permittedActions: mayChange(asking, row, reader.actor.id) ? ['change'] : [],
  }
}

function rowMembers(
  row: ApprovalRow,
  state: ShownState,
  digest: string,
  hidden: boolean,
): Partial<ShownApproval> {
  const answered = state === 'approved' || state === 'declined'
  const { answered_at: at, answered_name: name, told_how: how, told_on: on } = row
  return {
    ...(row.state === 'asked' && state === 'asked' ? { askedAt: row.asked_at.toISOString() } : {}),
    ...(answered && at !== null ? { answeredAt: at.toISOString() } : {}),
    // With turvakielto neither who answered nor what they said: one may be the student's name, the other name a place.
    ...(answered && name !== null && !hidden ? { answeredBy: name } : {}),
    ...(answered && how !== null && on !== null ? { told: { how, on } } : {}),
    ...(row.reason === null || hidden ? {} : { reason: row.reason }),
    ...(row.first_approved_on === null ? {} : { firstApprovedOn: row.first_approved_on }),
    ...(state === 'approved' && row.digest !== digest ? { earlier: true } : {}),
  }
}

/** What is another now than in a version that was approved or seen, in sentences. */
export async function changesSince(
  transaction: ReadTransaction,
  reader: Pick<Reader, 'language' | 'wording'>,
  { plan }: Pick<Situation, 'plan'>,
  part: Part,
  version: number | null,
): Promise<string[]> {
  const body = version === null ? undefined : await bodyOfVersion(transaction, plan.id, version)
  const before = body && beforeOf(partsOf(body), part)
  if (before === undefined) return []
  const codes = [...codesIn(before.content), ...codesIn(part.content)]
  const speaker = speakerOf(reader, plan.study_right, codes)
  const underHeading = part.kind !== 'path'
  const statements = withoutFollowers(describeDifference(before.content, part.content))
  return statements.map(one => said(one, speaker, underHeading))
}

/** A period may have got its identifier since. */
const beforeOf = (parts: readonly Part[], { formerKey, key }: Part): Part | undefined =>
  parts.find(one => one.key === key) ?? parts.find(one => one.key === formerKey)

/** For people who read plans seldom: what a text was and is, whole; and no heading where there is but one. */
function said(statement: Statement, speaker: Speaker, underHeading: boolean): string {
  const plain = statement.code === 'text' ? { ...statement, code: 'set' as const } : statement
  return sentenceOf(plain, speaker, { underHeading })
    .map(({ text }) => text)
    .join('')
}

function speakerOf(
  { language, wording }: Pick<Reader, 'language' | 'wording'>,
  studyRight: StudyRight | null,
  codes: readonly string[],
): Speaker {
  const names = Object.fromEntries(
    codes.flatMap(code => {
      const name = wording.nameOf(code, studyRight)
      if (name?.[language] !== undefined) return [[code, name]]
      // Of codes that every plan uses we have words of our own.
      const own = ownNameOf(code, planWords(language)) ?? supportNameOf(code, language)
      return own === undefined ? (name === undefined ? [] : [[code, name]]) : [[code, { [language]: own }]]
    }),
  )
  return { language, names, contacts: {} }
}
