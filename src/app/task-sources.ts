import { approvalTasks } from '../features/approvals/public.ts'
import { commentTasks } from '../features/comments/public.ts'
import { periodEndingTasks, refusalTasks, removalTasks } from '../features/deliveries/public.ts'
import { helpTasks } from '../features/help-requests/public.ts'
import { invitationTasks } from '../features/invitations/public.ts'
import { measureTasks } from '../features/measures/public.ts'
import { conflictTasks, findingTasks } from '../features/plans/public.ts'
import { proposalTasks } from '../features/proposals/public.ts'
import { recognitionTasks } from '../features/recognitions/public.ts'
import { signTasks } from '../features/signs/public.ts'
import { planMissingTasks } from '../features/study-rights/public.ts'
import type { TaskSource } from '../features/tasks/contract.ts'

/** Where the tasks of everybody's own list come from: each feature tells what of it waits for a person. */
export const taskSources: readonly TaskSource[] = [
  approvalTasks,
  proposalTasks,
  helpTasks,
  commentTasks,
  periodEndingTasks,
  planMissingTasks,
  refusalTasks,
  removalTasks,
  conflictTasks,
  recognitionTasks,
  invitationTasks,
  measureTasks,
  signTasks,
  findingTasks,
]
