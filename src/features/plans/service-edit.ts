import { Compile } from 'typebox/compile'
import { AppError } from '../../platform/http/error.ts'
import { planAccess } from './access.ts'
import { Plan } from './contract.ts'
import type { PlanEdit } from './contract-api.ts'
import { findPlan, type PlanRecord } from './queries.ts'
import { attachContacts, type ContactContent, type StoredPlan } from './rules-contacts.ts'
import { versionConflict } from './service-register.ts'
import { detach, prepare, type SaveContext, type SavedPlan, saveNext } from './service-save.ts'

const wholePlan = Compile(Plan)

/**
 * A person saves a plan in the browser. Findings never refuse it: a plan that has errors is stored with them, so that
 * mending can take more than one sitting.
 *
 * @throws AppError plans.not-found, plans.version-conflict, plans.contact-unknown, plans.shape, access.forbidden
 */
export async function editPlan(
  context: SaveContext,
  planId: string,
  edit: PlanEdit,
  knownVersion: number,
): Promise<SavedPlan> {
  const current = await findPlan(context.transaction, { id: planId }, { lock: true })
  if (current === undefined) throw new AppError('plans.not-found', 404)
  planAccess.update.demand(context.audit.actor, { studentId: current.student_id })
  if (knownVersion !== current.version) throw versionConflict(current)
  const plan = wholeOf(current, edit)
  const prepared = prepare(context, plan, detach(plan, current.contacts), current.study_right)
  const saved = await saveNext(context, current, { ...prepared, reason: edit.reason })
  return (
    saved ?? {
      id: current.id,
      hoksId: current.hoks_id,
      version: current.version,
      findings: prepared.findings,
    }
  )
}

/** The edited body with every person in place, or a refusal that names the place. */
function wholeOf(current: PlanRecord, edit: PlanEdit): Plan {
  const contacts = new KnownContacts(current, edit.contacts ?? {})
  const plan: unknown = attachContacts(edit.plan as unknown as StoredPlan, contacts)
  if (contacts.missing !== undefined) {
    throw new AppError('plans.contact-unknown', 400, {
      params: { contact: contacts.missing },
      pointer: '/contacts',
    })
  }
  if (!wholePlan.Check(plan)) {
    const [first] = wholePlan.Errors(plan)
    const pointer = `/plan${first?.instancePath ?? ''}`
    throw new AppError('plans.shape', 400, { pointer })
  }
  if (plan.studyRightOid !== current.study_right_oid || plan.studentOid !== current.student_oid) {
    const params = { from: current.study_right_oid, to: plan.studyRightOid ?? '' }
    throw new AppError('plans.other-study-right', 400, { params, pointer: '/plan/studyRightOid' })
  }
  return plan
}

/** Contacts by reference; remembers a reference that leads nowhere. */
class KnownContacts extends Map<string, ContactContent | null> {
  missing: string | undefined

  constructor(current: PlanRecord, added: Readonly<Record<string, ContactContent>>) {
    super()
    for (const contact of current.contacts) this.set(contact.id, contact.content)
    for (const [id, content] of Object.entries(added)) if (!this.has(id)) this.set(id, content)
  }

  override get(id: string): ContactContent | null | undefined {
    if (!this.has(id)) this.missing ??= id
    return super.get(id)
  }
}
