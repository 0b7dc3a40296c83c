import type { WriteTransaction } from '../../platform/db/door.ts'
import type { GroupRoles } from './contract.ts'
import { replaceMapping } from './queries-groups.ts'
import { inOrder } from './rules.ts'

export { rolesOfGroups } from './queries-groups.ts'
export { followGroups, type ToldProfile } from './service-groups.ts'

/** For the demo: the mapping of a provider that has never had one. False when it has. */
export function saveFirstMapping(
  transaction: WriteTransaction,
  providerId: string,
  items: readonly GroupRoles[],
): Promise<boolean> {
  return replaceMapping(transaction, providerId, { items: inOrder(items), version: 0 })
}
