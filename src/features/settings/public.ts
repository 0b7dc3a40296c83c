import type { ReadTransaction } from '../../platform/db/door.ts'
import type { VersionedSettings } from './contract.ts'
import { findSettings } from './queries.ts'
import { defaultSettings } from './rules.ts'

/** The settings of the provider behind whose door the transaction is; the defaults while it has none. */
export async function settingsOf(transaction: ReadTransaction): Promise<VersionedSettings> {
  return (await findSettings(transaction)) ?? { ...defaultSettings, version: 0 }
}
