import type { Reach } from '../../platform/http-client/address.ts'
import type { Uuid } from '../../platform/ids.ts'
import type { Register } from './contract.ts'

/** Where a register is asked, and as whom: what a reader of the register is given. */
export interface Connection {
  /** The root of the service, without a slash at its end. */
  readonly address: string
  readonly username?: string
  readonly secret?: string
  readonly reach: Reach
  /** The provider's own OID in the national register of organisations. */
  readonly organisationOid: string
}

/** @throws FetchFailure service-no-credentials when the register asks who one is and nothing is known to answer. */
export type Connect = (providerId: Uuid, register: Register) => Promise<Connection>

/** Asks a register one small thing, to see whether it answers. @throws ServiceFailure or FetchFailure */
export type Trial = (connection: Connection) => Promise<void>
