import { randomBytes, randomInt } from 'node:crypto'

declare const uuid: unique symbol
/** A UUID, branded so that an unchecked string cannot open the tenant door. */
export type Uuid = string & { readonly [uuid]: true }

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function isUuid(text: string): text is Uuid {
  return shape.test(text)
}

/** @throws RangeError when the text is no UUID. */
export function uuidOf(text: string): Uuid {
  if (!isUuid(text)) throw new RangeError('Not a UUID')
  return text.toLowerCase() as Uuid
}

/**
 * A UUID version 7 (RFC 9562): ordered by time, so new rows land at the end of their indexes.
 * Made here and not by the database, because no sequence may tie a tenant's rows to one node.
 */
export function newId(now: number = Date.now()): Uuid {
  const bytes = randomPiece()
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Uuid
}

// The system is asked for random bytes once for many ids: an import makes a hundred thousand.
const pieceBytes = 16
let pool = Buffer.alloc(0)
let used = 0

function randomPiece(): Buffer {
  if (used + pieceBytes > pool.length) {
    pool = randomBytes(256 * pieceBytes)
    used = 0
  }
  used += pieceBytes
  return pool.subarray(used - pieceBytes, used)
}

/** A positive 31-bit number: the registers keep the national HOKS id in a 32-bit integer. */
export function newNumber(): number {
  return randomInt(1, 2_147_483_647)
}
