import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { Database } from '../../platform/db/database.ts'
import { read } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import type { InputDocument } from './contract-definition.ts'
import { readPart } from './queries-documents.ts'

/** A document whose parts stand in the database. */
export function storedDocument(
  database: Database,
  providerId: Uuid,
  runId: string,
  { name, number }: { readonly name: string; readonly number: number },
): InputDocument {
  return {
    ...{ name, number },
    async *bytes() {
      for (let part = 1; ; part += 1) {
        const bytes = await read(database, providerId, tx => readPart(tx, runId, number, part))
        if (bytes === undefined) return
        yield bytes
      }
    },
  }
}

const pieceBytes = 128 * 1024

/** A file that stays where it is. */
export function fileDocument(path: string, number: number): InputDocument {
  return {
    ...{ name: basename(path), number },
    bytes: () => createReadStream(path, { highWaterMark: pieceBytes }),
  }
}

/** A document in memory. */
export function memoryDocument(name: string, bytes: Uint8Array, number = 1): InputDocument {
  return {
    ...{ name, number },
    async *bytes() {
      yield bytes
    },
  }
}

/** Size and SHA-256 of a document: the same file given again is known by it. */
export async function digestOf(document: InputDocument): Promise<{ size: number; digest: Buffer }> {
  const hash = createHash('sha256')
  let size = 0
  for await (const bytes of document.bytes()) {
    hash.update(bytes)
    size += bytes.length
  }
  return { size, digest: hash.digest() }
}
