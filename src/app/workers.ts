import { approvalWorkers, askingAfter } from '../features/approvals/jobs.ts'
import { deliveryWorkers } from '../features/deliveries/jobs.ts'
import type { Sender } from '../features/deliveries/service-sender.ts'
import { fileWorkers } from '../features/evidence/jobs.ts'
import { groupDraftsEndWorker } from '../features/group-drafts/jobs.ts'
import { guardiansEndWorker } from '../features/guardians/jobs.ts'
import { guardianshipsEndWorker } from '../features/guardianship/jobs.ts'
import { type Engine, importWorkers } from '../features/imports/public.ts'
import { invitationWorker } from '../features/invitations/jobs.ts'
import { planWasSaved } from '../features/plans/jobs.ts'
import { planWorkers } from '../features/plans/service-jobs.ts'
import { allProviderIds } from '../features/providers/public.ts'
import { registersWorker } from '../features/registers/jobs.ts'
import { retentionWorkers } from '../features/retention/service-run.ts'
import { forgetWorker } from '../features/sessions/jobs.ts'
import { lookingAfter, signsWorker } from '../features/signs/jobs.ts'
import { feedbackWorker } from '../features/statements/jobs.ts'
import { keyWorker } from '../features/students/jobs.ts'
import { statesWorker } from '../features/study-rights/jobs.ts'
import { digestWorker } from '../features/tasks/jobs.ts'
import { formFaults } from '../integrations/ehoks/form.ts'
import { installation } from '../platform/access/installation.ts'
import type { Database } from '../platform/db/database.ts'
import { read } from '../platform/db/door.ts'
import type { JobSender, JobWorker } from '../platform/jobs/jobs.ts'
import { type Mailer, noMail } from '../platform/mail/mail.ts'
import type { Server } from './server.ts'
import { taskSources } from './task-sources.ts'
import { textOf } from './texts.ts'

/** How mail leaves, and where its links lead. */
interface Outgoing {
  readonly mailer: Mailer
  readonly publicUrl: string
}

/** Every worker of the features. */
export function allWorkers(
  database: Database,
  { clock, files, references }: Server,
  jobs: JobSender,
  imports: Engine,
  sender: Sender,
  outgoing: Outgoing = { mailer: noMail, publicUrl: '' },
): JobWorker[] {
  const providerIds = () => read(database, null, allProviderIds)
  const tenantIds = async () => [...(await providerIds()), installation]
  return [
    ...planWorkers({ database, clock, referenceFor: references.referenceFor, formFaults, providerIds }).map(
      worker =>
        worker.kind === planWasSaved
          ? askingAfter(lookingAfter(worker, { database, clock, providerIds }), { database, clock })
          : worker,
    ),
    signsWorker({ database, clock, providerIds }),
    ...fileWorkers({ database, files, providerIds, now: () => new Date() }),
    ...approvalWorkers({ database, clock, providerIds }),
    guardiansEndWorker({ database, clock, providerIds }),
    guardianshipsEndWorker({ database, clock, providerIds }),
    groupDraftsEndWorker({ database, clock, providerIds }),
    statesWorker({ database, clock, providerIds }),
    // The real instant: the day of the demo may be moved, the hour of a fetch not.
    registersWorker({ database, jobs, providerIds, now: () => new Date() }),
    keyWorker({ database, providerIds }),
    digestWorker({ database, clock, text: textOf, sources: taskSources, providerIds, ...outgoing }),
    feedbackWorker({ database, clock, text: textOf, ...outgoing }),
    invitationWorker({ database, clock, text: textOf, ...outgoing }),
    ...deliveryWorkers({ database, sender, providerIds, now: () => new Date() }),
    ...importWorkers(imports, tenantIds),
    forgetWorker({ database, tenantIds }),
    ...retentionWorkers({ database, clock, jobs, providerIds }),
  ]
}
