import { type Static, type TSchema, Type } from 'typebox'
import type { Actor } from '../access/actor.ts'
import type { ReadTransaction } from '../db/door.ts'
import { newId, type Uuid } from '../ids.ts'

/** A kind of event. Details are typed and hold references and facts, never names or contact data. */
export interface AuditEvent<Details extends TSchema = TSchema> {
  readonly action: string
  readonly details: Details
}

/** Declares an event: the noun and what was done, as `plan.read`, with the shape of its details. */
export function auditEvent<Details extends TSchema>(action: string, details: Details): AuditEvent<Details> {
  return { action, details }
}

/** Details of an event that has none. */
export const noDetails = Type.Object({}, { additionalProperties: false })

export interface AuditEntry<Details> {
  readonly targetId?: string
  readonly studentId?: Uuid | string | null
  readonly details: Details
}

/** Who acts, when, and in which request: the same for every event of a request. */
export interface AuditContext {
  readonly actor: Actor
  readonly now: Date
  readonly requestId?: string
}

/** The same of the same actor, at the tenant whose data are meant: the audit of a tenant stands behind its own fence. */
export function auditAt(context: AuditContext, providerId: Uuid): AuditContext {
  return { ...context, actor: { ...context.actor, providerId } }
}

/** The row of an event, for a statement that writes it together with something else. */
export function auditRow<Details extends TSchema>(
  context: AuditContext,
  event: AuditEvent<Details>,
  entry: AuditEntry<Static<Details>>,
) {
  return {
    provider_id: context.actor.providerId,
    id: newId(context.now.getTime()),
    at: context.now,
    actor_kind: context.actor.kind,
    actor_id: context.actor.id ?? null,
    action: event.action,
    target_id: entry.targetId ?? null,
    student_id: entry.studentId ?? null,
    details: JSON.stringify(entry.details),
    request_id: context.requestId ?? null,
  }
}

/** Records an event in the transaction of what it tells: both are stored, or neither. */
export async function record<Details extends TSchema>(
  transaction: ReadTransaction,
  context: AuditContext,
  event: AuditEvent<Details>,
  entries: AuditEntry<Static<Details>> | readonly AuditEntry<Static<Details>>[],
): Promise<void> {
  const list = Array.isArray(entries) ? entries : [entries]
  if (list.length === 0) return
  await transaction
    .insertInto('audit_event')
    .values(list.map(entry => auditRow(context, event, entry)))
    .execute()
}

/** How a route is audited: by an event that its handler records, or not at all for a stated reason. */
export type RouteAudit = { readonly events: readonly AuditEvent[] } | { readonly not: string }

export const audited = (...events: readonly AuditEvent[]): RouteAudit => ({ events })
export const notAudited = (reason: string): RouteAudit => ({ not: reason })
