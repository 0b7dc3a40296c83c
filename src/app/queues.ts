import { approvalsLapse } from '../features/approvals/jobs.ts'
import { checkDeliveries, tendDeliveries, wakeDeliveries } from '../features/deliveries/jobs.ts'
import { filesErase, filesSweep } from '../features/evidence/jobs.ts'
import { groupDraftsEnd } from '../features/group-drafts/jobs.ts'
import { guardiansEnd } from '../features/guardians/jobs.ts'
import { guardianshipsEnd } from '../features/guardianship/jobs.ts'
import { runImport, tendImports } from '../features/imports/jobs.ts'
import { sendInvitation } from '../features/invitations/jobs.ts'
import { checkAgain, planWasApproved, planWasSaved } from '../features/plans/jobs.ts'
import { tendRegisters } from '../features/registers/jobs.ts'
import { retentionNight, retentionRun } from '../features/retention/jobs.ts'
import { peopleForget } from '../features/sessions/jobs.ts'
import { signsLook } from '../features/signs/jobs.ts'
import { feedbackCame } from '../features/statements/jobs.ts'
import { giveKeys } from '../features/students/jobs.ts'
import { statesMoveOn } from '../features/study-rights/jobs.ts'
import { digestMorning } from '../features/tasks/jobs.ts'
import type { Queue } from '../platform/jobs/queues.ts'

/** Every queue of the features' jobs.ts; the owner of the database makes them at migration. */
export const queues: readonly Queue[] = [
  planWasSaved.queue,
  planWasApproved.queue,
  tendDeliveries.queue,
  wakeDeliveries.queue,
  checkDeliveries.queue,
  checkAgain.queue,
  retentionNight.queue,
  retentionRun.queue,
  giveKeys.queue,
  feedbackCame.queue,
  signsLook.queue,
  runImport.queue,
  tendImports.queue,
  tendRegisters.queue,
  statesMoveOn.queue,
  guardiansEnd.queue,
  guardianshipsEnd.queue,
  groupDraftsEnd.queue,
  sendInvitation.queue,
  approvalsLapse.queue,
  digestMorning.queue,
  filesErase.queue,
  filesSweep.queue,
  peopleForget.queue,
]
