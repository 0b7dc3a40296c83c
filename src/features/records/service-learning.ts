import { AppError } from '../../platform/http/error.ts'
import { findEvidence, findRecognitions, findStoredFiles } from './queries-learning.ts'
import { json, type RecordContext, type RecordFile, reading } from './service-plans.ts'

/** Prior learning: what was told, asked and answered, and the files themselves, one at a time. */
export async function* learningFiles(context: RecordContext): AsyncGenerator<RecordFile> {
  const { files, providerId, studentId } = context
  const [evidence, recognitions, stored] = await reading(context, async transaction => [
    await findEvidence(transaction, studentId),
    await findRecognitions(transaction, studentId),
    await findStoredFiles(transaction, studentId),
  ])
  if (evidence.length > 0) yield { path: 'evidence.json', kind: 'evidence', content: json(evidence) }
  if (recognitions.length > 0)
    yield { path: 'recognitions.json', kind: 'recognitions', content: json(recognitions) }
  for (const [at, { id, name }] of stored.entries()) {
    const bytes = await files.get({ providerId, id }).catch((error: unknown) => {
      // Removed since the list was read: the package tells what is kept, and this no longer is.
      if (error instanceof AppError && error.code === 'files.bytes-missing') return undefined
      throw error
    })
    // Two files may have the same name.
    if (bytes !== undefined) yield { path: `files/${at + 1}-${name}`, kind: 'files', content: bytes }
  }
}
