import { type Role, roles } from '../../platform/access/actor.ts'

/** Roles in the order in which the demo shows its people. */
export function inOrder(held: readonly Role[]): Role[] {
  return roles.filter(role => held.includes(role))
}

/** Within a provider the people come by their first role: the teacher first. */
export function rankOf(held: readonly Role[]): number {
  return roles.findIndex(role => held.includes(role))
}
