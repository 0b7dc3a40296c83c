import type { WriteTransaction } from '../db/door.ts'

/** Signs people out at one provider; where else they work they stay signed in. */
export async function endSessionsAt(
  transaction: WriteTransaction,
  providerId: string,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return
  await transaction
    .deleteFrom('session')
    .where('provider_id', '=', providerId)
    .where('person_id', 'in', [...personIds])
    .execute()
}
