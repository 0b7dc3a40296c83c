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
  if (oids) query = query.where('oid', 'in', oids)
  return (await query.execute()).map(asName)
}

/** Notes names that were seen to have changed. A second change on one day is the name of that day. */
export async function insertNoticed(
  transaction: WriteTransaction,
  names: readonly NameOfOrganisation[],
): Promise<void> {
  if (names.length === 0) return
  await transaction
    .insertInto('organisation_name')
    .values(names.map(name => row(name, true)))
    .onConflict(conflict =>
      conflict
        .columns(['oid', 'starts_on'])
        .doUpdateSet(excluded => ({ names: excluded.ref('excluded.names') })),
    )
    .execute()
}

const row = ({ names, oid, startsOn }: NameOfOrganisation, noticed: boolean) => ({
  oid,
  starts_on: startsOn,
  names: JSON.stringify(names),
  noticed,
})

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
    await transaction
      .insertInto('organisation_name')
      .values(names.map(name => row({ oid, ...name }, false)))
      .execute()
  }
  await markReferenceChanged(transaction)
  return true
}
