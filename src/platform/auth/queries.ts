import { sql } from 'kysely'
import type { Role } from '../access/actor.ts'
import { installation } from '../access/installation.ts'
import type { ReadTransaction } from '../db/door.ts'
import type { TicketKind } from './credentials.ts'

/** The session of a secret with who is signed in and their roles at the provider that is active. */
export async function findSession(transaction: ReadTransaction, secretHash: Buffer) {
  return transaction
    .selectFrom('session as s')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .innerJoin('assignment as a', join =>
      join.onRef('a.person_id', '=', 's.person_id').onRef('a.provider_id', '=', 's.provider_id'),
    )
    .select(['s.person_id', 's.csrf_token', 's.language', 's.expires_at', 'p.name'])
    .select(eb => [
      eb.ref('a.provider_id').as('provider_id'),
      sql<Role[]>`array_agg(a.role order by a.role)`.as('roles'),
      sql<string | null>`max(a.student_id::text)`.as('student_id'),
      sql<boolean>`exists(select from assignment o where o.person_id = s.person_id
        and o.provider_id = ${installation} and o.role = 'administrator')`.as('operator'),
    ])
    .where('s.secret_hash', '=', secretHash)
    .groupBy(['s.secret_hash', 's.person_id', 'p.id', 'a.provider_id'])
    .executeTakeFirst()
}

/** A key that has not been revoked. */
export async function findKey(transaction: ReadTransaction, keyId: string) {
  return transaction
    .selectFrom('api_key')
    .select(['id', 'source_system', 'secret_hash'])
    .where('id', '=', keyId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
}

/** A ticket whose key has not been revoked since. */
export async function findTicket(transaction: ReadTransaction, kind: TicketKind, secretHash: Buffer) {
  return transaction
    .selectFrom('service_ticket as t')
    .innerJoin('api_key as k', join =>
      join.onRef('k.provider_id', '=', 't.provider_id').onRef('k.id', '=', 't.key_id'),
    )
    .select(['k.id', 'k.source_system', 't.expires_at'])
    .where('t.secret_hash', '=', secretHash)
    .where('t.kind', '=', kind)
    .where('k.revoked_at', 'is', null)
    .executeTakeFirst()
}
