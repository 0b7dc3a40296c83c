import type { Role } from '../../platform/access/actor.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { newId } from '../../platform/ids.ts'

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
    .values({ person_id: personId, provider_id: providerId, role, student_id: studentId })
    .onConflict(conflict => conflict.columns(['person_id', 'provider_id', 'role']).doNothing())
    .execute()
}
