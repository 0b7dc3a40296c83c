import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { installation } from '../../platform/access/installation.ts'
import { audited, record } from '../../platform/audit/audit.ts'
import type { Sessions } from '../../platform/auth/sessions.ts'
import type { Database } from '../../platform/db/database.ts'
import { write } from '../../platform/db/door.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { isUuid } from '../../platform/ids.ts'
import { operatorAccess, roleAccess } from './access.ts'
import { operatorsListed, personInvited, roleGranted, roleRevoked, rolesListed } from './audit.ts'
import { Invitation, RevokeQuery, RoleHolder, RoleHolderList, RoleParams } from './contract.ts'
import { type ListPlace, listHolders } from './queries.ts'
import { grant, invite, present, revoke } from './service.ts'

export interface RoleRouteDependencies {
  readonly database: Database
  readonly sessions: Sessions
  /** How people's rows name the OpenID provider: its address, or `demo`. */
  readonly issuer: string
}

export function roleRoutes(dependencies: RoleRouteDependencies): Endpoint[] {
  return [
    list(),
    listOperators(),
    inviteRoute(dependencies),
    grantRoute(dependencies),
    revokeRoute(dependencies),
  ]
}

function list(): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/roles',
    tag: 'roles',
    summary: 'Who holds which role at the provider, in order of their names',
    query: Type.Object({
      search: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
      after: Type.Optional(Type.String({ maxLength: 600 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    answers: { 200: RoleHolderList },
    access: whoMay(roleAccess.list),
    audit: audited(rolesListed),
    transaction: 'read',
    handle: async ({ query, actor, audit }, transaction) => {
      const limit = query.limit ?? 50
      const filter = { search: query.search, after: placeOf(query.after), limit: limit + 1 }
      const rows = await listHolders(transaction, actor.providerId, filter)
      const shown = rows.slice(0, limit)
      await record(transaction, audit, rolesListed, { details: { rows: shown.length } })
      const last = rows.length > limit ? shown.at(-1) : undefined
      return { body: { items: shown.map(present), ...(last ? { next: cursorOf(last) } : {}) } }
    },
  })
}

function listOperators(): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/roles/operators',
    tag: 'roles',
    summary: 'Who keeps what all providers share; told to operators only',
    answers: { 200: RoleHolderList },
    access: whoMay(operatorAccess.list),
    audit: audited(operatorsListed),
    transaction: 'read',
    handle: async ({ audit }, transaction) => {
      const rows = await listHolders(transaction, installation, { limit: 200 })
      await record(transaction, audit, operatorsListed, { details: { rows: rows.length } })
      return { body: { items: rows.map(present) } }
    },
  })
}

function inviteRoute({ database, issuer, sessions }: RoleRouteDependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/roles',
    tag: 'roles',
    summary: 'Give roles to somebody who may not have signed in yet, by the subject of the OpenID provider',
    body: Invitation,
    answers: { 201: RoleHolder },
    access: whoMay(roleAccess.change),
    audit: audited(personInvited, roleGranted),
    transaction: 'none',
    handle: async ({ body, actor, audit }) => {
      const holder = await write(database, actor.providerId, transaction =>
        invite(transaction, audit, issuer, body),
      )
      sessions.forgetAll()
      return { status: 201, body: holder }
    },
  })
}

function grantRoute({ database, sessions }: RoleRouteDependencies): Endpoint {
  return endpoint({
    method: 'PUT',
    path: '/api/roles/{personId}/{role}',
    tag: 'roles',
    summary: 'Grant a role to somebody who works here; one that a group or a register gave stays from now on',
    params: RoleParams,
    answers: { 204: null },
    access: whoMay(roleAccess.change),
    audit: audited(roleGranted),
    transaction: 'none',
    handle: async ({ params, actor, audit }) => {
      await write(database, actor.providerId, transaction => grant(transaction, audit, params))
      // Only after the commit: what is forgotten before it would be remembered again.
      sessions.forgetAll()
      return { status: 204 }
    },
  })
}

function revokeRoute({ database, sessions }: RoleRouteDependencies): Endpoint {
  return endpoint({
    method: 'DELETE',
    path: '/api/roles/{personId}/{role}',
    tag: 'roles',
    summary:
      'Take a role away; never the last administrator, and one’s own role of administrator only when it is confirmed',
    params: RoleParams,
    query: RevokeQuery,
    answers: { 204: null },
    access: whoMay(roleAccess.change),
    audit: audited(roleRevoked),
    transaction: 'none',
    handle: async ({ params, query, actor, audit }) => {
      const confirmed = query.confirm === 'own-administrator'
      await write(database, actor.providerId, transaction =>
        revoke(transaction, audit, { ...params, confirmed }),
      )
      sessions.forgetAll()
      return { status: 204 }
    },
  })
}

const cursorOf = (place: ListPlace): string =>
  Buffer.from(JSON.stringify([place.name, place.id])).toString('base64url')

/** @throws AppError when the cursor was not made by us. */
function placeOf(cursor: string | undefined): ListPlace | undefined {
  if (cursor === undefined) return undefined
  try {
    const [name, id]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (typeof name === 'string' && typeof id === 'string' && isUuid(id)) return { name, id }
  } catch {
    // Told below: a cursor that is no JSON is as foreign as one with other members.
  }
  throw new AppError('roles.cursor', 400, { pointer: '/after' })
}
