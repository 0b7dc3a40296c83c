import type { WriteTransaction } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import type { ImportReport } from './contract.ts'
import { saveProviderReport, saveReferenceReport } from './queries.ts'

/**
 * Keeps the report of an import, in the transaction of what it imported. Reference data belong to no provider,
 * and so does the report of them.
 */
export function saveReport(
  transaction: WriteTransaction,
  providerId: Uuid | null,
  report: ImportReport,
): Promise<void> {
  return providerId === null
    ? saveReferenceReport(transaction, report)
    : saveProviderReport(transaction, providerId, report)
}
