import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { markReferenceChanged } from '../codes/public.ts'
import { compareRows } from '../imports/rules.ts'
import type { Organisation } from './contract.ts'
import { insertNoticed, namesOf } from './queries-names.ts'
import { noticedNames } from './rules.ts'

export interface TreeToSave {
  readonly root: string
  readonly organisations: readonly Organisation[]
  /** OIDs that the register has and that could not be read: what is known of them stays. */
  readonly refusedOids: readonly string[]
  /** Whether all that the register has below the root was told. */
  readonly complete: boolean
}

export interface TreeSaved {
  readonly read: number
  readonly written: number
  readonly vanished: number
}

/**
 * Stores an organisation with all that is below it: only what changed is written, what is no longer there is marked, and
 * a name that is another than before is noted with the day on which that was seen.
 */
export async function saveTree(
  transaction: WriteTransaction,
  tree: TreeToSave,
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<TreeSaved> {
  const left = new Set(tree.refusedOids)
  const stored = (await storedAround(transaction, tree)).filter(row => !left.has(row.oid))
  const { changed, ...compared } = compareRows(
    stored.map(row => ({ key: row.oid, body: row.body, vanished: row.vanished })),
    tree.organisations.map(one => ({ key: one.oid, body: one })),
  )
  const vanished = tree.complete ? compared.vanished : []
  const counts = { ...compared.counts, vanished: vanished.length }
  if (counts.written + counts.vanished === 0) return counts
  const before = new Map(stored.map(row => [row.oid, row.body]))
  const bodies = changed.map(row => row.body)
  await upsert(transaction, bodies, now)
  const known = bodies.filter(one => before.has(one.oid))
  const history = Map.groupBy(
    await namesOf(
      transaction,
      known.map(one => one.oid),
    ),
    name => name.oid,
  )
  const noticed = known.flatMap(one => {
    const names = noticedNames(before.get(one.oid) ?? one, one, history.get(one.oid) ?? [], today)
    return names.map(name => ({ oid: one.oid, ...name }))
  })
  await insertNoticed(transaction, noticed)
  if (vanished.length > 0) {
    await transaction
      .updateTable('organisation')
      .set({ vanished_at: now })
      .where(sql<boolean>`oid = any (${vanished}::text[])`)
      .execute()
  }
  await markReferenceChanged(transaction)
  return counts
}

/** What is stored of the organisations of the tree, and of all that has been below its root until now. */
async function storedAround(
  transaction: ReadTransaction,
  { organisations, root }: TreeToSave,
): Promise<{ oid: string; body: Organisation; vanished: boolean }[]> {
  // `union` drops what has been met, so that a circle of parents in older data ends.
  const { rows } = await sql<{ oid: string; body: Organisation; vanished: boolean }>`
    with recursive below as (
      select oid from organisation where oid = ${root}
      union
      select o.oid from organisation o join below b on o.parent_oid = b.oid
    )
    select oid, body, vanished_at is not null as vanished from organisation
    where oid in (select oid from below) or oid in (select jsonb_array_elements_text(${JSON.stringify(
      organisations.map(one => one.oid),
    )}::jsonb))`.execute(transaction)
  return rows
}

async function upsert(
  transaction: WriteTransaction,
  organisations: readonly Organisation[],
  now: Date,
): Promise<void> {
  if (organisations.length === 0) return
  const rows = organisations.map(one => ({
    oid: one.oid,
    parent_oid: one.parentOid,
    business_id: one.businessId,
    institution_code: one.institutionCode,
    institution_type: one.institutionType,
    kinds: one.kinds,
    names: one.names,
    municipality: one.municipality,
    valid_from: one.validFrom,
    valid_until: one.validUntil,
    status: one.status ?? 'unknown',
    body: one,
  }))
  await sql`
    insert into organisation (oid, parent_oid, business_id, institution_code, institution_type, kinds, names,
      municipality, valid_from, valid_until, status, body, changed_at)
    select oid, parent_oid, business_id, institution_code, institution_type,
      array(select jsonb_array_elements_text(kinds)), names, municipality, valid_from, valid_until, status, body,
      ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (oid text, parent_oid text, business_id text,
      institution_code text, institution_type text, kinds jsonb, names jsonb, municipality text, valid_from date,
      valid_until date, status text, body jsonb)
    on conflict (oid) do update set parent_oid = excluded.parent_oid, business_id = excluded.business_id,
      institution_code = excluded.institution_code, institution_type = excluded.institution_type,
      kinds = excluded.kinds, names = excluded.names, municipality = excluded.municipality,
      valid_from = excluded.valid_from, valid_until = excluded.valid_until, status = excluded.status,
      body = excluded.body, changed_at = excluded.changed_at, vanished_at = null`.execute(transaction)
}
