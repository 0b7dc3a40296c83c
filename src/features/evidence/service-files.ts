import { createHash } from 'node:crypto'
import { record } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { read, type WriteTransaction, write } from '../../platform/db/door.ts'
import { cleanedName } from '../../platform/files/names.ts'
import { withoutTraces } from '../../platform/files/photo.ts'
import { fileTypes, judgeFile } from '../../platform/files/signatures.ts'
import type { FileKey, FileStore } from '../../platform/files/store.ts'
import { AppError } from '../../platform/http/error.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import type { JobSender } from '../../platform/jobs/jobs.ts'
import { lockStudent } from '../students/public.ts'
import { fileRemoved, fileStored, fileTaken } from './audit.ts'
import { type Evidence, fileBytes, filesAtMost, studentBytes } from './contract.ts'
import { filesErase } from './jobs.ts'
import { bytesOf, eraseFile, type FoundFile, findFile, insertFile, knownFiles } from './queries-files.ts'
import { admit, type EvidenceContext, personIdOf, readBack, standing } from './service.ts'

interface Given {
  readonly evidenceId: string
  readonly name: string
  readonly bytes: Uint8Array
}

interface Stores {
  readonly database: Database
  readonly files: FileStore
}

/**
 * Keeps a file with an evidence. The bytes are written before the row is committed, but not before there is room for them;
 * what never comes to its commit is removed, or swept where even that fails.
 * @throws AppError evidence.not-found, evidence.files-too-many, evidence.no-room, and files.* for what is refused of the file
 */
export async function storeFile(stores: Stores, context: EvidenceContext, given: Given): Promise<Evidence> {
  const { database, files } = stores
  const { providerId } = context.actor
  const { evidenceId } = given
  // Before anything is looked at or written: whoever may not is told nothing of the file.
  await write(database, providerId, transaction =>
    demandRoom(transaction, context, { evidenceId, bytes: given.bytes.length }),
  )
  const sound = soundFile(given)
  const key = { providerId, id: newId() }
  try {
    await files.put(key, sound.bytes)
    return await write(database, providerId, transaction =>
      keep(transaction, context, { ...sound, id: key.id, evidenceId }),
    )
  } catch (error) {
    // What cannot be removed now is swept at night, and the reason of the refusal is the one to tell.
    await removeUnknown(stores, key).catch(() => undefined)
    throw error
  }
}

/**
 * The actor may add so many bytes to this evidence. The student is locked, so that two who add at once do not both take the
 * last room.
 * @throws AppError as `storeFile`
 */
async function demandRoom(
  transaction: WriteTransaction,
  context: EvidenceContext,
  { bytes, evidenceId }: { readonly evidenceId: string; readonly bytes: number },
): Promise<void> {
  await admit(transaction, context, 'update')
  await lockStudent(transaction, context.studentId)
  const { files: present } = await standing(transaction, context, evidenceId)
  if (present >= filesAtMost)
    throw new AppError('evidence.files-too-many', 409, { params: { limit: filesAtMost } })
  if ((await bytesOf(transaction, context.studentId)) + bytes > studentBytes)
    throw new AppError('evidence.no-room', 409, { params: { limit: studentBytes / 1024 / 1024 } })
}

type Sound = ReturnType<typeof soundFile> & { readonly id: string; readonly evidenceId: string }

/** Another one may have been kept while the bytes were written: the room is looked for again. */
async function keep(
  transaction: WriteTransaction,
  context: EvidenceContext,
  sound: Sound,
): Promise<Evidence> {
  const { actor, audit, studentId } = context
  const { evidenceId, id, mediaType, name } = sound
  const bytes = sound.bytes.length
  await demandRoom(transaction, context, { evidenceId, bytes })
  const digest = createHash('sha256').update(sound.bytes).digest()
  await insertFile(transaction, {
    ...{ providerId: actor.providerId, studentId, evidenceId, id, name, digest, bytes },
    ...{ mediaType, at: audit.now, by: personIdOf(actor) },
  })
  await record(transaction, audit, fileStored, { targetId: id, studentId, details: { mediaType, bytes } })
  return readBack(transaction, evidenceId)
}

/** The row decides: a commit whose answer was lost may have kept the file. */
async function removeUnknown({ database, files }: Stores, key: FileKey & { readonly providerId: Uuid }) {
  const known = await read(database, key.providerId, transaction => knownFiles(transaction, [key.id]))
  if (!known.has(key.id)) await files.remove(key)
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
  { database, files }: Stores,
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
