import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { guardiansOf } from '../guardians/public.ts'
import { isGuardianOn } from '../guardians/rules.ts'
import { guardianPersons } from '../guardianship/public.ts'
import { findProtection } from '../students/public.ts'
import type { Invitable, Invitation, StudentInvitations } from './contract.ts'
import { invitationsOf, type StoredInvitation, waitingInvitations } from './queries.ts'
import { findStudentToInvite, type StudentToInvite, studentPersons } from './queries-invited.ts'
import { actionsIn, stateOf } from './rules.ts'

interface Reading {
  readonly actor: Actor
  readonly now: Date
  readonly today: PlainDate
}

type Guardians = Awaited<ReturnType<typeof guardiansOf>>

const calledOf = ({ calledName, familyName, givenNames }: StudentToInvite): string | undefined =>
  [calledName ?? givenNames, familyName].filter(part => part !== null).join(' ') || undefined

/** Who may be invited of a student, and who has been. Of a masked student nothing: a claimed name tells who it is. */
export async function studentInvitations(
  transaction: ReadTransaction,
  reading: Reading,
  studentId: string,
): Promise<Omit<StudentInvitations, 'mail'> | undefined> {
  const student = await findStudentToInvite(transaction, studentId)
  if (student === undefined) return undefined
  const protection = await findProtection(transaction, reading.actor, reading.today, studentId)
  if (protection?.masked === true) return { invitable: [], items: [] }
  const guardians = await guardiansOf(transaction, [studentId])
  const rows = await invitationsOf(transaction, studentId)
  const { providerId } = reading.actor
  const students = await studentPersons(transaction, providerId, studentId)
  const linked = await guardianPersons(transaction, studentId)
  const signsIn = (guardianId: string) => linked.some(one => one.guardianId === guardianId)
  return {
    invitable: [
      { kind: 'student', email: student.email !== null, signsIn: students.length > 0 },
      ...guardians
        .filter(one => isGuardianOn(one, reading.today))
        .map(
          (one): Invitable => ({
            ...{ kind: 'guardian', guardianId: one.id, email: one.email !== null, signsIn: signsIn(one.id) },
            ...(one.name === null ? {} : { name: one.name }),
          }),
        ),
    ],
    items: rows.map(row => shown(row, student, guardians, reading.now)),
  }
}

/** Those who wait until staff say whether they are who was invited; of students masked to the reader nothing. */
export async function waitingFor(
  transaction: ReadTransaction,
  reading: Reading,
  limit: number,
): Promise<Invitation[]> {
  const rows = await waitingInvitations(transaction, limit)
  const items: Invitation[] = []
  for (const row of rows) {
    const student = await findStudentToInvite(transaction, row.studentId)
    const protection = await findProtection(transaction, reading.actor, reading.today, row.studentId)
    if (student === undefined || protection?.masked !== false) continue
    items.push(shown(row, student, await guardiansOf(transaction, [row.studentId]), reading.now))
  }
  return items
}

function shown(row: StoredInvitation, student: StudentToInvite, guardians: Guardians, now: Date): Invitation {
  const state = stateOf(row, now)
  const name = calledOf(student)
  const guardian = guardians.find(one => one.id === row.guardianId)
  return {
    id: row.id,
    kind: row.kind,
    student: { id: row.studentId, ...(name === undefined ? {} : { name }) },
    ...(row.guardianId === null
      ? {}
      : { guardian: { id: row.guardianId, ...(guardian?.name ? { name: guardian.name } : {}) } }),
    state,
    madeAt: row.madeAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    ...(row.mailedAt === null ? {} : { mailedAt: row.mailedAt.toISOString() }),
    ...claimOf(row),
    permittedActions: [...actionsIn(state)],
  }
}

function claimOf({
  claimedAt,
  claimIssuer,
  claimName,
}: StoredInvitation): Pick<Invitation, 'claim'> | object {
  if (claimedAt === null || claimIssuer === null) return {}
  const name = claimName === null ? {} : { name: claimName }
  return { claim: { ...name, issuer: claimIssuer, at: claimedAt.toISOString() } }
}
