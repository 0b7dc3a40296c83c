import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { markReferenceChanged } from '../codes/public.ts'
import { canonical } from '../imports/rules.ts'
import type { OrganisationName } from './contract.ts'

export type NameOfOrganisation = OrganisationName & { readonly oid: string }

interface NameRow {
  readonly oid: string
  readonly starts_on: string
  readonly names: unknown
  readonly noticed: boolean
}

const asName = (row: NameRow): NameOfOrganisation => ({
  oid: row.oid,
  startsOn: row.starts_on,
  names: row.names as OrganisationName['names'],
  ...(row.noticed ? { noticed: true } : {}),
})

/** Names over time of the organisations, oldest first; of all where none are named. */
export async function namesOf(
  transaction: ReadTransaction,
  oids?: readonly string[],
): Promise<NameOfOrganisation[]> {
  if (oids?.length === 0) return []
  let query = transaction
    .selectFrom('organisation_name')
    .select(['oid', 'starts_on', 'names', 'noticed'])
    .orderBy('oid')
    .orderBy('starts_on')
  if (oids) query = query.where(sql<boolean>`oid = any (${oids}::text[])`)
  return (await query.execute()).map(asName)
}

/** Notes names that were seen to have changed. A second change on one day is the name of that day. */
export async function insertNoticed(
  transaction: WriteTransaction,
  names: readonly NameOfOrganisation[],
): Promise<void> {
  if (names.length === 0) return
  await sql`
    insert into organisation_name (oid, starts_on, names, noticed)
    select oid, "startsOn", names, true from ${rowsOf(names)}
    on conflict (oid, starts_on) do update set names = excluded.names`.execute(transaction)
}

const rowsOf = (names: readonly NameOfOrganisation[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as x (oid text, "startsOn" date, names jsonb)`

/**
 * Stores the register's own list of names over time: it takes the place of what we had noticed ourselves. Undefined when
 * the organisation is not known; else whether anything changed.
 */
export async function saveNames(
  transaction: WriteTransaction,
  oid: string,
  names: readonly OrganisationName[],
): Promise<boolean | undefined> {
  const known = await sql`select from organisation where oid = ${oid}`.execute(transaction)
  if (known.rows.length === 0) return undefined
  const stored = (await namesOf(transaction, [oid])).map(({ oid: _oid, ...name }) => name)
  if (canonical(stored) === canonical(names)) return false
  await transaction.deleteFrom('organisation_name').where('oid', '=', oid).execute()
  if (names.length > 0) {
    await sql`
      insert into organisation_name (oid, starts_on, names, noticed)
      select oid, "startsOn", names, false from ${rowsOf(names.map(name => ({ oid, ...name })))}`.execute(
      transaction,
    )
  }
  await markReferenceChanged(transaction)
  return true
}
