import { answerOwn } from '../features/approvals/service-answer.ts'
import { askApprovals } from '../features/approvals/service-ask.ts'
import { situationOf } from '../features/approvals/service-situation.ts'
import { findPersonOf } from '../features/personas/public.ts'
import { findPlan } from '../features/plans/public.ts'
import { type WriteTransaction, write } from '../platform/db/door.ts'
import { uuidOf } from '../platform/ids.ts'
import type { DemoRun } from './demo-history.ts'

interface DemoApproval {
  readonly studyRightOid: string
  /** The teacher who puts the plan forward. */
  readonly teacher: string
  /** The student who has approved the path, where it is somebody to sign in as. */
  readonly approvedBy?: string
}

/** Plans that wait for approvals: of the students to sign in as, and of one whose guardian there is to sign in as. */
const putForward: readonly DemoApproval[] = [
  {
    studyRightOid: '1.2.246.562.15.45696030506',
    teacher: 'olli-opettavainen',
    approvedBy: 'opiskelija-kuusenkerkka',
  },
  { studyRightOid: '1.2.246.562.15.46932122867', teacher: 'olli-opettavainen' },
  { studyRightOid: '1.2.246.562.15.40089680835', teacher: 'olli-opettavainen' },
  { studyRightOid: '1.2.246.562.15.55991525092', teacher: 'lars-lararson' },
]

const noWords = { nameOf: () => undefined, qualificationOf: () => undefined }

/** Puts plans of the demo forward. A plan that has been put forward already is left alone. */
export async function loadApprovals(run: DemoRun): Promise<void> {
  await write(run.engine.database, run.providerId, async transaction => {
    for (const approval of putForward) await load(transaction, run, approval)
  })
}

async function load(
  transaction: WriteTransaction,
  { engine, providerId }: DemoRun,
  { approvedBy, studyRightOid, teacher }: DemoApproval,
): Promise<void> {
  const [now, today] = [engine.clock.now(), engine.clock.today()]
  const plan = await findPlan(transaction, { studyRightOid })
  const asking = await findPersonOf(transaction, providerId, teacher)
  // Each provider has its own; those of the others are not there behind this one's fence.
  if (plan === undefined || asking === undefined) return
  const before = await situationOf(transaction, plan.id, today)
  if (before === undefined || before.present.length > 0) return
  await askApprovals({ transaction, audit: { actor: asking, now }, today }, plan.id, {})
  const student = approvedBy && (await findPersonOf(transaction, providerId, approvedBy))
  const path = before.parts.find(part => part.kind === 'path')
  if (!student || path === undefined) return
  const answering = {
    ...{
      transaction,
      today,
      audit: { actor: { ...student, studentId: uuidOf(before.plan.student_id) }, now },
      guardianOf: async () => null,
    },
    reader: { language: 'fi' as const, wording: noWords },
  }
  const { digest, key: part } = path
  const given = { part, digest, planVersion: plan.version, party: 'student', answer: 'approved' } as const
  await answerOwn(answering, plan.id, given)
}
