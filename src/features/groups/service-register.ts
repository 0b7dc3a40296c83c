import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { groupSaved } from './audit.ts'
import { lockGroupsAround, writeGroups } from './queries-register.ts'
import { groupsToWrite, presentGroup, type ToldGroup } from './rules-register.ts'

/** The group that a code of the register means now, and its teacher. */
export interface PresentGroup {
  readonly code: string
  readonly teacherId: string | null
}

/** Makes the groups that a file tells. Answers, by the code that was told, the group that it means now. */
export async function saveGroups(
  transaction: WriteTransaction,
  { audit, source }: { readonly audit: AuditContext; readonly source: string },
  told: readonly ToldGroup[],
): Promise<ReadonlyMap<string, PresentGroup>> {
  if (told.length === 0) return new Map()
  const stored = await lockGroupsAround(
    transaction,
    told.map(one => one.code),
  )
  const present = new Map(told.map(one => [one.code, presentGroup(one.code, stored)]))
  // A name of the year before is not one of the group of today.
  const now = told.filter(one => present.get(one.code) === one.code)
  const written = groupsToWrite(now, stored)
  await writeGroups(transaction, written, audit.now)
  const details = { source }
  await record(
    transaction,
    audit,
    groupSaved,
    written.map(({ code }) => ({ targetId: code, details })),
  )
  const teachers = new Map(written.map(row => [row.code, row.teacherId]))
  return new Map(
    [...present].map(([from, code]) => [
      from,
      { code, teacherId: teachers.get(code) ?? stored.get(code)?.teacher_id ?? null },
    ]),
  )
}
