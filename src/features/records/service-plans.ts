import type { Database } from '../../platform/db/database.ts'
import { type ReadTransaction, read } from '../../platform/db/door.ts'
import type { FileStore } from '../../platform/files/store.ts'
import { AppError } from '../../platform/http/error.ts'
import { languages } from '../../platform/i18n/language.ts'
import type { Uuid } from '../../platform/ids.ts'
import type { DocumentDependencies } from '../documents/public.ts'
import { findDocument, inputOf, pdfOf, planDocument } from '../documents/public.ts'
import type { DocumentReader } from '../documents/rules-input.ts'
import { wholePlan } from '../plans/public.ts'
import {
  findConflicts,
  findDeliveries,
  findPlansOf,
  findSendings,
  findVersionsAfter,
  type PlanToRecord,
  type VersionToRecord,
} from './queries.ts'
import { type FileKind, recordWords } from './rules.ts'

export interface RecordFile {
  readonly path: string
  readonly kind: FileKind
  readonly content: string | Uint8Array
}

export interface RecordContext {
  readonly database: Database
  readonly files: FileStore
  readonly providerId: Uuid
  readonly studentId: string
  readonly documents: DocumentDependencies
  readonly reader: DocumentReader
  readonly now: Date
}

/** Bodies are up to hundreds of kilobytes. */
const versionsAtOnce = 10

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** Every reading is a transaction of its own: none is held while somebody slow takes in the file. */
export const reading = <T>(
  { database, providerId }: RecordContext,
  work: (transaction: ReadTransaction) => Promise<T>,
): Promise<T> => read(database, providerId, work)

export async function* planFiles(context: RecordContext): AsyncGenerator<RecordFile> {
  const plans = await reading(context, transaction => findPlansOf(transaction, context.studentId))
  for (const plan of plans) {
    const folder = `plans/${plan.hoks_id}`
    yield* pdfFile(context, plan, folder)
    yield* versionFiles(context, plan, folder)
    yield* besideFiles(context, plan, folder)
  }
}

async function* pdfFile(
  context: RecordContext,
  plan: PlanToRecord,
  folder: string,
): AsyncGenerator<RecordFile> {
  const row = await reading(context, transaction => findDocument(transaction, plan.id, undefined))
  if (row === undefined) return
  const document = planDocument(inputOf(row, context.documents), context.reader, 'whole')
  try {
    yield { path: `${folder}/plan.pdf`, kind: 'pdf', content: await pdfOf(document, context.now) }
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'documents.too-large')) throw error
    const texts = languages.map(language => recordWords(language)('kinds.noPdf'))
    yield { path: `${folder}/plan.txt`, kind: 'noPdf', content: `${texts.join('\n')}\n` }
  }
}

async function* versionFiles(
  context: RecordContext,
  plan: PlanToRecord,
  folder: string,
): AsyncGenerator<RecordFile> {
  for (let after = 0, more = true; more; ) {
    const rows = await reading(context, transaction =>
      findVersionsAfter(transaction, plan.id, after, versionsAtOnce),
    )
    for (const row of rows) {
      const name = `${folder}/versions/${String(row.version).padStart(4, '0')}`
      const whole = wholePlan({ body: row.body, contacts: plan.contacts })
      yield { path: `${name}.json`, kind: 'versions', content: json({ ...aboutVersion(row), plan: whole }) }
      const national = context.documents.national(whole, row.unknown_members ?? [])
      yield { path: `${name}-national.json`, kind: 'national', content: json(national) }
    }
    after = rows.at(-1)?.version ?? after
    more = rows.length === versionsAtOnce
  }
}

const aboutVersion = ({
  version,
  saved_at,
  source,
  author_kind,
  author_name,
  reason,
  changes,
}: VersionToRecord) => ({
  version,
  savedAt: saved_at.toISOString(),
  author: { kind: author_kind, source, ...(author_name === null ? {} : { name: author_name }) },
  ...(reason === null ? {} : { reason }),
  changes,
})

async function* besideFiles(
  context: RecordContext,
  plan: PlanToRecord,
  folder: string,
): AsyncGenerator<RecordFile> {
  const [sendings, conflicts, deliveries] = await reading(context, async transaction => [
    await findSendings(transaction, plan.id),
    await findConflicts(transaction, plan.id),
    await findDeliveries(transaction, plan.id),
  ])
  const sent = sendings.map(({ body, ...about }) => ({
    ...about,
    ...(body === null ? {} : { plan: wholePlan({ body, contacts: plan.contacts }) }),
  }))
  if (sent.length > 0) yield { path: `${folder}/sendings.json`, kind: 'sendings', content: json(sent) }
  if (conflicts.length > 0)
    yield { path: `${folder}/conflicts.json`, kind: 'conflicts', content: json(conflicts) }
  if (deliveries.length > 0)
    yield { path: `${folder}/deliveries.json`, kind: 'deliveries', content: json(deliveries) }
}
