import { Type } from 'typebox'
import { everyone, whoMay } from '../../platform/access/access.ts'
import { audited, notAudited } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { read } from '../../platform/db/door.ts'
import { type Endpoint, endpoint, publicEndpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { uuidOf } from '../../platform/ids.ts'
import { statementAccess } from './access.ts'
import { statementPublished, statementSaved } from './audit.ts'
import {
  PublicKind,
  PublicStatement,
  StatementChange,
  StatementKind,
  StatementProviders,
  StatementPublication,
  StatementView,
} from './contract.ts'
import { findProvider, listProviders, type ProviderRow } from './queries.ts'
import { providerView, publicStatement, publishStatement, saveStatement, statementView } from './service.ts'

const params = Type.Object({ kind: StatementKind })

export function statementRoutes({ database }: { readonly database: Database }): Endpoint[] {
  return [readRoute(), saveRoute(), publishRoute(), providersRoute(database), publicRoute(database)]
}

function readRoute(): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/statements/{kind}',
    tag: 'statements',
    summary: 'A statement as its provider writes it: the newest version, what it lacks, what is published',
    params,
    answers: { 200: StatementView },
    access: whoMay(statementAccess.read),
    audit: notAudited("Statements are no one's data"),
    transaction: 'read',
    handle: async ({ params: { kind }, actor }, transaction) => ({
      body: await statementView(transaction, actor, kind),
    }),
  })
}

function saveRoute(): Endpoint {
  return endpoint({
    method: 'PUT',
    path: '/api/statements/{kind}',
    tag: 'statements',
    summary: 'Save a new version of a statement; it is published apart',
    params,
    body: StatementChange,
    answers: { 200: StatementView },
    access: whoMay(statementAccess.change),
    audit: audited(statementSaved),
    transaction: 'write',
    handle: async ({ params: { kind }, body, actor, audit }, transaction) => {
      await saveStatement(transaction, audit, { kind, ...body })
      return { body: await statementView(transaction, actor, kind) }
    },
  })
}

function publishRoute(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/statements/{kind}/publish',
    tag: 'statements',
    summary: 'Publish the newest version of a statement, when nothing required is missing',
    params,
    body: StatementPublication,
    answers: { 200: StatementView },
    access: whoMay(statementAccess.change),
    audit: audited(statementPublished),
    transaction: 'write',
    handle: async ({ params: { kind }, body: { version }, actor, audit }, transaction) => {
      await publishStatement(transaction, audit, { kind, version })
      return { body: await statementView(transaction, actor, kind) }
    },
  })
}

function providersRoute(database: Database): Endpoint {
  return publicEndpoint({
    method: 'GET',
    path: '/api/public-statements',
    tag: 'statements',
    summary: 'Whose statements there are to read',
    answers: { 200: StatementProviders },
    access: everyone('Who serves here is told to everyone, and no law asks to sign in for that'),
    audit: notAudited("Providers are no one's data"),
    transaction: 'none',
    handle: async () => {
      const rows = await read(database, null, listProviders)
      return { body: { items: rows.map(providerView) } }
    },
  })
}

export const publicParams = Type.Object({ providerOid: Type.String({ maxLength: 100 }) })

function publicRoute(database: Database): Endpoint {
  return publicEndpoint({
    method: 'GET',
    path: '/api/public-statements/{providerOid}/{kind}',
    tag: 'statements',
    summary: 'The published accessibility statement or privacy notice of a provider',
    params: Type.Object({ ...publicParams.properties, kind: PublicKind }),
    answers: { 200: PublicStatement },
    access: everyone('The law asks that these are read without signing in'),
    audit: notAudited("Statements are no one's data"),
    transaction: 'none',
    handle: async ({ params: { kind, providerOid } }) => {
      const provider = await providerOf(database, providerOid)
      return {
        body: await read(database, uuidOf(provider.id), tx => publicStatement(tx, provider, kind)),
      }
    },
  })
}

/** @throws AppError statements.not-found */
export async function providerOf(database: Database, oid: string): Promise<ProviderRow> {
  // No text of the database holds a zero byte.
  const known = oid.includes('\0') ? undefined : await read(database, null, tx => findProvider(tx, { oid }))
  if (known === undefined) throw new AppError('statements.not-found', 404)
  return known
}
