import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { personInvited, roleGranted, roleRevoked } from './audit.ts'
import type { Invitation, RoleHolder } from './contract.ts'
import {
  countAdministrators,
  ensurePerson,
  grantRole,
  listHolders,
  lockRoles,
  revokeRole,
  worksAt,
} from './queries.ts'
import { mayRevoke } from './rules.ts'
import { type StaffRole, staffRoles } from './rules-names.ts'

export interface RoleOfPerson {
  readonly personId: string
  readonly role: StaffRole
}

/** To grant a role twice is no error, and leaves one mark. @throws AppError when the person has no role here. */
export async function grant(
  transaction: WriteTransaction,
  audit: AuditContext,
  { personId, role }: RoleOfPerson,
): Promise<void> {
  const { providerId } = audit.actor
  // Others are not known here: they are invited, so that nobody finds people of other providers by their ids.
  if (!(await worksAt(transaction, providerId, personId))) throw new AppError('request.not-found', 404)
  if (!(await grantRole(transaction, { personId, providerId, role }))) return
  await record(transaction, audit, roleGranted, { targetId: personId, details: { role } })
}

/** @throws AppError when the role is not held, is the last administrator's, or is one's own and not confirmed. */
export async function revoke(
  transaction: WriteTransaction,
  audit: AuditContext,
  { personId, role, confirmed }: RoleOfPerson & { readonly confirmed: boolean },
): Promise<void> {
  const { actor } = audit
  await lockRoles(transaction, actor.providerId)
  const [holder] = await listHolders(transaction, actor.providerId, { personId, limit: 1 })
  if (!holder?.roles.some(held => held.role === role)) throw new AppError('request.not-found', 404)
  const administrators = await countAdministrators(transaction, actor.providerId)
  const verdict = mayRevoke({ role, own: actor.id === personId, confirmed, administrators })
  if (!verdict.ok) throw new AppError(verdict.code, 409)
  const origin = await revokeRole(transaction, { personId, providerId: actor.providerId, role })
  if (origin === undefined) throw new AppError('request.not-found', 404)
  await record(transaction, audit, roleRevoked, { targetId: personId, details: { role, origin } })
}

/** Gives roles to somebody by the name that the OpenID provider knows; a person already known is not renamed. */
export async function invite(
  transaction: WriteTransaction,
  audit: AuditContext,
  issuer: string,
  { language, name, roles, subject }: Invitation,
): Promise<RoleHolder> {
  const { providerId } = audit.actor
  const person = { issuer, subject: subject.trim(), name: name.trim(), language }
  const { id, isNew } = await ensurePerson(transaction, person)
  if (isNew) await record(transaction, audit, personInvited, { targetId: id, details: { roles } })
  for (const role of roles) {
    if (!(await grantRole(transaction, { personId: id, providerId, role }))) continue
    await record(transaction, audit, roleGranted, { targetId: id, details: { role } })
  }
  const holder = await findHolder(transaction, providerId, id)
  if (holder === undefined) throw new Error('Roles were given and are not there')
  return holder
}

export async function findHolder(
  transaction: ReadTransaction,
  providerId: string,
  personId: string,
): Promise<RoleHolder | undefined> {
  const [row] = await listHolders(transaction, providerId, { personId, limit: 1 })
  return row && present(row)
}

export function present(row: Awaited<ReturnType<typeof listHolders>>[number]): RoleHolder {
  const roles = staffRoles.flatMap(role => row.roles.filter(held => held.role === role))
  return { personId: row.id, name: row.name, subject: row.subject, roles }
}
