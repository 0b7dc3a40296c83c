import { sql } from 'kysely'
import type { Role } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { demoIssuer } from './queries.ts'

/** People of the demo, each at the first of their providers, in the order of providers and names. */
export async function listPeople(transaction: ReadTransaction) {
  const perProvider = transaction
    .selectFrom('person')
    .innerJoin('assignment as a', 'a.person_id', 'person.id')
    .innerJoin('provider as p', 'p.id', 'a.provider_id')
    .distinctOn('person.id')
    .select(['person.id', 'person.subject', 'person.name', 'person.language'])
    .select(['p.id as provider_id', 'p.name_fi', 'p.name_sv', 'p.name_en'])
    .select(sql<Role[]>`array_agg(a.role)`.as('roles'))
    .where('person.issuer', '=', demoIssuer)
    // The installation is no provider to work at.
    .where('p.kind', '=', 'provider')
    .groupBy(['person.id', 'p.id'])
    .orderBy('person.id')
    .orderBy(sql`p.name_fi collate "fi-x-icu"`)
  return transaction
    .selectFrom(perProvider.as('persona'))
    .selectAll()
    .orderBy(sql`name_fi collate "fi-x-icu"`)
    .orderBy('provider_id')
    .orderBy(sql`name collate "fi-x-icu"`)
    .execute()
}

export async function providerNames(transaction: ReadTransaction, ids: readonly string[]) {
  if (ids.length === 0) return []
  return transaction
    .selectFrom('provider')
    .select(['id as provider_id', 'name_fi', 'name_sv', 'name_en'])
    .where('id', 'in', ids)
    .orderBy(sql`name_fi collate "fi-x-icu"`)
    .execute()
}

export async function findName(transaction: ReadTransaction, subject: string): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('person')
    .select('name')
    .where('issuer', '=', demoIssuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.name
}
