import { sql } from 'kysely'
import type { WriteTransaction } from '../../platform/db/door.ts'

/** The version becomes the approved one. An older one never takes the place of a newer. */
export async function approveVersion(
  transaction: WriteTransaction,
  approval: {
    readonly planId: string
    readonly version: number
    readonly at: Date
    readonly by: string | null
  },
): Promise<void> {
  const { at, by, planId, version } = approval
  await sql`
    update plan set approved_version = ${version}, approved_at = ${at}, approved_by = ${by}
    where id = ${planId} and coalesce(approved_version, 0) <= ${version}`.execute(transaction)
}
