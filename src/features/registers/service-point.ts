import { installation } from '../../platform/access/installation.ts'
import type { Vault } from '../../platform/auth/vault.ts'
import type { Database } from '../../platform/db/database.ts'
import { type WriteTransaction, write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { type Register, registers } from './contract.ts'
import { listSettings, saveSetting } from './queries.ts'
import { natures, type RegisterSetting } from './rules.ts'
import { placeInVault } from './service.ts'

/** Services to ask in the place of the usual ones, with one name and password for those that want them. */
export interface Pointing {
  readonly addresses: Readonly<Record<Register, string>>
  readonly username: string
  readonly secret: string
  /** The origin at which they were found before, when that was another. */
  readonly before: string | undefined
  readonly now: Date
}

/** Points registers that nobody has set at other services: so that a demo asks nothing from the real world. */
export async function pointRegisters(
  database: Database,
  vault: Vault | undefined,
  providers: readonly Uuid[],
  pointing: Pointing,
): Promise<void> {
  for (const tenant of [installation, ...providers]) {
    const own = registers.filter(register => natures[register].national === (tenant === installation))
    await write(database, tenant, transaction => pointOwn(transaction, { tenant, own, vault }, pointing))
  }
}

interface Owner {
  readonly tenant: Uuid
  readonly own: readonly Register[]
  readonly vault: Vault | undefined
}

async function pointOwn(
  transaction: WriteTransaction,
  { own, tenant, vault }: Owner,
  pointing: Pointing,
): Promise<void> {
  const settings = await listSettings(transaction)
  for (const register of own) {
    const setting = settings.get(register)
    const address = pointing.addresses[register]
    if (setting === undefined || setting.address === address || !isOurs(setting, pointing)) continue
    const credentials =
      natures[register].needsCredentials && vault !== undefined
        ? {
            username: pointing.username,
            sealedSecret: vault.seal(pointing.secret, placeInVault(tenant, register)),
          }
        : {}
    const key = { providerId: tenant, register }
    await saveSetting(transaction, key, { ...setting, address, ...credentials }, pointing.now)
  }
}

/** Never changed, or changed by us at an earlier start: what somebody has typed stays. */
const isOurs = ({ address, version }: RegisterSetting, { before }: Pointing): boolean =>
  version === 0 || new URL(address).origin === before
