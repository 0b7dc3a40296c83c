import type { Refusal } from './contract.ts'
import type { ImportDefinition, InputDocument } from './contract-definition.ts'

/** A kind of import for tests, with what happens at the storing of a record, and what its ends saw. */
export interface WordsKind {
  readonly definition: ImportDefinition<string>
  readonly at: Map<string, () => Promise<void> | void>
  readonly finished: unknown[]
}

/** Words between spaces: each becomes a group of students, whose key refuses to come twice. `!` is a bad file. */
export function wordsKind(): WordsKind {
  const at: WordsKind['at'] = new Map()
  const finished: unknown[] = []
  return {
    at,
    finished,
    definition: { owner: 'provider', batch: 3, examine, records, ...storing(at, finished) },
  }
}

async function examine(documents: readonly InputDocument[]) {
  let total = 0
  for (const document of documents) {
    const list = await wordsOf(document)
    const refusal: Refusal = { pointer: '/0', code: 'not-koski' }
    if (list.includes('!')) return { ok: false, document: document.name, refusal } as const
    total += list.length
  }
  return { ok: true, total } as const
}

async function* records(documents: readonly InputDocument[], from: number) {
  let position = 0
  for (const document of documents) {
    for (const [index, value] of (await wordsOf(document)).entries()) {
      position += 1
      if (position <= from) continue
      const place = { document: document.name, pointer: `/${index}`, seen: [value] }
      if (value !== '?') yield { ...place, ok: true, value } as const
      else yield { ...place, ok: false, refused: [{ pointer: `/${index}`, code: 'no-student' }] } as const
    }
  }
}

function storing(
  at: WordsKind['at'],
  finished: unknown[],
): Pick<ImportDefinition<string>, 'store' | 'finish'> {
  return {
    store: async (transaction, batch, { audit, providerId }) => {
      for (const { value } of batch) {
        await at.get(value)?.()
        const row = { provider_id: providerId, code: value, changed_at: audit.now }
        await transaction.insertInto('student_group').values(row).execute()
      }
      return { read: batch.length, written: batch.length }
    },
    finish: async (transaction, { options, runId }) => {
      const seen = await transaction
        .selectFrom('import_seen')
        .select('key')
        .where('run_id', '=', runId)
        .orderBy('key')
        .execute()
      finished.push({ whole: options.whole, seen: seen.map(row => row.key) })
      return { vanished: 0 }
    },
  }
}

async function wordsOf(document: InputDocument): Promise<string[]> {
  let text = ''
  for await (const bytes of document.bytes()) text += Buffer.from(bytes).toString()
  return text.split(' ')
}
