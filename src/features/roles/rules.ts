import type { GroupRoles, HeldRole } from './contract.ts'
import type { StaffRole } from './rules-names.ts'

/** What is known when somebody's role is to be taken away. */
export interface Revoking {
  readonly role: StaffRole
  readonly own: boolean
  readonly confirmed: boolean
  /** Administrators at the provider, the person among them. */
  readonly administrators: number
}

export type MayRevoke =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'roles.last-administrator' | 'roles.own-administrator' }

/** A provider never loses its last administrator, and nobody gives up being one by mistake. */
export function mayRevoke({ administrators, confirmed, own, role }: Revoking): MayRevoke {
  if (role !== 'administrator') return { ok: true }
  if (administrators < 2) return { ok: false, code: 'roles.last-administrator' }
  return own && !confirmed ? { ok: false, code: 'roles.own-administrator' } : { ok: true }
}

export interface Following {
  readonly give: readonly StaffRole[]
  readonly take: readonly StaffRole[]
}

/** What changes when roles follow groups: those of another origin are neither given again nor taken. */
export function following(held: readonly HeldRole[], wanted: readonly StaffRole[]): Following {
  const give = [...new Set(wanted)].filter(role => held.every(one => one.role !== role))
  const take = held.filter(one => one.origin === 'openid' && !wanted.includes(one.role)).map(one => one.role)
  return { give, take }
}

/** The mapping as it is stored and compared: names without spaces around them, in the order of their letters. */
export function inOrder(items: readonly GroupRoles[]): GroupRoles[] {
  return items
    .map(({ group, roles }) => ({ group: group.trim(), roles: [...roles].sort() }))
    .sort((a, b) => (a.group < b.group ? -1 : Number(a.group > b.group)))
}

/** Where a group is named a second time; -1 when none is. */
export function groupTwice(items: readonly GroupRoles[]): number {
  const names = items.map(({ group }) => group.trim())
  return names.findIndex((name, index) => names.indexOf(name) < index)
}
