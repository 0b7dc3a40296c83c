import type { Person, Role } from '../../platform/access/actor.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { newId, type Uuid, uuidOf } from '../../platform/ids.ts'

/** How rows of people name the demo's own OpenID provider. */
export const demoIssuer = 'demo'

export interface NewPerson {
  readonly subject: string
  readonly name: string
  readonly language: Language
}

/** Inserts a person of the demo, or finds the one with the subject. Answers the id. */
export async function ensurePerson(transaction: WriteTransaction, person: NewPerson): Promise<string> {
  const known = await transaction
    .selectFrom('person')
    .select('id')
    .where('issuer', '=', demoIssuer)
    .where('subject', '=', person.subject)
    .executeTakeFirst()
  if (known) return known.id
  const id = newId()
  await transaction
    .insertInto('person')
    .values({ id, issuer: demoIssuer, ...person })
    .execute()
  return id
}

export async function ensureAssignment(
  transaction: WriteTransaction,
  assignment: {
    readonly personId: string
    readonly providerId: string
    readonly role: Role
    readonly studentId: string | null
  },
): Promise<void> {
  const { personId, providerId, role, studentId } = assignment
  await transaction
    .insertInto('assignment')
    .values({ person_id: personId, provider_id: providerId, role, student_id: studentId, origin: 'granted' })
    .onConflict(conflict => conflict.columns(['person_id', 'provider_id', 'role']).doNothing())
    .execute()
}

/** A person of the demo as an actor at the provider, with the roles held there. */
export async function findPersonOf(
  transaction: ReadTransaction,
  providerId: Uuid,
  subject: string,
): Promise<Person | undefined> {
  const rows = await transaction
    .selectFrom('person')
    .innerJoin('assignment as a', 'a.person_id', 'person.id')
    .select(['person.id', 'person.name', 'a.role'])
    .where('person.issuer', '=', demoIssuer)
    .where('person.subject', '=', subject)
    .where('a.provider_id', '=', providerId)
    .execute()
  const [first] = rows
  if (!first) return undefined
  return {
    kind: 'person',
    id: uuidOf(first.id),
    name: first.name,
    providerId,
    roles: rows.map(row => row.role as Role),
  }
}
