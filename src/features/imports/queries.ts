import type { WriteTransaction } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import type { ImportReport } from './contract.ts'

/** Keeps the report of an import of reference data. */
export async function saveReferenceReport(
  transaction: WriteTransaction,
  report: ImportReport,
): Promise<void> {
  const { kind, file, startedAt } = report
  await transaction
    .insertInto('reference_import')
    .values({ id: newId(), kind, file, started_at: startedAt, report: JSON.stringify(report) })
    .execute()
}

/** Keeps the report of an import of a provider's own data. */
export async function saveProviderReport(
  transaction: WriteTransaction,
  providerId: Uuid,
  report: ImportReport,
): Promise<void> {
  const { kind, file, startedAt } = report
  await transaction
    .insertInto('import_run')
    .values({
      provider_id: providerId,
      id: newId(),
      kind,
      file,
      started_at: startedAt,
      report: JSON.stringify(report),
    })
    .execute()
}
