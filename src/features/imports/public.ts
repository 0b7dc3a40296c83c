import { installation } from '../../platform/access/installation.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import type { ImportReport } from './contract.ts'
import { insertReport } from './queries.ts'

/** Keeps the report of an import, in the transaction of what it imported; without a provider, the installation's. */
export function saveReport(
  transaction: WriteTransaction,
  providerId: Uuid | null,
  report: ImportReport,
): Promise<void> {
  return insertReport(transaction, providerId ?? installation, report)
}
