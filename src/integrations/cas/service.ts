import {
  hashOf,
  newSecret,
  readTicketText,
  type TicketKind,
  ticketTextOf,
} from '../../platform/auth/credentials.ts'
import type { Machines } from '../../platform/auth/machines.ts'
import type { Database } from '../../platform/db/database.ts'
import { read, type WriteTransaction, write } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import type { Uuid } from '../../platform/ids.ts'
import type { Credentials } from './contract.ts'
import { deleteExpired, deleteGranting, findGranting, insertTicket } from './queries.ts'
import { grantingLife, serviceLife } from './rules.ts'

/** A granting ticket for the two halves of an API key. @throws AppError cas.credentials (401). */
export async function grantTicket(
  database: Database,
  machines: Machines,
  { username, password }: Credentials,
  now: Date,
): Promise<string> {
  const machine = await machines.byKey(`${username}_${password}`)
  if (machine === undefined) throw new AppError('cas.credentials', 401)
  const { providerId, id } = machine
  return write(database, providerId, async transaction => {
    await deleteExpired(transaction, now)
    return issue(transaction, providerId, id, 'granting', new Date(now.getTime() + grantingLife))
  })
}

/** A service ticket for a granting ticket. @throws AppError cas.ticket-unknown (404). */
export async function serviceTicket(database: Database, granting: string, now: Date): Promise<string> {
  const { providerId, secret } = readGranting(granting)
  const found = await read(database, providerId, transaction =>
    findGranting(transaction, hashOf(secret), now),
  )
  if (found === undefined) throw unknownTicket()
  return write(database, providerId, async transaction => {
    await deleteExpired(transaction, now)
    return issue(transaction, providerId, found.key_id, 'service', new Date(now.getTime() + serviceLife))
  })
}

/** Ends a granting ticket; its service tickets run out by themselves. @throws AppError cas.ticket-unknown (404). */
export async function endTicket(database: Database, granting: string): Promise<void> {
  const { providerId, secret } = readGranting(granting)
  const ended = await write(database, providerId, transaction => deleteGranting(transaction, hashOf(secret)))
  if (!ended) throw unknownTicket()
}

async function issue(
  transaction: WriteTransaction,
  providerId: Uuid,
  keyId: string,
  kind: TicketKind,
  expiresAt: Date,
): Promise<string> {
  const secret = newSecret()
  await insertTicket(transaction, { providerId, keyId, kind, secretHash: hashOf(secret), expiresAt })
  return ticketTextOf({ kind, providerId, secret })
}

function readGranting(text: string) {
  const ticket = readTicketText(text)
  if (ticket?.kind !== 'granting') throw unknownTicket()
  return ticket
}

const unknownTicket = (): AppError => new AppError('cas.ticket-unknown', 404)
