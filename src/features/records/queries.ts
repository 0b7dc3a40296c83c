import { sql } from 'kysely'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { StoredContact, UnknownMember } from '../plans/public.ts'
import type { StoredPlan } from '../plans/rules-contacts.ts'

type Row = Readonly<Record<string, unknown>>

/** The student with group, teacher and contact data, in the columns' own words. */
export async function findStudentRecord(
  transaction: ReadTransaction,
  studentId: string,
): Promise<Row | undefined> {
  const { rows } = await sql<{ body: Row }>`
    select jsonb_strip_nulls(jsonb_build_object(
      'id', s.id, 'studentOid', s.student_oid, 'studentNumber', s.student_number, 'givenNames', s.given_names,
      'calledName', s.called_name, 'familyName', s.family_name, 'birthDate', s.birth_date, 'language', s.language,
      'protected', s.protected, 'createdAt', s.created_at, 'changedAt', s.changed_at, 'erasedAt', s.erased_at,
      'vanishedAt', s.vanished_at, 'toldGroup', s.told_group, 'toldTeacher', s.told_teacher, 'toldAt', s.told_at,
      'group', (select jsonb_build_object('code', g.code, 'name', g.name) from student_group g
        where g.provider_id = s.provider_id and g.code = s.group_code),
      'teacher', (select concat_ws(' ', t.given_names, t.family_name) from staff_member t
        where t.provider_id = s.provider_id and t.id = s.teacher_id),
      'contact', (select to_jsonb(c) - 'provider_id' - 'student_id' from student_contact c
        where c.provider_id = s.provider_id and c.student_id = s.id))) as body
    from student s where s.id = ${studentId}`.execute(transaction)
  return rows[0]?.body
}

export async function findGuardians(transaction: ReadTransaction, studentId: string): Promise<Row[]> {
  return bodies(
    transaction,
    sql`select to_jsonb(g) - 'provider_id' - 'student_id' as body from guardian g
      where g.student_id = ${studentId} order by g.ordinal`,
  )
}

export async function findStudyRights(transaction: ReadTransaction, studentId: string): Promise<Row[]> {
  return bodies(
    transaction,
    sql`select to_jsonb(r) - 'provider_id' - 'student_id' as body from study_right r
      where r.student_id = ${studentId} order by r.oid`,
  )
}

/** What was erased of the student, and by which rule. */
export async function findErasures(transaction: ReadTransaction, studentId: string): Promise<Row[]> {
  return bodies(
    transaction,
    sql`select to_jsonb(e) - 'provider_id' - 'student_id' - 'run_id' as body from erasure e
      where e.student_id = ${studentId} order by e.erased_at, e.kind, e.target_id`,
  )
}

/** Who has approved which part of the student's plans, as it stands and as it came. */
export async function findApprovals(transaction: ReadTransaction, studentId: string): Promise<Row[]> {
  return bodies(
    transaction,
    sql`select to_jsonb(a) - 'provider_id' - 'student_id' - 'digest' - 'answered_by' || jsonb_build_object('events', (
        select coalesce(jsonb_agg(to_jsonb(e) - 'provider_id' - 'id' - 'plan_id' - 'part' - 'party' - 'digest'
          - 'person_id' order by e.at, e.id), '[]') from approval_event e
        where e.provider_id = a.provider_id and e.plan_id = a.plan_id and e.part = a.part and e.party = a.party)) as body
      from approval a where a.student_id = ${studentId} order by a.plan_id, a.part, a.party`,
  )
}

/** Who was invited to sign in as the student or a guardian, and who signs in as a guardian since. */
export async function findInvitations(transaction: ReadTransaction, studentId: string): Promise<Row[]> {
  return bodies(
    transaction,
    sql`select to_jsonb(i) - 'provider_id' - 'student_id' - 'guardian_id' - 'secret_hash' - 'made_by' - 'decided_by'
        - 'person_id' - 'claim_subject' || jsonb_build_object('guardian', (
          select g.ordinal from guardian g where g.provider_id = i.provider_id and g.id = i.guardian_id)) as body
      from invitation i where i.student_id = ${studentId} order by i.made_at, i.id`,
  )
}

/** What the student has shared with whom, until when, and when it was opened. */
export async function findShares(transaction: ReadTransaction, studentId: string): Promise<Row[]> {
  return bodies(
    transaction,
    sql`select to_jsonb(l) - 'provider_id' - 'student_id' - 'secret_hash' - 'made_by' || jsonb_build_object('openings', (
        select coalesce(jsonb_agg(o.opened_at order by o.opened_at), '[]') from share_opening o
        where o.provider_id = l.provider_id and o.link_id = l.id)) as body
      from share_link l where l.student_id = ${studentId} order by l.made_at, l.id`,
  )
}

/** Who has opened the student's data in spite of the turvakielto, and for which day. */
export async function findReveals(transaction: ReadTransaction, studentId: string): Promise<Row[]> {
  return bodies(
    transaction,
    sql`select jsonb_build_object('held_on', v.held_on, 'revealed_at', v.revealed_at, 'name', p.name,
        'roles', coalesce((select jsonb_agg(r.role order by r.role) from assignment r
          where r.person_id = v.person_id and r.provider_id = v.provider_id), '[]')) as body
      from protection_reveal v left join person p on p.id = v.person_id
      where v.student_id = ${studentId} order by v.revealed_at`,
  )
}

/** Early signs with what the rules looked at, the student's own words and what was decided. */
export async function findSigns(transaction: ReadTransaction, studentId: string): Promise<Row[]> {
  return bodies(
    transaction,
    sql`select to_jsonb(g) - 'provider_id' - 'student_id' - 'decided_by' - 'explained_by' as body from sign g
      where g.student_id = ${studentId} order by g.noticed_on, g.id`,
  )
}

/** What was agreed, by whom, by when, and what came of it. */
export async function findMeasures(transaction: ReadTransaction, studentId: string): Promise<Row[]> {
  return bodies(
    transaction,
    sql`select to_jsonb(a) - 'provider_id' - 'student_id' - 'person_id' - 'created_by' - 'followed_by'
        || jsonb_build_object('by', case when a.person_id = a.student_id then 'student' else 'staff' end) as body
      from measure a where a.student_id = ${studentId} order by a.created_at, a.id`,
  )
}

export interface PlanToRecord {
  readonly id: string
  readonly hoks_id: number
  readonly study_right_oid: string
  readonly contacts: readonly StoredContact[]
}

export async function findPlansOf(transaction: ReadTransaction, studentId: string): Promise<PlanToRecord[]> {
  const { rows } = await sql<PlanToRecord>`
    select p.id, p.hoks_id, p.study_right_oid, (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', c.id, 'kind', c.kind, 'content', c.content, 'erased_at', c.erased_at)), '[]')
      from contact c where c.provider_id = p.provider_id and c.plan_id = p.id) as contacts
    from plan p where p.student_id = ${studentId} order by p.hoks_id`.execute(transaction)
  return rows
}

export interface VersionToRecord {
  readonly version: number
  readonly saved_at: Date
  readonly author_kind: string
  readonly author_name: string | null
  readonly source: string
  readonly reason: string | null
  readonly changes: unknown
  readonly body: StoredPlan
  readonly unknown_members: readonly UnknownMember[] | null
}

/** Versions after one, oldest first. */
export async function findVersionsAfter(
  transaction: ReadTransaction,
  planId: string,
  after: number,
  limit: number,
): Promise<VersionToRecord[]> {
  const { rows } = await sql<VersionToRecord>`
    select v.version, v.saved_at, v.author_kind, v.source, v.reason, v.changes, v.body, v.unknown_members,
      (select name from person where person.id = v.author_id) as author_name
    from plan_version v where v.plan_id = ${planId} and v.version > ${after}
    order by v.version limit ${sql.lit(limit)}`.execute(transaction)
  return rows
}

/** What each register sent last, as a body of its own or as the version that it became. */
export interface SendingToRecord {
  readonly source: string
  readonly received_at: Date
  readonly version: number | null
  readonly body: StoredPlan | null
}

export async function findSendings(transaction: ReadTransaction, planId: string): Promise<SendingToRecord[]> {
  const { rows } = await sql<SendingToRecord>`
    select source, received_at, version, body from plan_source where plan_id = ${planId} order by source`.execute(
    transaction,
  )
  return rows
}

export async function findConflicts(transaction: ReadTransaction, planId: string): Promise<Row[]> {
  return bodies(
    transaction,
    sql`select to_jsonb(f) - 'provider_id' - 'plan_id' as body from plan_conflict f
      where f.plan_id = ${planId} order by f.noticed_at, f.pointer`,
  )
}

/** How the plan went on to the national service, and what was asked to be taken away there. */
export async function findDeliveries(transaction: ReadTransaction, planId: string): Promise<Row[]> {
  return bodies(
    transaction,
    sql`select body from (
      select 1 as part, null::timestamptz as at, jsonb_build_object('kind', 'delivery') || to_jsonb(d)
        - 'provider_id' - 'plan_id' - 'lease_id' - 'leased_until' as body
      from delivery d where d.plan_id = ${planId}
      union all
      select 2, m.asked_at, jsonb_build_object('kind', 'removal') || to_jsonb(m)
        - 'provider_id' - 'plan_id' - 'asked_by' - 'told_done_by'
      from plan_removal m where m.plan_id = ${planId}
      union all
      select 3, e.at, jsonb_build_object('kind', 'try') || to_jsonb(e) - 'provider_id' - 'plan_id' - 'id'
      from delivery_event e where e.plan_id = ${planId}) rows order by part, at`,
  )
}

export interface EventToRecord {
  readonly id: string
  readonly at: Date
  readonly action: string
  readonly actor_kind: string
  readonly actor_name: string | null
  readonly roles: readonly string[]
  readonly source: string | null
  readonly self: boolean
  readonly details: unknown
}

/** Who saw or changed the student's data, oldest first, after an event. Ids are in the order of time. */
export async function findEventsAfter(
  transaction: ReadTransaction,
  studentId: string,
  after: string | undefined,
  limit: number,
): Promise<EventToRecord[]> {
  const { rows } = await sql<EventToRecord>`
    select e.id, e.at, e.action, e.actor_kind, p.name as actor_name, e.details, k.source_system as source,
      coalesce((select array_agg(r.role order by r.role) from assignment r
        where r.person_id = e.actor_id and r.provider_id = e.provider_id), '{}') as roles,
      exists (select from assignment r where r.person_id = e.actor_id and r.provider_id = e.provider_id
        and r.student_id = e.student_id) as self
    from (select * from audit_event e where e.student_id = ${studentId}::uuid
      and ${after === undefined ? sql`true` : sql`e.id > ${after}::uuid`}
      order by e.id limit ${sql.lit(limit)}) e
    left join person p on e.actor_kind = 'person' and p.id = e.actor_id
    left join api_key k on e.actor_kind = 'machine' and k.provider_id = e.provider_id and k.id = e.actor_id
    order by e.id`.execute(transaction)
  return rows
}

async function bodies(transaction: ReadTransaction, query: ReturnType<typeof sql>): Promise<Row[]> {
  const { rows } = await sql<{ body: Row }>`${query}`.execute(transaction)
  return rows.map(({ body }) => body)
}
