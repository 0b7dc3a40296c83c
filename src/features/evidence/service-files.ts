import { createHash } from 'node:crypto'
import { record } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { read, type WriteTransaction, write } from '../../platform/db/door.ts'
import { cleanedName } from '../../platform/files/names.ts'
import { withoutTraces } from '../../platform/files/photo.ts'
import { fileTypes, judgeFile } from '../../platform/files/signatures.ts'
import type { FileStore } from '../../platform/files/store.ts'
import { AppError } from '../../platform/http/error.ts'
import { newId } from '../../platform/ids.ts'
import type { JobSender } from '../../platform/jobs/jobs.ts'
import { fileRemoved, fileStored, fileTaken } from './audit.ts'
import { type Evidence, fileBytes, filesAtMost } from './contract.ts'
import { filesErase } from './jobs.ts'
import { eraseFile, type FoundFile, findFile, insertFile } from './queries-files.ts'
import { admit, type EvidenceContext, personIdOf, readBack, standing } from './service.ts'

interface Given {
  readonly evidenceId: string
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Keeps a file with an evidence. The bytes are written before the row is committed: what never comes to its commit is swept.
 * @throws AppError evidence.not-found, evidence.files-too-many, and files.* for what is refused of the file
 */
export async function storeFile(
  { database, files }: { readonly database: Database; readonly files: FileStore },
  context: EvidenceContext,
  given: Given,
): Promise<Evidence> {
  const { actor, audit, studentId } = context
  const { providerId } = actor
  // Before anything is looked at or written: whoever may not is told nothing of the file.
  await read(database, providerId, transaction => admit(transaction, context, 'update'))
  const sound = soundFile(given)
  const id = newId()
  await files.put({ providerId, id }, sound.bytes)
  return write(database, providerId, async transaction => {
    await admit(transaction, context, 'update')
    const { files: present } = await standing(transaction, context, given.evidenceId)
    if (present >= filesAtMost)
      throw new AppError('evidence.files-too-many', 409, { params: { limit: filesAtMost } })
    const digest = createHash('sha256').update(sound.bytes).digest()
    const bytes = sound.bytes.length
    await insertFile(transaction, {
      ...{ providerId, studentId, evidenceId: given.evidenceId, id, name: sound.name, digest, bytes },
      ...{ mediaType: sound.mediaType, at: audit.now, by: personIdOf(actor) },
    })
    const details = { mediaType: sound.mediaType, bytes }
    await record(transaction, audit, fileStored, { targetId: id, studentId, details })
    return readBack(transaction, given.evidenceId)
  })
}

/** @throws AppError files.too-large, files.<fault>, files.picture-broken */
function soundFile({ bytes, name }: Given) {
  if (bytes.length > fileBytes) throw new AppError('files.too-large', 413)
  const clean = cleanedName(name)
  const judged = judgeFile(clean, bytes)
  if (!judged.ok) throw new AppError(`files.${judged.fault}`, 415)
  const plain = withoutTraces(judged.type, bytes)
  if (plain === undefined) throw new AppError('files.picture-broken', 415)
  return { name: clean, mediaType: fileTypes[judged.type].mediaType, bytes: plain }
}

/** @throws AppError files.not-found, files.bytes-missing */
export async function takeFile(
  { database, files }: { readonly database: Database; readonly files: FileStore },
  context: EvidenceContext,
  id: string,
): Promise<FoundFile & { readonly bytes: Uint8Array }> {
  const { actor, audit, studentId } = context
  const found = await read(database, actor.providerId, async transaction => {
    await admit(transaction, context, 'read')
    const file = await findFile(transaction, studentId, id)
    if (file === undefined) throw new AppError('files.not-found', 404)
    await record(transaction, audit, fileTaken, { targetId: id, studentId, details: {} })
    return file
  })
  return { ...found, bytes: await files.get({ providerId: actor.providerId, id }) }
}

/** @throws AppError evidence.not-found, files.not-found */
export async function removeFile(
  transaction: WriteTransaction,
  context: EvidenceContext,
  jobs: JobSender,
  { evidenceId, fileId }: { readonly evidenceId: string; readonly fileId: string },
): Promise<Evidence> {
  await admit(transaction, context, 'update')
  await standing(transaction, context, evidenceId)
  const { actor, audit, studentId } = context
  if (!(await eraseFile(transaction, evidenceId, fileId, audit.now)))
    throw new AppError('files.not-found', 404)
  await record(transaction, audit, fileRemoved, { targetId: fileId, studentId, details: {} })
  await jobs.send(transaction, filesErase, { providerId: actor.providerId })
  return readBack(transaction, evidenceId)
}
