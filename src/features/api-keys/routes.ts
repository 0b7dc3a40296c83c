import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited, notAudited } from '../../platform/audit/audit.ts'
import type { Machines } from '../../platform/auth/machines.ts'
import type { Database } from '../../platform/db/database.ts'
import { write } from '../../platform/db/door.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { uuidOf } from '../../platform/ids.ts'
import { apiKeyAccess } from './access.ts'
import { keyCreated, keyRevoked } from './audit.ts'
import { ApiKeyList, CreatedApiKey, NewApiKey } from './contract.ts'
import { allKeys, createKey, endKey } from './service.ts'

export interface ApiKeyRouteDependencies {
  readonly database: Database
  readonly machines: Machines
}

export function apiKeyRoutes({ database, machines }: ApiKeyRouteDependencies): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/api-keys',
      tag: 'api-keys',
      summary: "The provider's API keys, valid and revoked, without their secrets",
      answers: { 200: ApiKeyList },
      access: whoMay(apiKeyAccess.list),
      audit: notAudited('The list shows no secret and nobody’s data'),
      transaction: 'read',
      handle: async (_call, transaction) => ({ body: { items: await allKeys(transaction) } }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/api-keys',
      tag: 'api-keys',
      summary: 'Make a key for a register; the answer is the only place where the whole key is told',
      body: NewApiKey,
      answers: { 201: CreatedApiKey },
      access: whoMay(apiKeyAccess.create),
      audit: audited(keyCreated),
      transaction: 'write',
      handle: async ({ body, audit }, transaction) => ({
        status: 201,
        body: await createKey(transaction, audit, body),
      }),
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/api-keys/{id}',
      tag: 'api-keys',
      summary: 'Revoke a key: its tickets end with it',
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      answers: { 204: null },
      access: whoMay(apiKeyAccess.revoke),
      audit: audited(keyRevoked),
      transaction: 'none',
      handle: async ({ params, actor, audit }) => {
        await write(database, actor.providerId, transaction => endKey(transaction, audit, uuidOf(params.id)))
        // Only after the commit: what is forgotten before it would be remembered again.
        machines.forgetAll()
        return { status: 204 }
      },
    }),
  ]
}
