import { type RawBuilder, sql } from 'kysely'
import type { Actor, Person } from '../../platform/access/actor.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { answersFor, maskedTo, openInGroup } from '../students/public.ts'
import { signAccess } from './access.ts'
import type { SignData, SignKind, SignQuery, SignState } from './contract.ts'

export interface SignRow {
  readonly id: string
  readonly student_id: string
  readonly plan_id: string
  readonly kind: SignKind
  readonly state: SignState
  readonly data: SignData
  readonly noticed_on: string
  readonly seen_on: string
  readonly over_on: string | null
  readonly decision: 'measure' | 'no-need' | null
  readonly reason: string | null
  readonly decided_at: Date | null
  readonly decided_by_name: string | null
  readonly explanation: string | null
  readonly explained_at: Date | null
  readonly version: number
  readonly teacher_person_id: string | null
  readonly called_name: string | null
  readonly family_name: string | null
  readonly group_code: string | null
  readonly protected: boolean
  readonly masked: boolean
}

const columns = (actor: Actor, today: PlainDate) => sql`
  g.id, g.student_id, g.plan_id, g.kind, g.state, g.data, g.noticed_on, g.seen_on, g.over_on, g.decision, g.reason,
  g.decided_at, g.explanation, g.explained_at, g.version, m.person_id as teacher_person_id, s.called_name,
  s.family_name, s.group_code, s.protected, ${maskedTo(actor, today)} as masked,
  (select n.name from person n where n.id = g.decided_by) as decided_by_name`

const around = sql`
  join student s on s.provider_id = g.provider_id and s.id = g.student_id
  left join staff_member m on m.provider_id = s.provider_id and m.id = s.teacher_id`

const allowed = (actor: Actor): RawBuilder<boolean> =>
  signAccess.read.filter(actor, {
    studentId: 'g.student_id',
    teacherPersonId: 'm.person_id',
    kind: 'g.kind',
  })

/** Signs that the actor may see, the oldest first. */
export async function listSigns(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  query: Omit<SignQuery, 'limit' | 'after'> & {
    readonly after: SignPlace | undefined
    readonly limit: number
  },
): Promise<SignRow[]> {
  const { after, group, kind, limit, mine, state = 'open' } = query
  const personId = actor.kind === 'person' ? actor.id : null
  const { rows } = await sql<SignRow>`
    select ${columns(actor, today)} from sign g ${around}
    where g.state = ${state} and ${allowed(actor)}
      and ${kind === undefined ? sql`true` : sql`g.kind = ${kind}`}
      and ${mine === true ? sql`m.person_id = ${personId}::uuid` : sql`true`}
      and ${group === undefined ? sql`true` : sql`(s.group_code = ${group} and ${openInGroup(actor, today)})`}
      and ${after === undefined ? sql`true` : sql`(g.noticed_on, g.id) > (${after.noticedOn}::date, ${after.id}::uuid)`}
    order by g.noticed_on, g.id limit ${sql.lit(limit)}`.execute(transaction)
  return rows
}

export interface SignPlace {
  readonly noticedOn: string
  readonly id: string
}

/** Those of one student that the actor may see: what stands first, then the newest. */
export async function signsOfStudent(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  studentId: string,
): Promise<SignRow[]> {
  const { rows } = await sql<SignRow>`
    select ${columns(actor, today)} from sign g ${around}
    where g.student_id = ${studentId} and ${allowed(actor)}
    order by array_position(array['open', 'decided', 'over'], g.state), g.noticed_on desc, g.id
    limit 200`.execute(transaction)
  return rows
}

/** The teacher of a student who exists: whether there are signs is not to be guessed from the answer. */
export async function findTeacherOf(
  transaction: ReadTransaction,
  studentId: string,
): Promise<{ readonly teacher_person_id: string | null } | undefined> {
  const { rows } = await sql<{ teacher_person_id: string | null }>`
    select m.person_id as teacher_person_id from student s
    left join staff_member m on m.provider_id = s.provider_id and m.id = s.teacher_id
    where s.id = ${studentId}`.execute(transaction)
  return rows[0]
}

/** The sign with its student, locked for the change. */
export async function lockSign(
  transaction: WriteTransaction,
  actor: Actor,
  today: PlainDate,
  id: string,
): Promise<SignRow | undefined> {
  const { rows } = await sql<SignRow>`
    select ${columns(actor, today)} from sign g ${around} where g.id = ${id} for update of g`.execute(
    transaction,
  )
  return rows[0]
}

export async function saveExplanation(
  transaction: WriteTransaction,
  id: string,
  text: string | null,
  { by, now }: { readonly by: string | null; readonly now: Date },
): Promise<void> {
  const said = text === null ? { at: null, by: null } : { at: now, by }
  await transaction
    .updateTable('sign')
    .set({ explanation: text, explained_at: said.at, explained_by: said.by, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

export async function saveDecision(
  transaction: WriteTransaction,
  id: string,
  { decision, reason }: { readonly decision: 'measure' | 'no-need'; readonly reason: string | null },
  { by, now }: { readonly by: string | null; readonly now: Date },
): Promise<void> {
  await transaction
    .updateTable('sign')
    .set({ state: 'decided', decision, reason, decided_at: now, decided_by: by, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

export interface OpenSign {
  readonly id: string
  readonly student_id: string
  readonly kind: SignKind
  readonly noticed_on: string
  readonly total: number
}

/** Open signs of the students whom this person answers for. */
export async function openSignsFor(
  transaction: ReadTransaction,
  person: Person,
  limit: number,
): Promise<OpenSign[]> {
  const { rows } = await sql<OpenSign>`
    select g.id, g.student_id, g.kind, g.noticed_on, (count(*) over ())::int as total
    from student s join sign g on g.provider_id = s.provider_id and g.student_id = s.id
    where ${answersFor(person)} and g.state = 'open'
    order by g.noticed_on, g.id limit ${limit}`.execute(transaction)
  return rows
}
