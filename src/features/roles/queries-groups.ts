import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { type Uuid, uuidOf } from '../../platform/ids.ts'
import type { GroupRoles, HeldRole, RoleMapping } from './contract.ts'
import type { Following } from './rules.ts'
import { type StaffRole, staffRoles } from './rules-names.ts'

export async function findMapping(transaction: ReadTransaction, providerId: string): Promise<RoleMapping> {
  const [rows, provider] = await Promise.all([
    transaction
      .selectFrom('group_role')
      .select(['group_name as group', sql<StaffRole[]>`array_agg(role order by role)`.as('roles')])
      .where('provider_id', '=', providerId)
      .groupBy('group_name')
      .orderBy(sql`group_name collate "C"`)
      .execute(),
    transaction
      .selectFrom('provider')
      .select('group_roles_version as version')
      .where('id', '=', providerId)
      .executeTakeFirstOrThrow(),
  ])
  return { items: rows, version: provider.version }
}

/** Replaces the mapping over the version that was read. False when somebody else was first. */
export async function replaceMapping(
  transaction: WriteTransaction,
  providerId: string,
  { items, version }: RoleMapping,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('provider')
    .set({ group_roles_version: sql`group_roles_version + 1` })
    .where('id', '=', providerId)
    .where('group_roles_version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await transaction.deleteFrom('group_role').where('provider_id', '=', providerId).execute()
  const rows = items.flatMap(({ group, roles }: GroupRoles) =>
    roles.map(role => ({ provider_id: providerId, group_name: group, role })),
  )
  if (rows.length > 0) await transaction.insertInto('group_role').values(rows).execute()
  return true
}

/** Whether groups could change anything for this person: what need not be asked is not asked. */
export async function groupsMatter(
  transaction: ReadTransaction,
  personId: Uuid | undefined,
): Promise<boolean> {
  const mapped = await transaction.selectFrom('group_role').select('role').limit(1).executeTakeFirst()
  if (mapped !== undefined || personId === undefined) return mapped !== undefined
  const followed = await transaction
    .selectFrom('assignment')
    .select('role')
    .where('person_id', '=', personId)
    .where('origin', '=', 'openid')
    .limit(1)
    .executeTakeFirst()
  return followed !== undefined
}

/** The roles that groups give, by provider. */
export async function rolesOfGroups(
  transaction: ReadTransaction,
  groups: readonly string[],
): Promise<ReadonlyMap<Uuid, readonly StaffRole[]>> {
  if (groups.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('group_role')
    .select(['provider_id', 'role'])
    .distinct()
    .where(sql<boolean>`group_name = any(${[...groups]}::text[])`)
    .orderBy('role')
    .execute()
  const byProvider = Map.groupBy(rows, row => uuidOf(row.provider_id))
  return new Map([...byProvider].map(([id, own]) => [id, own.map(row => row.role as StaffRole)]))
}

/** Roles of staff that a person holds, by provider. */
export async function rolesHeld(
  transaction: ReadTransaction,
  personId: Uuid,
): Promise<ReadonlyMap<Uuid, readonly HeldRole[]>> {
  const rows = await transaction
    .selectFrom('assignment')
    .select(['provider_id', 'role', 'origin'])
    .where('person_id', '=', personId)
    .where('role', 'in', [...staffRoles])
    .execute()
  const byProvider = Map.groupBy(rows, row => uuidOf(row.provider_id))
  return new Map([...byProvider].map(([id, own]) => [id, own.map(row => row as HeldRole)]))
}

/** Makes roles follow groups at one provider; answers what truly changed, as another sign-in may have been first. */
export async function follow(
  transaction: WriteTransaction,
  personId: Uuid,
  providerId: Uuid,
  { give, take }: Following,
): Promise<{ readonly given: StaffRole[]; readonly taken: StaffRole[] }> {
  const inserting = transaction
    .insertInto('assignment')
    .values(
      give.map(role => ({
        person_id: personId,
        provider_id: providerId,
        role,
        origin: 'openid' as const,
      })),
    )
    .onConflict(conflict => conflict.columns(['person_id', 'provider_id', 'role']).doNothing())
    .returning('role')
  const deleting = transaction
    .deleteFrom('assignment')
    .where('person_id', '=', personId)
    .where('provider_id', '=', providerId)
    .where('origin', '=', 'openid')
    .where(sql<boolean>`role = any(${[...take]}::text[])`)
    .returning('role')
  const given = give.length === 0 ? [] : await inserting.execute()
  const taken = take.length === 0 ? [] : await deleting.execute()
  const names = (rows: readonly { role: string }[]) => rows.map(row => row.role as StaffRole)
  return { given: names(given), taken: names(taken) }
}
