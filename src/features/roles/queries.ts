import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { newId, type Uuid, uuidOf } from '../../platform/ids.ts'
import type { HeldRole, RoleOrigin } from './contract.ts'
import { type StaffRole, staffRoles } from './rules-names.ts'

/** The place after which a page of the list starts: people are ordered by name, then id. */
export interface ListPlace {
  readonly name: string
  readonly id: string
}

export interface HolderFilter {
  readonly search?: string | undefined
  readonly after?: ListPlace | undefined
  readonly personId?: string | undefined
  readonly limit: number
}

const byName = sql`p.name collate "fi-x-icu"`

/** People with a role of staff at a provider. Assignments are shared rows, so the provider is named. */
export async function listHolders(
  transaction: ReadTransaction,
  providerId: string,
  { after, limit, personId, search }: HolderFilter,
) {
  let query = transaction
    .selectFrom('assignment as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select(['p.id', 'p.name', 'p.subject'])
    .select(
      sql<HeldRole[]>`jsonb_agg(jsonb_build_object('role', a.role, 'origin', a.origin) order by a.role)`.as(
        'roles',
      ),
    )
    .where('a.provider_id', '=', providerId)
    .where('a.role', 'in', [...staffRoles])
    .groupBy('p.id')
    .orderBy(byName)
    .orderBy('p.id')
    .limit(limit)
  if (personId !== undefined) query = query.where('p.id', '=', personId)
  if (search !== undefined) query = query.where(sql<boolean>`position(lower(${search}) in lower(p.name)) > 0`)
  if (after) query = query.where(sql<boolean>`(${byName}, p.id) > (${after.name}, ${after.id}::uuid)`)
  return query.execute()
}

/** Until the transaction ends, only it changes roles at this provider: two must not both leave the last administrator. */
export async function lockRoles(transaction: WriteTransaction, providerId: string): Promise<void> {
  await transaction
    .selectFrom('provider')
    .select('id')
    .where('id', '=', providerId)
    .forNoKeyUpdate()
    .execute()
}

export async function countAdministrators(transaction: ReadTransaction, providerId: string): Promise<number> {
  const { count } = await transaction
    .selectFrom('assignment')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('provider_id', '=', providerId)
    .where('role', '=', 'administrator')
    .executeTakeFirstOrThrow()
  return count
}

/** Whether the person has any role at the provider, that of a student too. */
export async function worksAt(
  transaction: ReadTransaction,
  providerId: string,
  personId: string,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('assignment')
    .select('role')
    .where('person_id', '=', personId)
    .where('provider_id', '=', providerId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export interface RoleKey {
  readonly personId: string
  readonly providerId: string
  readonly role: StaffRole
}

/** From now on the role stays, whoever gave it before. False when it was granted already. */
export async function grantRole(
  transaction: WriteTransaction,
  { personId, providerId, role }: RoleKey,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('assignment')
    .values({ person_id: personId, provider_id: providerId, role, origin: 'granted' })
    .onConflict(conflict =>
      conflict
        .columns(['person_id', 'provider_id', 'role'])
        .doUpdateSet({ origin: 'granted' })
        .where('assignment.origin', '<>', 'granted'),
    )
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Takes a role away; answers who had given it, undefined when it was not held. */
export async function revokeRole(
  transaction: WriteTransaction,
  { personId, providerId, role }: RoleKey,
): Promise<RoleOrigin | undefined> {
  const row = await transaction
    .deleteFrom('assignment')
    .where('person_id', '=', personId)
    .where('provider_id', '=', providerId)
    .where('role', '=', role)
    .returning('origin')
    .executeTakeFirst()
  return row?.origin as RoleOrigin | undefined
}

export interface NewPerson {
  readonly issuer: string
  readonly subject: string
  readonly name: string
  readonly language: Language
}

export async function findPersonId(
  transaction: ReadTransaction,
  issuer: string,
  subject: string,
): Promise<Uuid | undefined> {
  const row = await transaction
    .selectFrom('person')
    .select('id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row && uuidOf(row.id)
}

/** Inserts a person, or finds the one whom the OpenID provider names so; a known name stays. */
export async function ensurePerson(
  transaction: WriteTransaction,
  person: NewPerson,
): Promise<{ readonly id: Uuid; readonly isNew: boolean }> {
  const inserted = await transaction
    .insertInto('person')
    .values({ id: newId(), ...person })
    .onConflict(conflict => conflict.columns(['issuer', 'subject']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted) return { id: uuidOf(inserted.id), isNew: true }
  const known = await findPersonId(transaction, person.issuer, person.subject)
  if (known === undefined) throw new Error('A person was there and is not')
  return { id: known, isNew: false }
}
