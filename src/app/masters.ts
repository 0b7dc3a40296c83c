import type { MasterPart } from '../features/plans/public.ts'
import { settingsOf } from '../features/settings/public.ts'
import type { ReadTransaction } from '../platform/db/door.ts'

/** Who decides when a register and a colleague changed the same part, as the provider has set. */
export async function mastersOf(
  transaction: ReadTransaction,
): Promise<(part: MasterPart) => 'register' | 'here'> {
  const { master } = await settingsOf(transaction)
  return part => master[part]
}
