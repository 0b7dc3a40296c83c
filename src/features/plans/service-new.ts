import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { newId } from '../../platform/ids.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { NewPlan } from './contract-writing.ts'
import { findStart, type StartRow } from './queries-start.ts'
import { approvedBody } from './rules-first-approval.ts'
import { withIdentifiers } from './rules-identifiers.ts'
import { withUnwritten } from './rules-restore.ts'
import { createPlan } from './service-create.ts'
import type { SaveContext, SavedPlan } from './service-save.ts'
import { approve, demandBounded, wholeOf } from './service-write.ts'

/**
 * A person makes the first plan of a study right.
 * @throws AppError plans.study-right-unknown, plans.study-right-included, plans.protected, plans.exists with the plan
 *   that there is, plans.contact-unknown, plans.shape, plans.text-too-long,
 *   plans.other-student
 */
export async function createHere(context: SaveContext, written: NewPlan): Promise<SavedPlan> {
  const { actor, now } = context.audit
  const start = await findStartable(context.transaction, actor, context.today, written.studyRightOid)
  const own = withUnwritten(wholeOf(written, []), {})
  demandBounded(own)
  const whole = withIdentifiers(own, newId)
  const oids = { studyRightOid: start.study_right.oid, studentOid: start.student_oid }
  if (whole.studyRightOid !== oids.studyRightOid || whole.studentOid !== oids.studentOid) {
    const params = { studyRight: oids.studyRightOid, student: (whole.studentOid ?? '').slice(0, 100) }
    throw new AppError('plans.other-student', 400, { params, pointer: '/plan/studentOid' })
  }
  const plan = {
    ...(written.approve === true ? approvedBody(whole, { now, today: context.today }) : whole),
    ...oids,
  }
  const reason = written.reason?.trim()
  const incoming = { plan, ...(reason ? { reason } : {}) }
  const saved = await createPlan(context, incoming, { studyRightKnown: 'demanded' })
  if (written.approve === true) await approve(context, saved, start.student_id)
  return saved
}

/** The study right that a plan may be made for. @throws AppError as createHere, but of the body */
export async function findStartable(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  oid: string,
): Promise<StartRow> {
  const start = await findStart(transaction, actor, today, oid)
  const params = { studyRight: oid }
  const pointer = '/studyRightOid'
  if (start === undefined) throw new AppError('plans.study-right-unknown', 404, { params, pointer })
  if (start.masked) throw new AppError('plans.protected', 403)
  if (start.plan_id !== null)
    throw new AppError('plans.exists', 400, { pointer, more: { planId: start.plan_id } })
  if (start.study_right.includedIn !== undefined)
    throw new AppError('plans.study-right-included', 400, { params, pointer })
  return start
}
