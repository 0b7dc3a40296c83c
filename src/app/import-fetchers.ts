import type { NationalService } from '../features/deliveries/contract-service.ts'
import type { ImportKind } from '../features/imports/contract.ts'
import type { Fetch } from '../features/imports/contract-definition.ts'
import type { Register } from '../features/registers/contract.ts'
import type { Connect, Trial } from '../features/registers/contract-connection.ts'
import { connector, listProviderOids } from '../features/registers/public.ts'
import type { ReaderTools } from '../features/registers/public-reading.ts'
import { studyRightOids } from '../features/study-rights/public.ts'
import { fetchEhoks, tryEhoks } from '../integrations/ehoks/fetch.ts'
import { nationalSender } from '../integrations/ehoks/send.ts'
import { fetchEperusteet, tryEperusteet } from '../integrations/eperusteet/fetch.ts'
import { fetchKoodisto, tryKoodisto } from '../integrations/koodisto/fetch.ts'
import { fetchKoski, tryKoski } from '../integrations/koski/fetch.ts'
import { fetchOrganisaatio, tryOrganisaatio } from '../integrations/organisaatio/fetch.ts'
import { createVault, type Vault } from '../platform/auth/vault.ts'
import type { Database } from '../platform/db/database.ts'
import { read } from '../platform/db/door.ts'
import type { Reach } from '../platform/http-client/address.ts'
import { createHttpClient } from '../platform/http-client/client.ts'

/** How the services outside are asked. */
export interface OutsideOptions {
  readonly callerId: string
  /** Without it no password of a service can be kept. */
  readonly secretKey: string | undefined
  /** From where a service may answer whose address a provider has given. */
  readonly reach: Reach
  /** How long to wait before looking whether a long query is ready. */
  readonly pollMilliseconds?: number
}

/** Nothing beyond this machine is asked unless a configuration says so: tests ask no national service. */
export const onlyThisMachine: OutsideOptions = { callerId: 'test', secretKey: undefined, reach: 'loopback' }

/** Everything about asking the national services, put together. */
export interface Outside {
  readonly vault: Vault | undefined
  readonly reach: Reach
  readonly connect: Connect
  readonly fetchers: Readonly<Partial<Record<ImportKind, Fetch>>>
  readonly trials: Readonly<Record<Register, Trial>>
  /** The national service as plans are sent to it. */
  readonly national: NationalService
}

export function composeOutside(database: Database, options: OutsideOptions): Outside {
  const { callerId, pollMilliseconds, reach, secretKey } = options
  const tools = { http: createHttpClient({ callerId }), ...(pollMilliseconds ? { pollMilliseconds } : {}) }
  const vault = secretKey === undefined ? undefined : createVault(secretKey)
  const connect = connector(database, vault, reach)
  return {
    ...{ vault, reach, connect },
    fetchers: allFetchers(database, tools, connect),
    trials: allTrials({ http: createHttpClient({ callerId, attempts: 1, limits: trialLimits }) }),
    national: nationalSender(createHttpClient({ callerId, attempts: 1, limits: sendLimits }), connect),
  }
}

// Well below the lease of a delivery, so that no request of one that ran out is still on its way.
const sendLimits = { connectMilliseconds: 5_000, wholeMilliseconds: 20_000, bytes: 20_000_000 }

// Somebody waits for the outcome of a trial.
const trialLimits = { connectMilliseconds: 5_000, wholeMilliseconds: 15_000 }

function allFetchers(database: Database, tools: ReaderTools, connect: Connect): Outside['fetchers'] {
  return {
    eperusteet: fetchEperusteet(tools, connect),
    koodisto: fetchKoodisto(tools, connect),
    organisaatio: fetchOrganisaatio(tools, connect, () => read(database, null, listProviderOids)),
    koski: fetchKoski(tools, connect),
    hoks: fetchEhoks(tools, connect, (providerId, after, limit) =>
      read(database, providerId, transaction => studyRightOids(transaction, after, limit)),
    ),
  }
}

function allTrials(tools: ReaderTools): Outside['trials'] {
  return {
    eperusteet: tryEperusteet(tools),
    koodisto: tryKoodisto(tools),
    organisaatio: tryOrganisaatio(tools),
    koski: tryKoski(tools),
    ehoks: tryEhoks(tools),
  }
}
