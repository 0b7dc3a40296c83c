import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { type Register, registers, type Schedule } from './contract.ts'
import { type RegisterSetting, usualSetting } from './rules.ts'

const columns = [
  'register',
  'address',
  'username',
  'sealed_secret',
  'schedule',
  'hour',
  'weekday',
  'next_due_at',
  'version',
] as const

/** The settings of every register as those of whoever the door is open to; the usual ones where they have no row. */
export async function listSettings(
  transaction: ReadTransaction,
): Promise<ReadonlyMap<Register, RegisterSetting>> {
  const rows = await transaction.selectFrom('register_setting').select(columns).execute()
  const own = new Map(rows.map(row => [row.register, row]))
  return new Map(
    registers.map(register => {
      const row = own.get(register)
      if (row === undefined) return [register, usualSetting(register)]
      return [
        register,
        {
          address: row.address,
          username: row.username ?? undefined,
          sealedSecret: row.sealed_secret ?? undefined,
          schedule: row.schedule as Schedule,
          hour: row.hour,
          weekday: row.weekday,
          nextDueAt: row.next_due_at ?? undefined,
          version: row.version,
        },
      ]
    }),
  )
}

export async function settingOf(transaction: ReadTransaction, register: Register): Promise<RegisterSetting> {
  return (await listSettings(transaction)).get(register) ?? usualSetting(register)
}

/** Stores a setting over the version that was read. False when somebody else was first. */
export async function saveSetting(
  transaction: WriteTransaction,
  key: { readonly providerId: string; readonly register: Register },
  setting: RegisterSetting,
  now: Date,
): Promise<boolean> {
  const values = {
    address: setting.address,
    username: setting.username ?? null,
    sealed_secret: setting.sealedSecret ?? null,
    schedule: setting.schedule,
    hour: setting.hour,
    weekday: setting.weekday,
    next_due_at: setting.nextDueAt ?? null,
    changed_at: now,
  }
  if (setting.version === 0) {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('register_setting')
      .values({ provider_id: key.providerId, register: key.register, ...values, version: 1 })
      .onConflict(conflict => conflict.columns(['provider_id', 'register']).doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await transaction
    .updateTable('register_setting')
    .set({ ...values, version: sql`version + 1` })
    .where('provider_id', '=', key.providerId)
    .where('register', '=', key.register)
    .where('version', '=', setting.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface DueRegister {
  readonly register: Register
  readonly address: string
  readonly schedule: Schedule
  readonly hour: number
  readonly weekday: number
}

/** What is due, locked until the transaction ends; what another process has locked is its business. */
export async function lockDue(transaction: WriteTransaction, now: Date): Promise<DueRegister[]> {
  const rows = await transaction
    .selectFrom('register_setting')
    .select(['register', 'address', 'schedule', 'hour', 'weekday'])
    .where('schedule', '<>', 'off')
    .where('next_due_at', '<=', now)
    .orderBy('register')
    .forNoKeyUpdate()
    .skipLocked()
    .execute()
  return rows as DueRegister[]
}

export async function setNextDue(
  transaction: WriteTransaction,
  register: Register,
  next: Date | undefined,
): Promise<void> {
  await transaction
    .updateTable('register_setting')
    .set({ next_due_at: next ?? null })
    .where('register', '=', register)
    .execute()
}

/** Holds the register for the transaction: two who ask for a run at once are told of one run. */
export async function lockRegister(
  transaction: WriteTransaction,
  providerId: string,
  register: Register,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`register ${providerId} ${register}`}))`.execute(
    transaction,
  )
}

/** The national OID of a provider. */
export async function organisationOidOf(
  transaction: ReadTransaction,
  providerId: string,
): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('provider')
    .select('oid')
    .where('id', '=', providerId)
    .executeTakeFirst()
  return row?.oid
}

/** National OIDs of the providers that work here. */
export async function listProviderOids(transaction: ReadTransaction): Promise<string[]> {
  const rows = await transaction.selectFrom('provider').select('oid').where('kind', '=', 'provider').execute()
  return rows.map(row => row.oid)
}
