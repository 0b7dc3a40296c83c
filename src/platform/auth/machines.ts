import type { Machine } from '../access/actor.ts'
import type { Database } from '../db/database.ts'
import { read } from '../db/door.ts'
import { type Uuid, uuidOf } from '../ids.ts'
import { hashOf, readKeyText, readTicketText, sameHash } from './credentials.ts'
import { findKey, findTicket } from './queries.ts'
import { type Loaded, ShortCache } from './short-cache.ts'

/** Who a machine is, by what it presents; undefined when that is wrong, has run out or was revoked. */
export interface Machines {
  byKey(text: string): Promise<Machine | undefined>
  byTicket(text: string): Promise<Machine | undefined>
  /** To be called when a key was revoked or a ticket given back, so that this process sees it at once. */
  forgetAll(): void
}

export interface MachinesDependencies {
  readonly database: Database
  /** The real instant: a moved clock must not prolong a ticket. */
  readonly now: () => Date
}

const life = 10_000
const limit = 5_000

export function createMachines({ database, now }: MachinesDependencies): Machines {
  const cache = new ShortCache<Machine>({ limit, life, now: () => now().getTime() })
  const remembered = (text: string, load: () => Promise<Loaded<Machine> | undefined>) =>
    cache.get(hashOf(text).toString('base64'), load)
  return {
    byKey: text => remembered(text, () => loadByKey(database, text)),
    byTicket: text => remembered(text, () => loadByTicket(database, text)),
    forgetAll: () => cache.forgetAll(),
  }
}

async function loadByKey(database: Database, text: string): Promise<Loaded<Machine> | undefined> {
  const key = readKeyText(text)
  if (key === undefined) return undefined
  const row = await read(database, key.providerId, transaction => findKey(transaction, key.keyId))
  if (row === undefined || !sameHash(row.secret_hash, hashOf(key.secret))) return undefined
  return { value: machineOf(row, key.providerId), until: Number.POSITIVE_INFINITY }
}

async function loadByTicket(database: Database, text: string): Promise<Loaded<Machine> | undefined> {
  const ticket = readTicketText(text)
  if (ticket?.kind !== 'service') return undefined
  const row = await read(database, ticket.providerId, transaction =>
    findTicket(transaction, 'service', hashOf(ticket.secret)),
  )
  return row && { value: machineOf(row, ticket.providerId), until: row.expires_at.getTime() }
}

function machineOf(row: { id: string; source_system: string }, providerId: Uuid): Machine {
  return { kind: 'machine', id: uuidOf(row.id), source: row.source_system, providerId }
}
