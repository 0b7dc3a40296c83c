import type { Database } from '../../platform/db/database.ts'
import { read } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { listNotes, type NoteRow } from './queries.ts'

/** The first notes of a run, for a terminal: one more than asked tells that there are more. */
export function reportNotes(
  database: Database,
  run: { readonly provider_id: string; readonly id: string },
  limit: number,
): Promise<NoteRow[]> {
  return read(database, run.provider_id as Uuid, tx => listNotes(tx, run.id, 0, limit))
}
