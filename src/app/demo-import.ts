import type { ImportKind } from '../features/imports/contract.ts'
import { bringIn, type Engine, memoryDocument, reportNotes } from '../features/imports/public.ts'
import type { Uuid } from '../platform/ids.ts'

/** The demo's own files hold nothing to refuse: a refusal is a fault of ours, and is seen at once. */
export async function demandStored(
  engine: Engine,
  providerId: Uuid,
  kind: ImportKind,
  json: unknown,
): Promise<void> {
  const document = memoryDocument('db/demo/world', Buffer.from(JSON.stringify(json)))
  const { outcome, run } = await bringIn(engine, { providerId, kind, origin: 'demo', documents: [document] })
  const [first] = await reportNotes(engine.database, run, 1)
  if (outcome === 'done' && first === undefined) return
  throw new Error(`The demo world does not load: ${kind} ${outcome} ${first?.pointer} ${first?.code}`)
}
