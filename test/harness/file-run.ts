import type { Refusal } from '../../src/features/imports/contract.ts'
import type { ImportContext, ImportDefinition } from '../../src/features/imports/contract-definition.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { write } from '../../src/platform/db/door.ts'
import { newId, type Uuid } from '../../src/platform/ids.ts'
import { plainDateOf } from '../../src/platform/time/plain-date.ts'

interface FileRun {
  readonly database: Database
  readonly now: Date
  readonly provider: Uuid
}

/** As the engine does it, without stops in between. */
export async function runFile<T>(
  { database, now, provider }: FileRun,
  definition: ImportDefinition<T>,
  text: string | Uint8Array,
  options = {},
) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const document = {
    ...{ name: 'tiedosto.csv', number: 1 },
    async *bytes() {
      yield bytes
    },
  }
  const runId = newId()
  const actor = { kind: 'system', source: 'import', providerId: provider } as const
  const context = {
    runId,
    providerId: provider,
    audit: { actor, now },
    source: 'import',
    today: plainDateOf('2026-11-22'),
    options,
  }
  const examined = await definition.examine([document], context)
  if (!examined.ok)
    return { refusal: examined.refusal, refused: [], noted: [], written: 0, read: 0, vanished: 0 }
  const result = { read: 0, written: 0, vanished: 0, refused: [] as Refusal[], noted: [] as Refusal[] }
  let batch: { pointer: string; value: T }[] = []
  const seen: string[] = []
  const store = async () => {
    const records = batch
    batch = []
    const stored = await write(database, provider, transaction =>
      definition.store(transaction, records, context),
    )
    result.written += stored.written
    result.refused.push(...(stored.refused ?? []))
    result.noted.push(...(stored.noted ?? []))
  }
  for await (const record of definition.records([document], 0, context)) {
    result.read += 1
    seen.push(...(record.seen ?? []))
    result.refused.push(...(record.refused ?? []))
    if (record.ok) result.noted.push(...(record.noted ?? []))
    if (record.ok) batch.push({ pointer: record.pointer, value: record.value })
    if (batch.length === definition.batch) await store()
  }
  await store()
  const ended = await endRun({ database, now, provider }, definition, context, seen, result.refused.length)
  result.noted.push(...(ended?.noted ?? []))
  return { ...result, vanished: ended?.vanished ?? 0 }
}

/** As the engine ends a run, with the keys that it met. */
function endRun<T>(
  { database, now, provider }: FileRun,
  definition: ImportDefinition<T>,
  context: ImportContext,
  seen: readonly string[],
  refused: number,
) {
  return write(database, provider, async transaction => {
    const rows = [...new Set(seen)].map(key => ({ provider_id: provider, run_id: context.runId, key }))
    await transaction
      .insertInto('import_run')
      .values({
        provider_id: provider,
        id: context.runId,
        kind: 'students',
        origin: 'command',
        source: 'x',
        state: 'storing',
        requested_at: now,
      })
      .execute()
    for (let at = 0; at < rows.length; at += 1000)
      await transaction
        .insertInto('import_seen')
        .values(rows.slice(at, at + 1000))
        .execute()
    return definition.finish?.(transaction, context, { refused })
  })
}
