import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { pickName } from '../../platform/i18n/names.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { PathName } from '../paths/contract.ts'
import type { Named } from '../paths/rules-items.ts'
import { placePointer } from '../paths/rules-keys.ts'
import { findPlan, type PlanRecord, planAccess } from '../plans/public.ts'
import { settingsOf } from '../settings/public.ts'
import type { Names } from '../students/contract.ts'
import { findProtection } from '../students/public.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import { proposalAccess } from './access.ts'
import type { Proposal, ProposalList, ProposedChange } from './contract.ts'
import { findProposals, type ProposalRow } from './queries.ts'
import { aboutOf, answerByOf } from './rules.ts'
import { changeOf } from './rules-change.ts'

export interface ProposalReader {
  readonly actor: Actor
  readonly today: PlainDate
  readonly language: Language
}

export interface NamingDependencies {
  readonly nameOf: (code: string, studyRight: StudyRight | null) => Names | undefined
  readonly versionOf: (code: string) => number | undefined
}

/** A student's proposals as the reader may have them; a turvakielto hides their words and what they are about. @throws AppError */
export async function proposalsOf(
  transaction: ReadTransaction,
  reader: ProposalReader,
  studentId: string,
  dependencies: NamingDependencies,
): Promise<ProposalList> {
  const { actor, today } = reader
  const protection = await findProtection(transaction, actor, today, studentId)
  // Another provider's student is not known to exist.
  if (protection === undefined) throw new AppError('students.not-found', 404)
  const { masked } = protection
  const rows = await findProposals(transaction, actor, studentId)
  const plans = new Map<string, PlanRecord>()
  if (!masked) {
    for (const id of new Set(rows.map(row => row.plan_id))) {
      const plan = await findPlan(transaction, { id })
      if (plan) plans.set(id, plan)
    }
  }
  const { reminders } = await settingsOf(transaction)
  return {
    items: rows.map(row =>
      masked ? maskedProposal(row) : shown(row, plans.get(row.plan_id), reader, dependencies),
    ),
    mayMake: proposalAccess.make.may(actor, { studentId }),
    answerBy: answerByOf(today, reminders.proposalDays),
    masked,
  }
}

function headOf(
  row: ProposalRow,
): Pick<Proposal, 'id' | 'planId' | 'kind' | 'state' | 'madeAt' | 'answerBy'> {
  const { answer_by: answerBy, id, kind, plan_id: planId, state } = row
  return { id, planId, kind, state, answerBy, madeAt: row.made_at.toISOString() }
}

const maskedProposal = (row: ProposalRow): Proposal => ({ ...headOf(row), about: '', permittedActions: [] })

function shown(
  row: ProposalRow,
  plan: PlanRecord | undefined,
  { actor, language }: ProposalReader,
  dependencies: NamingDependencies,
): Proposal {
  const right = plan?.study_right ?? null
  const words = (named: Named): PathName => {
    if (named.text !== undefined) return { text: named.text }
    const found =
      named.code === undefined ? undefined : pickName(dependencies.nameOf(named.code, right), language)
    return found === undefined ? {} : { text: found.text, language: found.language }
  }
  const about = plan && aboutOf(plan.body, row.about)
  const permitted = proposalAccess.permitted(actor, { studentId: row.student_id })
  const change = row.state === 'open' && plan ? changeIn(row, plan, words, dependencies) : undefined
  return {
    ...headOf(row),
    about: row.about,
    ...(about?.name ? { aboutName: words(about.name) } : {}),
    ...(about?.days ? { aboutDays: about.days } : {}),
    message: row.message,
    ...(row.wish === null ? {} : { wish: row.wish }),
    ...(row.wish?.unitCode === undefined ? {} : { wishedUnit: words({ code: row.wish.unitCode }) }),
    ...(row.answer === null ? {} : { answer: row.answer }),
    ...(row.answered_at === null ? {} : { answeredAt: row.answered_at.toISOString() }),
    ...(row.answered_by_name === null ? {} : { answeredBy: row.answered_by_name }),
    ...(change === undefined ? {} : { change }),
    ...editPlace(row, plan, actor),
    permittedActions: row.state === 'open' ? permitted.filter(isAction) : [],
  }
}

/** What the service cannot change by itself somebody changes by hand: this is where. */
function editPlace(row: ProposalRow, plan: PlanRecord | undefined, actor: Actor): Pick<Proposal, 'editAt'> {
  if (row.state !== 'accepted' || plan === undefined) return {}
  if (!planAccess.update.may(actor, { studentId: row.student_id })) return {}
  // What is gone from the plan is looked for from its beginning.
  return { editAt: placePointer(plan.body, row.about) ?? '' }
}

const isAction = (name: string): name is 'withdraw' | 'answer' => name === 'withdraw' || name === 'answer'

function changeIn(
  row: ProposalRow,
  plan: PlanRecord,
  words: (named: Named) => PathName,
  { versionOf }: NamingDependencies,
): ProposedChange | undefined {
  const change = changeOf(plan.body, row, versionOf)
  if (change === undefined) return undefined
  const side = ({ unitCode, ...rest }: typeof change.before) => ({
    ...rest,
    ...(unitCode === undefined ? {} : { unit: words({ code: unitCode }) }),
  })
  return { before: side(change.before), after: side(change.after), planVersion: plan.version }
}
