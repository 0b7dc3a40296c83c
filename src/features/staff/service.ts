import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { newId } from '../../platform/ids.ts'
import { staffSaved, staffVanished } from './audit.ts'
import type { RegisterStaffMember } from './contract-register.ts'
import { lockStaff, markVanishedStaff, writeStaff } from './queries.ts'
import { ensurePeople, replaceRoles } from './queries-people.ts'
import { mergeStaff, staffDiffers, staffName } from './rules.ts'

export interface StaffContext {
  readonly audit: AuditContext
  readonly source: string
  /** Of the installation's OpenID provider: a subject means nothing without it. */
  readonly issuer: string
  /** For those whose language the file does not tell. */
  readonly language: string
}

/** Stores what the staff's file tells, only where it differs, and the roles that it gives. Answers how many changed. */
export async function saveStaff(
  transaction: WriteTransaction,
  context: StaffContext,
  members: readonly RegisterStaffMember[],
): Promise<number> {
  const { audit, source } = context
  const stored = new Map(
    (await lockStaff(transaction, [...new Set(members.map(one => one.staffNumber))])).map(row => [
      row.staff_number,
      row,
    ]),
  )
  const people = await peopleOf(transaction, context, members)
  const rows = members.map(told => {
    const personId = told.subject ? people.get(told.subject) : undefined
    const known = stored.get(told.staffNumber)
    const row = mergeStaff(known, told, { id: newId(), personId })
    return { told, row, changed: staffDiffers(known, row) || known?.vanished_at !== null }
  })
  const changed = rows.filter(one => one.changed)
  await writeStaff(
    transaction,
    changed.map(one => one.row),
    audit.now,
  )
  const roles = rows.flatMap(({ told, row }) =>
    told.roles !== undefined && row.person_id !== null
      ? [{ personId: row.person_id, roles: told.roles ?? [] }]
      : [],
  )
  const changedRoles = await replaceRoles(transaction, audit.actor.providerId, roles)
  const events = rows.filter(
    ({ changed, row }) => changed || (row.person_id !== null && changedRoles.has(row.person_id)),
  )
  await record(
    transaction,
    audit,
    staffSaved,
    events.map(({ row, told }) => ({
      targetId: row.id,
      details: { source, ...(told.roles ? { roles: [...told.roles] } : {}) },
    })),
  )
  return events.length
}

function peopleOf(
  transaction: WriteTransaction,
  { issuer, language }: StaffContext,
  members: readonly RegisterStaffMember[],
): Promise<ReadonlyMap<string, string>> {
  const told = new Map(members.flatMap(one => (one.subject ? [[one.subject, one] as const] : [])))
  const people = [...told].map(([subject, one]) => ({
    subject,
    name: staffName({ given_names: one.givenNames, family_name: one.familyName }),
    language: one.language ?? language,
  }))
  return ensurePeople(transaction, issuer, people)
}

/** Marks whom a whole file no longer has, and takes away the roles that the file had given them. */
export async function vanishStaff(
  transaction: WriteTransaction,
  { audit, source }: Pick<StaffContext, 'audit' | 'source'>,
  runId: string,
): Promise<number> {
  const gone = await markVanishedStaff(transaction, runId, audit.now)
  const roles = gone.flatMap(row => (row.person_id === null ? [] : [{ personId: row.person_id, roles: [] }]))
  await replaceRoles(transaction, audit.actor.providerId, roles)
  const details = { source }
  await record(
    transaction,
    audit,
    staffVanished,
    gone.map(row => ({ targetId: row.id, details })),
  )
  return gone.length
}
