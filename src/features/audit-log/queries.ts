import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { maskedTo } from '../students/public.ts'
import type { OwnAct } from './rules-own.ts'

/** The place behind a row; of a masked student behind so many rows, since a place tells its time. */
export type AuditPlace = { readonly at: Date; readonly id: string } | { readonly skip: number }

export interface AuditQuery {
  readonly studentId?: string | undefined
  readonly actorId?: string | undefined
  /** Only these actions. */
  readonly actions?: readonly string[] | undefined
  readonly from?: Date | undefined
  /** The first instant that is too late. */
  readonly until?: Date | undefined
  readonly after?: AuditPlace | undefined
  readonly limit: number
}

export interface Reader {
  readonly actor: Actor
  readonly today: PlainDate
}

export interface AuditEventRow {
  readonly id: string
  readonly at: Date
  readonly action: string
  readonly details: unknown
  readonly actor_kind: 'person' | 'machine' | 'system'
  readonly actor_id: string | null
  readonly actor_name: string | null
  readonly actor_roles: readonly string[]
  readonly actor_source: string | null
  /** The actor is a student who is masked to the reader. */
  readonly actor_masked: boolean
  readonly student_id: string | null
  readonly student_oid: string | null
  readonly called_name: string | null
  readonly family_name: string | null
  readonly protected: boolean | null
  readonly masked: boolean
}

/** The smallest id that was made at the instant: ids begin with their milliseconds. */
function firstIdAt(instant: Date): string {
  const hex = instant.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

/**
 * A page of the audit, the newest first. By student and by actor an index stands in this order; without either the ids
 * do, which are made of the instant, so that the audit needs no further index for every row it takes in.
 */
export async function findEvents(
  transaction: ReadTransaction,
  reader: Reader,
  query: AuditQuery,
): Promise<AuditEventRow[]> {
  const byId = query.studentId === undefined && query.actorId === undefined
  const order = byId ? sql`e.id desc` : sql`e.at desc, e.id desc`
  const skip = query.after !== undefined && 'skip' in query.after ? query.after.skip : 0
  const { rows } = await sql<AuditEventRow>`
    select e.id, e.at, e.action, e.details, e.actor_kind, e.actor_id, p.name as actor_name,
      ${rolesOf} as actor_roles, k.source_system as actor_source, ${maskedTo(reader.actor, reader.today, 'o')} as actor_masked,
      e.student_id, s.student_oid, s.called_name, s.family_name, s.protected,
      ${maskedTo(reader.actor, reader.today)} as masked
    from (select * from audit_event e where ${conditions(query, byId)} and ${tellable(reader, query)}
      order by ${order} limit ${sql.lit(query.limit)} offset ${sql.lit(skip)}) e
    left join person p on e.actor_kind = 'person' and p.id = e.actor_id
    left join api_key k on e.actor_kind = 'machine' and k.provider_id = e.provider_id and k.id = e.actor_id
    left join assignment a on e.actor_kind = 'person' and a.person_id = e.actor_id
      and a.provider_id = e.provider_id and a.role = 'student'
    left join student o on o.provider_id = e.provider_id and o.id = a.student_id
    left join student s on s.provider_id = e.provider_id and s.id = e.student_id
    order by ${order}`.execute(transaction)
  return rows
}

/**
 * What people did with a masked student is found only by asking for the student: among the other rows its place alone
 * would tell who did it.
 */
function tellable({ actor, today }: Reader, { studentId }: AuditQuery): RawBuilder<boolean> {
  if (studentId !== undefined) return sql`true`
  return sql`not (e.actor_kind = 'person' and e.student_id is not null and exists (select from student m
    where m.provider_id = e.provider_id and m.id = e.student_id and ${maskedTo(actor, today, 'm')}))`
}

const rolesOf = sql`coalesce((select array_agg(r.role order by r.role) from assignment r
  where r.person_id = e.actor_id and r.provider_id = e.provider_id), '{}')`

function conditions(query: AuditQuery, byId: boolean): RawBuilder<boolean> {
  const { actions, actorId, after, from, studentId, until } = query
  const all = [
    ...(studentId === undefined ? [] : [sql`e.student_id = ${studentId}::uuid`]),
    ...(actorId === undefined ? [] : [sql`e.actor_id = ${actorId}::uuid`]),
    ...(actions === undefined ? [] : [sql`e.action = any (${actions}::text[])`]),
    ...(from === undefined ? [] : [byId ? sql`e.id >= ${firstIdAt(from)}::uuid` : sql`e.at >= ${from}`]),
    ...(until === undefined ? [] : [byId ? sql`e.id < ${firstIdAt(until)}::uuid` : sql`e.at < ${until}`]),
    ...(after === undefined || 'skip' in after
      ? []
      : [
          byId
            ? sql`e.id < ${after.id}::uuid`
            : sql`e.at <= ${after.at} and (e.at, e.id) < (${after.at}, ${after.id}::uuid)`,
        ]),
  ]
  return all.length === 0 ? sql`true` : sql`(${sql.join(all, sql` and `)})`
}

export interface NamedStudent {
  readonly id: string
  readonly student_oid: string
  readonly called_name: string | null
  readonly family_name: string | null
  readonly protected: boolean
  readonly masked: boolean
}

export async function findStudent(
  transaction: ReadTransaction,
  { actor, today }: Reader,
  studentId: string,
): Promise<NamedStudent | undefined> {
  const { rows } = await sql<NamedStudent>`
    select s.id, s.student_oid, s.called_name, s.family_name, s.protected, ${maskedTo(actor, today)} as masked
    from student s where s.id = ${studentId}::uuid`.execute(transaction)
  return rows[0]
}

export interface NamedActor {
  readonly kind: 'person' | 'machine'
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly source: string | null
}

/** Members of the staff and keys of registers, by a part of their name. People and their roles are shared rows. */
export async function findActors(
  transaction: ReadTransaction,
  providerId: Uuid,
  text: string,
  limit: number,
): Promise<NamedActor[]> {
  const like = (column: RawBuilder<string>) => sql`position(lower(${text}) in lower(${column})) > 0`
  const { rows } = await sql<NamedActor>`
    (select 'person' as kind, p.id, p.name, array_agg(a.role order by a.role) as roles, null as source
     from assignment a join person p on p.id = a.person_id
     where a.provider_id = ${providerId}::uuid and a.role <> 'student' and ${like(sql`p.name`)}
     group by p.id order by p.name, p.id limit ${sql.lit(limit)})
    union all
    (select 'machine', k.id, k.name, '{}', k.source_system from api_key k
     where ${like(sql`k.name || ' ' || k.source_system`)} order by k.name, k.id limit ${sql.lit(limit)})`.execute(
    transaction,
  )
  return rows
}

/** A member of the staff or a register's key by its id; students are not named by it. */
export async function findActor(
  transaction: ReadTransaction,
  providerId: Uuid,
  id: string,
): Promise<NamedActor | undefined> {
  const { rows } = await sql<NamedActor>`
    select 'person' as kind, p.id, p.name, array_agg(a.role order by a.role) as roles, null as source
    from assignment a join person p on p.id = a.person_id
    where a.provider_id = ${providerId}::uuid and a.role <> 'student' and p.id = ${id}::uuid group by p.id
    union all
    select 'machine', k.id, k.name, '{}', k.source_system from api_key k where k.id = ${id}::uuid`.execute(
    transaction,
  )
  return rows[0]
}

/** What others did with a student's data, by day and who did it, the newest first. */
export async function findOwnActs(
  transaction: ReadTransaction,
  studentId: string,
  { self, from, until, limit }: { self: string; from: Date; until: Date; limit: number },
): Promise<OwnAct[]> {
  const { rows } = await sql<OwnAct>`
    select e.day::text, e.action, e.actor_kind, e.times, k.source_system as source,
      coalesce((select array_agg(r.role order by r.role) from assignment r
        where e.actor_kind = 'person' and r.person_id = e.actor_id and r.provider_id = e.provider_id), '{}') as roles
    from (
      select provider_id, (at at time zone 'Europe/Helsinki')::date as day, action, actor_kind, actor_id,
        count(*)::int as times
      from audit_event
      where student_id = ${studentId}::uuid and at >= ${from} and at < ${until}
        and (actor_id is null or actor_id <> ${self}::uuid)
      group by provider_id, day, action, actor_kind, actor_id
      order by day desc, action, actor_kind, actor_id limit ${sql.lit(limit)}) e
    left join api_key k on e.actor_kind = 'machine' and k.provider_id = e.provider_id and k.id = e.actor_id
    order by e.day desc, e.action, e.actor_kind, e.actor_id`.execute(transaction)
  return rows
}
