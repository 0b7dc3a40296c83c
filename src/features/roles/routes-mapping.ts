import { whoMay } from '../../platform/access/access.ts'
import { audited, notAudited, record } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { roleAccess } from './access.ts'
import { mappingChanged } from './audit.ts'
import { RoleMapping, RoleMappingView } from './contract.ts'
import { findMapping, replaceMapping } from './queries-groups.ts'
import { groupTwice, inOrder } from './rules.ts'

/** @param claim The claim in which groups are told at sign-in. */
export function roleMappingRoutes(claim: string): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/roles/mapping',
      tag: 'roles',
      summary: 'Which groups of the OpenID provider give which roles at the provider',
      answers: { 200: RoleMappingView },
      access: whoMay(roleAccess['read-mapping']),
      audit: notAudited('Names of groups are nobody’s data'),
      transaction: 'read',
      handle: async ({ actor }, transaction) => ({
        body: { ...(await findMapping(transaction, actor.providerId)), claim },
      }),
    }),
    endpoint({
      method: 'PUT',
      path: '/api/roles/mapping',
      tag: 'roles',
      summary:
        'Change which groups give which roles, from each person’s next sign-in on; 409 when it has changed since it was read',
      body: RoleMapping,
      answers: { 200: RoleMappingView },
      access: whoMay(roleAccess['change-mapping']),
      audit: audited(mappingChanged),
      transaction: 'write',
      handle: async ({ body, actor, audit }, transaction) => {
        const twice = groupTwice(body.items)
        if (twice >= 0) throw new AppError('roles.group-twice', 400, { pointer: `/items/${twice}/group` })
        const before = await findMapping(transaction, actor.providerId)
        const wanted = { items: inOrder(body.items), version: body.version }
        // Compared here, so that `before` is what was changed, and in the statement for two at once.
        const saved =
          before.version === body.version && (await replaceMapping(transaction, actor.providerId, wanted))
        if (!saved) throw new AppError('roles.changed-since', 409, { pointer: '/version' })
        const details = { before: before.items, after: wanted.items }
        await record(transaction, audit, mappingChanged, { details })
        return { body: { ...(await findMapping(transaction, actor.providerId)), claim } }
      },
    }),
  ]
}
