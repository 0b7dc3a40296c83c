import type { Role } from '../../platform/access/actor.ts'
import { installation } from '../../platform/access/installation.ts'
import type { Database } from '../../platform/db/database.ts'
import { read, type WriteTransaction, write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { guardiansOf } from '../guardians/public.ts'
import { linkGuardian } from '../guardianship/public.ts'
import { findStudentId } from '../students/public.ts'
import { ensureAssignment, ensurePerson, findPersonOf, type NewPerson } from './queries.ts'

export { findPersonOf }

import { findName } from './queries-list.ts'

export interface NewPersona extends NewPerson {
  /** Whether the person also keeps what all providers share. */
  readonly operator?: boolean
  readonly assignments: readonly {
    readonly providerId: Uuid
    readonly roles: readonly Role[]
    /** Which student the person is, where one of the roles is `student`. */
    readonly studentOid?: string
    /** Whose guardian the person is: the register tells of a guardian of this name. */
    readonly guardianOf?: string
  }[]
}

/** Stores a person of the demo with the roles at each provider; the students are stored before. */
export async function savePersona(database: Database, persona: NewPersona): Promise<void> {
  const { assignments, language, name, operator = false, subject } = persona
  const personId = await write(database, null, transaction =>
    ensurePerson(transaction, { language, name, subject }),
  )
  if (operator) {
    const assignment = { personId, providerId: installation, role: 'administrator', studentId: null } as const
    await write(database, null, transaction => ensureAssignment(transaction, assignment))
  }
  for (const { guardianOf, providerId, roles, studentOid } of assignments) {
    await write(database, providerId, async transaction => {
      const student = studentOid === undefined ? undefined : await findStudentId(transaction, studentOid)
      for (const role of roles) {
        const studentId = role === 'student' ? (student ?? null) : null
        await ensureAssignment(transaction, { personId, providerId, role, studentId })
      }
      if (guardianOf !== undefined)
        await guardAs(transaction, { personId, providerId, name, studentOid: guardianOf })
    })
  }
}

async function guardAs(
  transaction: WriteTransaction,
  {
    name,
    personId,
    providerId,
    studentOid,
  }: Record<'name' | 'personId' | 'providerId' | 'studentOid', string>,
): Promise<void> {
  const studentId = await findStudentId(transaction, studentOid)
  if (studentId === undefined) return
  const guardian = (await guardiansOf(transaction, [studentId])).find(one => one.name === name)
  // None where the student has come of age since the demo was made.
  if (guardian === undefined) return
  const row = { providerId, personId, studentId, guardianId: guardian.id, now: new Date(), by: null }
  await linkGuardian(transaction, row)
}

/** The name of a person of the demo; undefined when it has no such person. */
export function personaName(database: Database, subject: string): Promise<string | undefined> {
  return read(database, null, transaction => findName(transaction, subject))
}
