import type { WriteTransaction } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import type { ImportReport } from './contract.ts'

/** Keeps the report of an import that has ended, of the provider or of the installation. */
export async function insertReport(
  transaction: WriteTransaction,
  providerId: Uuid,
  report: ImportReport,
): Promise<void> {
  const { counts, file, kind, refusals, refusedWhole, startedAt } = report
  const id = newId()
  await transaction
    .insertInto('import_run')
    .values({
      provider_id: providerId,
      id,
      kind,
      origin: 'command',
      source: file,
      state: refusedWhole ? 'refused' : 'done',
      requested_at: startedAt,
      started_at: startedAt,
      finished_at: startedAt,
      counts: JSON.stringify(counts),
    })
    .execute()
  if (refusals.length === 0) return
  await transaction
    .insertInto('import_note')
    .values(
      refusals.map(({ code, params, pointer }, at) => ({
        provider_id: providerId,
        run_id: id,
        number: at + 1,
        outcome: 'refused',
        document: file,
        pointer,
        code,
        params: params ? JSON.stringify(params) : null,
      })),
    )
    .execute()
}
