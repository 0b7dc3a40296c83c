import { sql } from 'kysely'
import { Value } from 'typebox/value'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { ProviderSettings, type VersionedSettings } from './contract.ts'
import { defaultSettings } from './rules.ts'

/** The provider's own settings; undefined while it has never changed any. */
export async function findSettings(transaction: ReadTransaction): Promise<VersionedSettings | undefined> {
  const row = await transaction.selectFrom('provider_setting').selectAll().executeTakeFirst()
  if (row === undefined) return undefined
  const settings = Value.Parse(ProviderSettings, {
    master: row.master,
    nationalSender: row.national_sender,
    contactRetentionMonths: row.contact_retention_months,
    // A kind that this provider has not decided on yet is kept.
    retention: { ...defaultSettings.retention, ...(row.retention as object) },
    approvals: row.approvals ?? defaultSettings.approvals,
    signs: { ...defaultSettings.signs, ...(row.signs as object) },
    reminders: { ...defaultSettings.reminders, ...(row.reminders as object) },
  })
  return { ...settings, version: row.version }
}

/** Stores settings over the version that was read. False when somebody else was first. */
export async function saveSettings(
  transaction: WriteTransaction,
  providerId: string,
  settings: VersionedSettings,
  now: Date,
): Promise<boolean> {
  const values = {
    master: JSON.stringify(settings.master),
    national_sender: settings.nationalSender,
    contact_retention_months: settings.contactRetentionMonths,
    retention: JSON.stringify(settings.retention),
    approvals: JSON.stringify(settings.approvals),
    signs: JSON.stringify(settings.signs),
    reminders: JSON.stringify(settings.reminders),
    changed_at: now,
  }
  if (settings.version === 0) {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('provider_setting')
      .values({ provider_id: providerId, ...values, version: 1 })
      .onConflict(conflict => conflict.column('provider_id').doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await transaction
    .updateTable('provider_setting')
    .set({ ...values, version: sql`version + 1` })
    .where('provider_id', '=', providerId)
    .where('version', '=', settings.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
