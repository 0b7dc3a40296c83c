import { numberFor } from '../../fakes/ehoks.ts'
import { beginRemoval, beginWaiting } from '../features/deliveries/queries-demo.ts'
import { findPersonOf } from '../features/personas/public.ts'
import { findPlan, type PlanRecord } from '../features/plans/public.ts'
import { approvePlan } from '../features/plans/service-edit.ts'
import { settingsOf } from '../features/settings/public.ts'
import { saveSettings } from '../features/settings/queries.ts'
import { type WriteTransaction, write } from '../platform/db/door.ts'
import type { JobSender } from '../platform/jobs/jobs.ts'
import type { DemoRun } from './demo-history.ts'
import type { DemoSending } from './demo-world.ts'
import { savingContext } from './import-hoks.ts'

const noJobs: JobSender = { send: async () => undefined }

/**
 * A provider of the demo sends its plans to the national service itself. Some are approved, and go on their way when
 * the service starts; one waits, and one is to be taken away. Settings that somebody has changed are left alone.
 */
export async function loadSending(run: DemoRun, sending: DemoSending): Promise<void> {
  const { engine, providerId } = run
  const now = engine.clock.now()
  await write(engine.database, providerId, async transaction => {
    const settings = await settingsOf(transaction)
    if (settings.version > 0) return
    await saveSettings(transaction, providerId, { ...settings, nationalSender: 'here' }, now)
    for (const studyRightOid of sending.approved) {
      await approved(transaction, run, { ...sending, studyRightOid }, run.around.jobs)
    }
    // Told as begun already: no job that would begin it.
    for (const studyRightOid of sending.waiting) {
      const plan = await approved(transaction, run, { ...sending, studyRightOid }, noJobs)
      await beginWaiting(transaction, { providerId, now, ...plan })
    }
    for (const { reason, studyRightOid } of sending.removal) {
      const plan = await approved(transaction, run, { ...sending, studyRightOid }, noJobs)
      const nationalId = numberFor(studyRightOid)
      await beginRemoval(transaction, { providerId, now, nationalId, reason, ...plan })
    }
  })
}

/** Approves a plan as it stands, as a person of the demo. */
async function approved(
  transaction: WriteTransaction,
  { around, engine, providerId }: DemoRun,
  { studyRightOid, subject }: { readonly studyRightOid: string; readonly subject: string },
  jobs: JobSender,
) {
  const found: PlanRecord | undefined = await findPlan(transaction, { studyRightOid }, { lock: true })
  const person = await findPersonOf(transaction, providerId, subject)
  if (found === undefined || person === undefined) throw new Error(`The demo cannot approve ${studyRightOid}`)
  const acting = { audit: { actor: person, now: engine.clock.now() }, today: engine.clock.today() }
  const context = await savingContext(transaction, acting, { ...around, jobs })
  const { id, version } = await approvePlan(context, found.id, found.version)
  return { planId: id, version, by: person.id }
}
