import type { Vault } from '../../platform/auth/vault.ts'
import type { Database } from '../../platform/db/database.ts'
import { read } from '../../platform/db/door.ts'
import type { Reach } from '../../platform/http-client/address.ts'
import { ServiceFailure } from '../../platform/http-client/failure.ts'
import { FetchFailure } from '../imports/contract-definition.ts'
import type { Connect } from './contract-connection.ts'
import { listProviderOids, organisationOidOf, settingOf } from './queries.ts'
import { natures } from './rules.ts'
import { ownerOf, placeInVault, reachOf } from './service.ts'

export { pointRegisters } from './service-point.ts'
export { listProviderOids }

/** Opens connections from the settings as they are now, passwords from the vault. */
export function connector(database: Database, vault: Vault | undefined, reach: Reach): Connect {
  return async (providerId, register) => {
    const owner = ownerOf(register, providerId)
    const [setting, oid] = await read(database, owner, async transaction => [
      await settingOf(transaction, register),
      await organisationOidOf(transaction, owner),
    ])
    const { address, sealedSecret, username } = setting
    const secret =
      sealedSecret === undefined ? undefined : vault?.open(sealedSecret, placeInVault(owner, register))
    if (natures[register].needsCredentials && (username === undefined || secret === undefined))
      throw new FetchFailure({ pointer: '', code: 'service-no-credentials' })
    return {
      address,
      ...(username === undefined ? {} : { username }),
      ...(secret === undefined ? {} : { secret }),
      reach: reachOf(register, reach),
      organisationOid: oid ?? '',
    }
  }
}

/** A failure of a service as the reason for which a run stops; anything else is a fault of ours and stays so. */
export function asFetchFailure(error: unknown): unknown {
  if (!(error instanceof ServiceFailure)) return error
  return new FetchFailure({ pointer: '', code: error.code, params: { ...error.params } }, error)
}

/** A failure about one answer of many as the reason why it is left out. @throws what is not about one answer. */
export function asRefusal(error: unknown): FetchFailure['refusal'] {
  const failure = asFetchFailure(error)
  if (failure instanceof FetchFailure) return failure.refusal
  throw error
}
