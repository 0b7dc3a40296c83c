import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { markReferenceChanged } from '../codes/public.ts'
import type { RowCounts } from '../imports/contract.ts'
import { canonical, compareRows } from '../imports/rules.ts'
import type { Qualification, Unit } from './contract.ts'

/** Stores a qualification: only what changed is written, and units that it no longer has are marked. */
export async function saveQualification(
  transaction: WriteTransaction,
  qualification: Qualification,
  now: Date,
): Promise<Omit<RowCounts, 'refused'>> {
  const { units, ...body } = qualification
  const stored = await storedUnits(transaction, qualification)
  const { changed, vanished, counts } = compareRows(
    stored,
    units.map(unit => ({ key: unit.codeUri, body: unit })),
  )
  const bodyChanged = await saveBody(transaction, body, now)
  if (changed.length > 0) await upsertUnits(transaction, qualification, changed)
  if (vanished.length > 0) await markUnits(transaction, qualification, vanished, now)
  if (bodyChanged || counts.written + counts.vanished > 0) await markReferenceChanged(transaction)
  // The qualification itself is a row too.
  const own = { read: 1, written: bodyChanged ? 1 : 0, unchanged: bodyChanged ? 0 : 1 }
  return {
    read: counts.read + own.read,
    written: counts.written + own.written,
    unchanged: counts.unchanged + own.unchanged,
    vanished: counts.vanished,
  }
}

async function storedUnits(transaction: ReadTransaction, { diaryNumber, id }: Qualification) {
  const rows = await transaction
    .selectFrom('qualification_unit')
    .select(['code_uri', 'body', 'vanished_at'])
    .where('diary_number', '=', diaryNumber)
    .where('national_id', '=', id)
    .execute()
  return rows.map(row => ({ key: row.code_uri, body: row.body, vanished: row.vanished_at !== null }))
}

async function saveBody(
  transaction: WriteTransaction,
  body: Omit<Qualification, 'units'>,
  now: Date,
): Promise<boolean> {
  const found = await transaction
    .selectFrom('qualification')
    .select('body')
    .where('diary_number', '=', body.diaryNumber)
    .where('national_id', '=', body.id)
    .executeTakeFirst()
  if (found && canonical(found.body) === canonical(body)) return false
  const values = {
    diary_number: body.diaryNumber,
    national_id: body.id,
    names: JSON.stringify(body.names),
    valid_from: body.validFrom ?? null,
    valid_until: body.validUntil ?? null,
    transition_until: body.transitionUntil ?? null,
    body: JSON.stringify(body),
    changed_at: now,
  }
  await transaction
    .insertInto('qualification')
    .values(values)
    .onConflict(conflict => conflict.columns(['diary_number', 'national_id']).doUpdateSet(values))
    .execute()
  return true
}

async function upsertUnits(
  transaction: WriteTransaction,
  { diaryNumber, id }: Qualification,
  units: readonly { readonly key: string; readonly body: Unit }[],
): Promise<void> {
  await sql`
    insert into qualification_unit (diary_number, national_id, code_uri, body)
    select ${diaryNumber}, ${id}::integer, key, body
    from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as x (key text, body jsonb)
    on conflict (diary_number, national_id, code_uri) do update set body = excluded.body, vanished_at = null`.execute(
    transaction,
  )
}

async function markUnits(
  transaction: WriteTransaction,
  { diaryNumber, id }: Qualification,
  codeUris: readonly string[],
  now: Date,
): Promise<void> {
  await transaction
    .updateTable('qualification_unit')
    .set({ vanished_at: now })
    .where('diary_number', '=', diaryNumber)
    .where('national_id', '=', id)
    .where(sql<boolean>`code_uri = any (${codeUris}::text[])`)
    .execute()
}

/** Every qualification with its present units; and, apart, the units that have vanished, for their names. */
export async function allQualifications(
  transaction: ReadTransaction,
): Promise<{ readonly qualifications: Qualification[]; readonly vanishedUnits: Unit[] }> {
  const bodies = await transaction.selectFrom('qualification').select('body').orderBy('valid_from').execute()
  const units = await transaction
    .selectFrom('qualification_unit')
    .select(['diary_number', 'national_id', 'body', 'vanished_at'])
    .execute()
  const present = Map.groupBy(
    units.filter(row => row.vanished_at === null),
    row => `${row.diary_number} ${row.national_id}`,
  )
  const qualifications = bodies.map(row => {
    const body = row.body as unknown as Omit<Qualification, 'units'>
    const own = present.get(`${body.diaryNumber} ${body.id}`) ?? []
    return { ...body, units: own.map(unit => unit.body as unknown as Unit) }
  })
  const vanishedUnits = units.filter(row => row.vanished_at !== null).map(row => row.body as unknown as Unit)
  return { qualifications, vanishedUnits }
}
