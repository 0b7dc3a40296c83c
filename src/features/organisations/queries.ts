import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { markReferenceChanged, revisionIn } from '../codes/public.ts'
import type { Organisation, Successor } from './contract.ts'
import { namesOf } from './queries-names.ts'
import { type OrganisationIndex, organisationIndex } from './rules-index.ts'
import type { Succession } from './rules-successors.ts'

/** All organisations with their names over time and who follows whom, indexed; the vanished ones too. */
export async function loadOrganisations(transaction: ReadTransaction): Promise<OrganisationIndex> {
  const revision = await revisionIn(transaction)
  const rows = await transaction.selectFrom('organisation').select(['body', 'vanished_at']).execute()
  return organisationIndex({
    revision,
    organisations: rows.map(row => ({
      ...(row.body as unknown as Organisation),
      vanished: row.vanished_at !== null,
    })),
    names: await namesOf(transaction),
    successions: await allSuccessions(transaction),
  })
}

export async function allSuccessions(
  transaction: ReadTransaction,
): Promise<(Succession & { readonly source: string })[]> {
  const rows = await transaction
    .selectFrom('organisation_successor')
    .select(['oid', 'successor_oid', 'changes_on', 'source'])
    .orderBy('changes_on')
    .orderBy('successor_oid')
    .execute()
  return rows.map(row => ({
    oid: row.oid,
    successorOid: row.successor_oid,
    changesOn: row.changes_on,
    source: row.source,
  }))
}

/** Which of the organisations are known. */
export async function knownOids(
  transaction: ReadTransaction,
  oids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (oids.length === 0) return new Set()
  const rows = await transaction
    .selectFrom('organisation')
    .select('oid')
    .where(sql<boolean>`oid = any (${oids}::text[])`)
    .execute()
  return new Set(rows.map(row => row.oid))
}

/** Puts these in the place of the successors of an organisation. */
export async function replaceSuccessors(
  transaction: WriteTransaction,
  oid: string,
  successors: readonly Successor[],
): Promise<void> {
  await transaction.deleteFrom('organisation_successor').where('oid', '=', oid).execute()
  if (successors.length > 0) {
    await sql`
      insert into organisation_successor (oid, successor_oid, changes_on, source)
      select ${oid}, oid, "changesOn", source from jsonb_to_recordset(${JSON.stringify(successors)}::jsonb)
        as x (oid text, "changesOn" date, source text)`.execute(transaction)
  }
  await markReferenceChanged(transaction)
}
