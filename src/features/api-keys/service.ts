import { type AuditContext, record } from '../../platform/audit/audit.ts'
import { hashOf, keyNameOf, keyTextOf, newSecret } from '../../platform/auth/credentials.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { newId, type Uuid, uuidOf } from '../../platform/ids.ts'
import { keyCreated, keyRevoked } from './audit.ts'
import type { ApiKey, CreatedApiKey, NewApiKey } from './contract.ts'
import { countValid, findKey, insertKey, listKeys, lockKeys, revokeKey } from './queries.ts'
import { keysAtOnce, mayCreate } from './rules.ts'

export async function allKeys(transaction: ReadTransaction): Promise<ApiKey[]> {
  return (await listKeys(transaction)).map(present)
}

/** @throws AppError api-keys.too-many when the source system has as many valid keys as it may. */
export async function createKey(
  transaction: WriteTransaction,
  audit: AuditContext,
  wanted: NewApiKey,
): Promise<CreatedApiKey> {
  const { providerId } = audit.actor
  await lockKeys(transaction, providerId)
  const verdict = mayCreate(await countValid(transaction, wanted.source))
  if (!verdict.ok)
    throw new AppError(verdict.code, 409, { params: { count: keysAtOnce, source: wanted.source } })
  const [keyId, secret] = [newId(audit.now.getTime()), newSecret()]
  const row = {
    provider_id: providerId,
    id: keyId,
    source_system: wanted.source,
    name: wanted.name.trim(),
    created_at: audit.now,
  }
  const createdBy = audit.actor.kind === 'person' ? audit.actor.id : null
  await insertKey(transaction, { ...row, secret_hash: hashOf(secret), created_by: createdBy })
  await record(transaction, audit, keyCreated, { targetId: keyId, details: { source: wanted.source } })
  return { ...present({ ...row, revoked_at: null }), key: keyTextOf({ providerId, keyId, secret }) }
}

/** To revoke a key twice is no error, and leaves one mark. @throws AppError when the provider has no such key. */
export async function endKey(transaction: WriteTransaction, audit: AuditContext, id: Uuid): Promise<void> {
  const key = await findKey(transaction, id)
  if (key === undefined) throw new AppError('request.not-found', 404)
  if (!(await revokeKey(transaction, id, audit.now))) return
  await record(transaction, audit, keyRevoked, { targetId: id, details: { source: key.source_system } })
}

interface KeyRow {
  readonly id: string
  readonly provider_id: string
  readonly source_system: string
  readonly name: string
  readonly created_at: Date
  readonly revoked_at: Date | null
}

function present(row: KeyRow): ApiKey {
  return {
    id: row.id,
    source: row.source_system,
    name: row.name,
    keyName: keyNameOf(uuidOf(row.provider_id), uuidOf(row.id)),
    createdAt: row.created_at.toISOString(),
    ...(row.revoked_at === null ? {} : { revokedAt: row.revoked_at.toISOString() }),
  }
}
