import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'

export async function findDays(transaction: ReadTransaction): Promise<number> {
  const row = await transaction.selectFrom('demo_clock').select('days').executeTakeFirst()
  return row?.days ?? 0
}

export async function storeDays(transaction: WriteTransaction, days: number): Promise<void> {
  await transaction
    .insertInto('demo_clock')
    .values({ one: true, days })
    .onConflict(conflict => conflict.column('one').doUpdateSet({ days }))
    .execute()
}
