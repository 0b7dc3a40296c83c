import type { Engine } from '../features/imports/public.ts'
import { findPersonOf } from '../features/personas/public.ts'
import type { PlanEdit } from '../features/plans/contract-api.ts'
import { findPlan, type PlanRecord } from '../features/plans/public.ts'
import { editPlan } from '../features/plans/service-edit.ts'
import { type WriteTransaction, write } from '../platform/db/door.ts'
import type { Uuid } from '../platform/ids.ts'
import { demandStored } from './demo-import.ts'
import type { DemoEdit, DemoHistory } from './demo-world.ts'
import { savingContext } from './import-hoks.ts'
import type { ImportSurroundings } from './import-surroundings.ts'

export interface DemoRun {
  readonly engine: Engine
  readonly around: ImportSurroundings
  readonly providerId: Uuid
}

/**
 * What happened to some plans after they came: a teacher edited them here, and the register sent them again. So the
 * demo has versions to compare, a merge, and a conflict. A plan that has more than one version already is left alone.
 */
export async function loadHistory(run: DemoRun, { edits, resent }: DemoHistory): Promise<void> {
  const edited = new Set<string>()
  for (const edit of edits) {
    const isNew = await write(run.engine.database, run.providerId, transaction =>
      applyEdit(transaction, run, edit),
    )
    if (isNew) edited.add(edit.studyRightOid)
  }
  const again = resent.filter(hoks => edited.has(hoks['opiskeluoikeus-oid']))
  if (again.length === 0) return
  await demandStored(run.engine, run.providerId, 'hoks', again)
}

async function applyEdit(transaction: WriteTransaction, run: DemoRun, edit: DemoEdit): Promise<boolean> {
  const found = await findPlan(transaction, { studyRightOid: edit.studyRightOid }, { lock: true })
  if (found?.version !== 1) return false
  const person = await findPersonOf(transaction, run.providerId, edit.subject)
  if (!person) throw new Error(`The demo has no person ${edit.subject}`)
  const { clock } = run.engine
  const acting = { audit: { actor: person, now: clock.now() }, today: clock.today() }
  const context = await savingContext(transaction, acting, run.around)
  await editPlan(context, found.id, { plan: changed(found, edit), reason: edit.reason }, found.version)
  return true
}

/** The stored body with one value set at a pointer that leads through objects and lists that exist. */
function changed({ body }: PlanRecord, { pointer, value }: DemoEdit): PlanEdit['plan'] {
  const plan = structuredClone(body)
  const path = pointer.split('/').slice(1)
  const last = path.pop()
  let at: unknown = plan
  for (const step of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined
  if (last === undefined || typeof at !== 'object' || at === null) throw new Error(`No ${pointer} to edit`)
  Reflect.set(at, last, value)
  return plan as PlanEdit['plan']
}
