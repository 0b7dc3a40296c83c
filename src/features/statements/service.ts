import type { Actor } from '../../platform/access/actor.ts'
import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { settingsOf } from '../settings/public.ts'
import { statementPublished, statementSaved } from './audit.ts'
import type {
  KeptFor,
  PublicKind,
  PublicStatement,
  StatementBody,
  StatementKind,
  StatementProvider,
  StatementView,
} from './contract.ts'
import {
  findBody,
  findHead,
  findProvider,
  listVersions,
  type ProviderRow,
  publishVersion,
  saveVersion,
} from './queries.ts'
import { completed, missingFields } from './rules.ts'
import { oursOf } from './rules-ours.ts'

export function providerView(row: ProviderRow): StatementProvider {
  const { id, name_en: en, name_fi: fi, name_sv: sv, oid } = row
  return { id, oid, names: { fi, ...(sv === null ? {} : { sv }), ...(en === null ? {} : { en }) } }
}

async function keptFor(transaction: ReadTransaction): Promise<KeptFor> {
  const { contactRetentionMonths, retention } = await settingsOf(transaction)
  return { contacts: contactRetentionMonths, ...retention }
}

async function bodyOf(
  transaction: ReadTransaction,
  provider: ProviderRow,
  kind: StatementKind,
  version: number | null,
): Promise<StatementBody> {
  const ours = oursOf(kind, provider.name_fi)
  const body = version === null ? undefined : await findBody(transaction, kind, version)
  return body === undefined ? ours : completed(kind, body, { plain: {}, worded: {} })
}

/** A statement as its provider writes it: the newest version, what it lacks, and what is published. */
export async function statementView(
  transaction: ReadTransaction,
  actor: Actor,
  kind: StatementKind,
): Promise<StatementView> {
  const provider = await findProvider(transaction, { id: actor.providerId })
  if (provider === undefined) throw new AppError('statements.not-found', 404)
  const head = await findHead(transaction, kind)
  const body = await bodyOf(transaction, provider, kind, head?.version ?? null)
  const versions = await listVersions(transaction, kind)
  return {
    kind,
    body,
    version: head?.version ?? 0,
    ...(head?.publishedVersion ? { publishedVersion: head.publishedVersion } : {}),
    ...(head?.publishedAt ? { publishedAt: head.publishedAt.toISOString() } : {}),
    missing: missingFields(kind, body),
    versions: versions.map(row => ({ version: row.version, changedAt: row.changed_at.toISOString() })),
    keptFor: await keptFor(transaction),
    providerOid: provider.oid,
  }
}

/** @throws AppError statements.changed-since */
export async function saveStatement(
  transaction: WriteTransaction,
  audit: AuditContext,
  change: { readonly kind: StatementKind; readonly body: StatementBody; readonly version: number },
): Promise<void> {
  const { kind, version } = change
  const { actor, now } = audit
  // What does not belong to this kind is not kept.
  const body = completed(kind, change.body, { plain: {}, worded: {} })
  const about = { providerId: actor.providerId, now, by: actor.id ?? null }
  if (!(await saveVersion(transaction, { kind, version, body, ...about })))
    throw new AppError('statements.changed-since', 409, { pointer: '/version' })
  await record(transaction, audit, statementSaved, { details: { kind, version: version + 1 } })
}

/** @throws AppError statements.incomplete; statements.changed-since when it is not the newest version */
export async function publishStatement(
  transaction: WriteTransaction,
  audit: AuditContext,
  { kind, version }: { readonly kind: StatementKind; readonly version: number },
): Promise<void> {
  const body = await findBody(transaction, kind, version)
  if (body === undefined) throw new AppError('statements.changed-since', 409, { pointer: '/version' })
  const missing = missingFields(kind, body)
  if (missing.length > 0) throw new AppError('statements.incomplete', 400, { more: { missing } })
  if (!(await publishVersion(transaction, { kind, version, now: audit.now })))
    throw new AppError('statements.changed-since', 409, { pointer: '/version' })
  await record(transaction, audit, statementPublished, { details: { kind, version } })
}

/** What everyone reads: the published version, else our texts, which say that they are not completed. */
export async function publicStatement(
  transaction: ReadTransaction,
  provider: ProviderRow,
  kind: PublicKind,
): Promise<PublicStatement> {
  const head = await findHead(transaction, kind)
  const published = head?.publishedVersion ?? null
  return {
    kind,
    provider: providerView(provider),
    published: published !== null,
    ...(head?.publishedAt ? { publishedAt: head.publishedAt.toISOString() } : {}),
    body: await bodyOf(transaction, provider, kind, published),
    keptFor: await keptFor(transaction),
  }
}

/** To whom feedback is told: the contact of the newest accessibility statement, published or not. */
export async function contactOf(transaction: ReadTransaction): Promise<string | undefined> {
  const head = await findHead(transaction, 'accessibility')
  const body = head && (await findBody(transaction, 'accessibility', head.version))
  const email = body?.plain.contactEmail?.trim()
  return email === undefined || !/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(email) ? undefined : email
}
