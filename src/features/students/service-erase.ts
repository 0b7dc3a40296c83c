import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { eraseApprovalReasonsOf } from '../approvals/public-erase.ts'
import { eraseCommentsOf } from '../comments/public-erase.ts'
import { eraseContactsOfStudent } from '../contacts/public.ts'
import { eraseEvidenceOf } from '../evidence/public-erase.ts'
import { eraseGoalsOf } from '../goals/public-erase.ts'
import { eraseGroupDraftsOf } from '../group-drafts/public-erase.ts'
import { eraseGuardiansOf } from '../guardians/public.ts'
import { eraseGuardianshipsOf } from '../guardianship/public-erase.ts'
import { eraseHelpRequestsOf } from '../help-requests/public-erase.ts'
import { eraseInvitationsOf } from '../invitations/public-erase.ts'
import { eraseMeasuresOf } from '../measures/public-erase.ts'
import { eraseProposalsOf } from '../proposals/public-erase.ts'
import { eraseRecognitionsOf } from '../recognitions/public-erase.ts'
import { eraseSharesOf } from '../shares/public-erase.ts'
import { eraseSignsOf } from '../signs/public-erase.ts'
import { studentErased } from './audit.ts'
import { eraseStudent } from './queries.ts'

/**
 * Erases who a student is and how they and their guardians are reached, here and in their plans; the gap stays and is
 * logged, and no register fills it again.
 * @throws AppError students.not-found
 */
export async function eraseWholly(
  transaction: WriteTransaction,
  audit: AuditContext,
  request: { readonly studentId: string; readonly reason: string },
): Promise<void> {
  const { reason, studentId } = request
  if (!(await eraseStudent(transaction, studentId, audit.now))) throw new AppError('students.not-found', 404)
  await record(transaction, audit, studentErased, { studentId, details: { reason } })
  // Before the guardians: what hangs on them would go with them, and unlogged.
  await eraseInvitationsOf(transaction, audit, request)
  await eraseGuardianshipsOf(transaction, audit, request)
  await eraseGuardiansOf(transaction, audit, request)
  await eraseRecognitionsOf(transaction, audit, request)
  await eraseEvidenceOf(transaction, audit, request)
  await eraseGroupDraftsOf(transaction, audit, request)
  await eraseContactsOfStudent(transaction, audit, request)
  await eraseApprovalReasonsOf(transaction, audit, request)
  await eraseMeasuresOf(transaction, audit, request)
  await eraseSharesOf(transaction, audit, request)
  await eraseSignsOf(transaction, audit, request)
  await eraseProposalsOf(transaction, request.studentId)
  await eraseGoalsOf(transaction, request.studentId)
  await eraseHelpRequestsOf(transaction, request.studentId)
  await eraseCommentsOf(transaction, request.studentId)
}
