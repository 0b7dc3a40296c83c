import { guardiansOf } from '../features/guardians/public.ts'
import { isGuardianOn } from '../features/guardians/rules.ts'
import { invitationsOf, saveClaim } from '../features/invitations/queries.ts'
import { makeInvitation } from '../features/invitations/service.ts'
import { findPersonOf } from '../features/personas/public.ts'
import { demoIssuer } from '../features/personas/queries.ts'
import { findPlan } from '../features/plans/public.ts'
import { insertOpening, sharesOf } from '../features/shares/queries.ts'
import { makeShare } from '../features/shares/service.ts'
import { findStudentId } from '../features/students/public.ts'
import { type WriteTransaction, write } from '../platform/db/door.ts'
import { newId, uuidOf } from '../platform/ids.ts'
import { addDays } from '../platform/time/plain-date.ts'
import type { DemoRun } from './demo-history.ts'

interface DemoInvitation {
  readonly studentOid: string
  readonly teacher: string
  /** Who signed in by it, and waits until staff say whether it is the guardian. */
  readonly claimedBy?: { readonly subject: string; readonly name: string }
}

/** Guardians who have been invited: one has signed in as somebody whom the register does not tell of, one not yet. */
const invitations: readonly DemoInvitation[] = [
  {
    studentOid: '1.2.246.562.98.99807909777',
    teacher: 'olli-opettavainen',
    claimedBy: { subject: 'hoiva-kuvitelma', name: 'H. Kuvitelma-Malli' },
  },
  { studentOid: '1.2.246.562.98.17252719756', teacher: 'olli-opettavainen' },
  {
    studentOid: '1.2.246.562.98.32842052105',
    teacher: 'lars-lararson',
    claimedBy: { subject: 'far-fiktivsson', name: 'F. Fiktivsson-Modell' },
  },
]

/** What students have shared of their paths: whose, whose plan, with whom. */
const shares = [
  {
    student: 'opiskelija-kuusenkerkka',
    studentOid: '1.2.246.562.98.42966906473',
    studyRightOid: '1.2.246.562.15.45696030506',
    recipient: 'Autokorjaamo Keksilä',
  },
  {
    student: 'studerande-havsvind',
    studentOid: '1.2.246.562.98.92021344111',
    studyRightOid: '1.2.246.562.15.55991525092',
    recipient: 'Moster i Fantasiby',
  },
] as const

/** Who has been invited and what is shared, so that each page of it has something on it. Done once. */
export async function loadPeople(run: DemoRun): Promise<void> {
  const { engine, providerId } = run
  await write(engine.database, providerId, async transaction => {
    for (const invitation of invitations) await invite(transaction, run, invitation)
    for (const share of shares) await shareParts(transaction, run, share)
  })
}

const sending = { jobs: { send: () => Promise.resolve() }, mail: false, publicUrl: '' }

async function invite(
  transaction: WriteTransaction,
  { engine, providerId }: DemoRun,
  { claimedBy, studentOid, teacher }: DemoInvitation,
): Promise<void> {
  const [now, today] = [engine.clock.now(), engine.clock.today()]
  const studentId = await findStudentId(transaction, studentOid)
  const actor = await findPersonOf(transaction, providerId, teacher)
  if (studentId === undefined || actor === undefined) return
  const guardian = (await guardiansOf(transaction, [studentId])).find(one => isGuardianOn(one, today))
  const before = await invitationsOf(transaction, studentId)
  if (guardian === undefined || before.length > 0) return
  const wanted = { kind: 'guardian', guardianId: guardian.id, studentId, by: 'link' } as const
  const { id } = await makeInvitation(transaction, { audit: { actor, now }, today }, wanted, sending)
  if (claimedBy === undefined) return
  const claim = { ...claimedBy, state: 'waiting', at: now, issuer: demoIssuer, personId: null } as const
  await saveClaim(transaction, id, claim)
}

const nameless = { nameOf: () => undefined, qualificationOf: () => undefined }

async function shareParts(
  transaction: WriteTransaction,
  { engine, providerId }: DemoRun,
  { recipient, student, studentOid, studyRightOid }: (typeof shares)[number],
): Promise<void> {
  const [now, today] = [engine.clock.now(), engine.clock.today()]
  const studentId = await findStudentId(transaction, studentOid)
  const actor = await findPersonOf(transaction, providerId, student)
  const plan = await findPlan(transaction, { studyRightOid })
  if (studentId === undefined || actor === undefined || plan === undefined) return
  if ((await sharesOf(transaction, studentId)).length > 0) return
  const wanted = { planId: plan.id, recipient, lastDay: addDays(today, 30), studentId }
  const parts = [{ kind: 'how-far' as const }, { kind: 'career' as const }]
  const moment = { providerId, today, language: 'fi' } as const
  const audit = { actor: { ...actor, studentId: uuidOf(studentId) }, now }
  const around = { dependencies: nameless, publicUrl: '' }
  const { id: linkId } = await makeShare(transaction, audit, moment, { ...wanted, parts }, around)
  await insertOpening(transaction, { providerId, id: newId(now.getTime()), linkId, now })
}
