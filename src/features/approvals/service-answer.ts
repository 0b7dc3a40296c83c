import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { dayOf, type PlainDate } from '../../platform/time/plain-date.ts'
import type { ApprovalParty } from '../settings/contract.ts'
import { approvalAccess } from './access.ts'
import { approvalAnswered, approvalRecorded } from './audit.ts'
import type { RecordedAnswer } from './contract.ts'
import { type ChangedApproval, insertEvents, storeApprovals } from './queries-change.ts'
import { type AnswerVerdict, answerVerdict, askings, mayChange } from './rules.ts'
import { carryOver, eventOf } from './service-renew.ts'
import { type DigestedPart, type Situation, shownDigest, situationOf } from './service-situation.ts'
import { changesSince, type Reader } from './service-view.ts'

export interface Answering {
  readonly transaction: WriteTransaction
  readonly audit: AuditContext
  readonly today: PlainDate
  readonly reader: Pick<Reader, 'language' | 'wording'>
  /** The actor's own guardianship of a student today; nobody's where there is none. */
  readonly guardianOf: (studentId: string) => Promise<string | null>
}

interface Given {
  readonly part: string
  readonly digest: string
  readonly planVersion: number
  readonly answer: 'approved' | 'declined'
  readonly reason?: string
}

/** A student or a guardian answers for themselves. @throws AppError approvals.*, plans.not-found, access.forbidden */
export async function answerOwn(
  answering: Answering,
  planId: string,
  given: Given & { readonly party: 'student' | 'guardian' },
): Promise<void> {
  const situation = await locked(answering, planId)
  const { student_id: studentId } = situation.plan
  approvalAccess.answer.demand(answering.audit.actor, {
    // A right to one of the two is no right to the other.
    studentId: given.party === 'student' ? studentId : null,
    guardianPersonId: given.party === 'guardian' ? await answering.guardianOf(studentId) : null,
  })
  // What is hidden from a guardian is not told by a refusal either.
  const hidden = given.party === 'guardian' && situation.plan.protected
  await store(answering, situation, given, { hidden })
}

/** Staff write down what an employer has told them. @throws AppError approvals.*, plans.not-found, access.forbidden */
export async function recordEmployers(
  answering: Answering,
  planId: string,
  given: RecordedAnswer,
): Promise<void> {
  const situation = await locked(answering, planId)
  const row = { studentId: situation.plan.student_id, guardianPersonId: null }
  approvalAccess.record.demand(answering.audit.actor, row)
  if (given.on > answering.today) throw new AppError('approvals.told-later', 400, { pointer: '/on' })
  const told = { how: given.how, on: given.on }
  await store(answering, situation, { ...given, party: 'employer' }, { hidden: false, told })
}

async function locked({ today, transaction }: Answering, planId: string): Promise<Situation> {
  const situation = await situationOf(transaction, planId, today, { lock: true })
  if (situation === undefined) throw new AppError('plans.not-found', 404)
  return situation
}

async function store(
  answering: Answering,
  situation: Situation,
  given: Given & { readonly party: ApprovalParty },
  { hidden, told = null }: { readonly hidden: boolean; readonly told?: ChangedApproval['told'] },
): Promise<void> {
  const { audit, transaction } = answering
  const { plan, present } = situation
  const part = situation.parts.find(one => one.key === given.part)
  const before = present.find(row => row.part === given.part && row.party === given.party)
  const digest = part && shownDigest(part, plan, hidden)
  // An employer's answer that staff wrote down is changed by asking anew.
  const personId = told === null ? audit.actor.id : undefined
  const verdict = answerVerdict(openness(situation, given, personId), digest, given)
  if (verdict !== 'fine' || part === undefined)
    throw await refusal(answering, situation, { given, hidden, part, verdict })
  const approves = given.answer === 'approved'
  const row: ChangedApproval = {
    part: part.key,
    party: given.party,
    state: given.answer,
    digest: part.digest,
    planVersion: plan.version,
    askedAt: before?.asked_at ?? audit.now,
    answeredAt: audit.now,
    answeredBy: audit.actor.id ?? null,
    means: told === null ? 'session' : 'recorded',
    reason: approves ? null : (given.reason?.trim() ?? null),
    told,
    firstApprovedOn: before?.first_approved_on ?? (approves ? dayOf(audit.now) : null),
  }
  const owner = { providerId: audit.actor.providerId, planId: plan.id, studentId: plan.student_id }
  await carryOver(transaction, owner, situation)
  await storeApprovals(transaction, owner, [row])
  await insertEvents(transaction, owner, [eventOf(row, audit)])
  await record(transaction, audit, told === null ? approvalAnswered : approvalRecorded, {
    targetId: plan.id,
    studentId: plan.student_id,
    details: { kind: part.kind, party: given.party, answer: given.answer, version: plan.version },
  })
}

/** How the asking stands just now; undefined where it is not asked of this party today. */
function openness(
  situation: Situation,
  { part, party }: { part: string; party: ApprovalParty },
  personId: string | undefined,
) {
  if (situation.present.length === 0) return undefined
  const asking = askings(situation).find(one => one.part === part && one.party === party)
  if (asking === undefined || asking.act === 'end' || asking.act === 'approve') return undefined
  const row = situation.present.find(one => one.part === part && one.party === party)
  if (asking.act !== 'keep') return { state: 'asked' as const }
  return row && { state: row.state, mayChange: mayChange(asking, row, personId) }
}

interface Refused {
  readonly given: Given
  readonly hidden: boolean
  readonly part: DigestedPart | undefined
  readonly verdict: AnswerVerdict
}

async function refusal(
  { reader, transaction }: Answering,
  situation: Situation,
  { given, hidden, part, verdict }: Refused,
): Promise<AppError> {
  if (verdict === 'reason-needed') return new AppError('approvals.reason-needed', 400, { pointer: '/reason' })
  if (verdict !== 'changed-since' || part === undefined)
    return new AppError(verdict === 'answered' ? 'approvals.answered' : 'approvals.not-asked', 409)
  const changes = hidden ? [] : await changesSince(transaction, reader, situation, part, given.planVersion)
  return new AppError('approvals.changed-since', 409, { pointer: '/digest', more: { changes } })
}
