import { type RawBuilder, sql } from 'kysely'
import type { Person } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { ownStudent } from '../students/public.ts'
import { countedAtMost } from '../tasks/contract.ts'
import type { SurveyedRight } from './rules-surveyed.ts'
import type { SurveyGaps } from './rules-surveys.ts'

/** Whose plans are looked at: all of the provider's, or those of a person's own students. */
export interface Whose {
  readonly care: 'all' | 'own'
  readonly person: Person
}

const mine = ({ care, person }: Whose): RawBuilder<unknown> =>
  care === 'own' ? ownStudent(person) : sql`true`

/** Of a whole provider no more is read than is counted; of some students all, as there are few. */
const enough = ({ care }: Whose): RawBuilder<unknown> => (care === 'all' ? sql.lit(countedAtMost) : sql`all`)

const planAndStudent = (row: string): RawBuilder<unknown> => sql`
  join plan p on p.provider_id = ${sql.ref(`${row}.provider_id`)} and p.id = ${sql.ref(`${row}.plan_id`)}
  left join student s on s.provider_id = p.provider_id and s.id = p.student_id`

export interface StoppedDelivery {
  readonly plan_id: string
  readonly student_id: string | null
  readonly state: 'refused' | 'differs'
  readonly since: string
  readonly total: number
}

/** Plans that the service did not take, or that were changed there; those longest so first. */
export async function stoppedDeliveries(
  transaction: ReadTransaction,
  whose: Whose,
  limit: number,
): Promise<readonly StoppedDelivery[]> {
  const { rows } = await sql<StoppedDelivery>`
    select plan_id, student_id, state, (count(*) over ())::int as total,
      (stopped_at at time zone 'Europe/Helsinki')::date as since
    from (
      select d.plan_id, p.student_id, d.state, coalesce(d.failed_at, d.waiting_since) as stopped_at
      from delivery d ${planAndStudent('d')}
      where d.state in ('refused', 'differs') and ${mine(whose)}
      order by coalesce(d.failed_at, d.waiting_since), d.plan_id limit ${enough(whose)}) stopped
    order by stopped_at, plan_id limit ${sql.lit(limit)}`.execute(transaction)
  return rows
}

export interface OpenRemoval {
  readonly plan_id: string
  readonly student_id: string | null
  readonly since: string
  readonly total: number
}

/** Plans that a person is to take away in the national service. */
export async function openRemovals(
  transaction: ReadTransaction,
  limit: number,
): Promise<readonly OpenRemoval[]> {
  const { rows } = await sql<OpenRemoval>`
    select r.plan_id, p.student_id, (r.asked_at at time zone 'Europe/Helsinki')::date as since,
      (count(*) over ())::int as total
    from plan_removal r ${planAndStudent('r')}
    where r.told_done_at is null and r.confirmed_at is null
    order by r.asked_at, r.plan_id limit ${sql.lit(limit)}`.execute(transaction)
  return rows
}

export interface EndingPeriod extends SurveyGaps {
  readonly plan_id: string
  readonly student_id: string | null
  readonly pointer: string
  readonly ends_on: string
  readonly right: SurveyedRight | null
  readonly preparatory: boolean
}

export interface Ending extends Whose {
  readonly from: PlainDate
  readonly until: PlainDate
  /** Whether this provider's plans are sent from here: only then is it known what has arrived. */
  readonly sends: boolean
  /** Goes on behind this one. */
  readonly after?: Pick<EndingPeriod, 'ends_on' | 'plan_id' | 'pointer'> | undefined
}

/**
 * Workplace periods that end within the days and lack what the survey needs, with what tells whether there is to be one;
 * the first to end first.
 */
export async function endingPeriods(
  transaction: ReadTransaction,
  ending: Ending,
  limit: number,
): Promise<readonly EndingPeriod[]> {
  const lacksSending = ending.sends ? unsent : sql`false`
  const { rows } = await sql<EndingPeriod>`
    select l.plan_id, p.student_id, l.pointer, l.ends_on, ${lacksSending} as unsent,
      ${nowhere} as workplace, ${unreachable} as instructor, ${shareless} as "partTime", ${preparatory} as preparatory,
      (select r.body from study_right r where r.provider_id = p.provider_id and r.oid = p.study_right_oid) as "right"
    from ${periodsOf(ending)} l ${planAndStudent('l')}
    left join lateral (select * from delivery o where o.provider_id = p.provider_id and o.plan_id = p.id offset 0) d on true
    where ${mine(ending)} and s.erased_at is null and coalesce(d.state, '') not in ('removal', 'removed')
      and not ${interruptedAtEnd} and (${nowhere} or ${shareless} or ${lacksSending} or ${unreachable})
    order by l.ends_on, l.plan_id, l.pointer limit ${sql.lit(limit)}`.execute(transaction)
  return rows
}

/** Of a whole provider they are read in their order, so that reading stops at the limit; of some students as it is quickest. */
const periodsOf = ({ after, care, from, until }: Ending): RawBuilder<unknown> => sql`(
  select * from learning_period where ends_on between ${from}::date and ${until}::date and ${behind(after)}
    and method_code in ('osaamisenhankkimistapa_koulutussopimus', 'osaamisenhankkimistapa_oppisopimus')
  ${care === 'all' ? sql`order by ends_on, plan_id, pointer offset 0` : sql``})`

const behind = (after: Ending['after']): RawBuilder<unknown> =>
  after === undefined
    ? sql`true`
    : sql`(ends_on, plan_id, pointer) > (${after.ends_on}::date, ${after.plan_id}::uuid, ${after.pointer})`

/** A plan of TUVA, or one that tells a study right of TUVA beside its own. */
const preparatory = sql`coalesce((select v.body ->> 'preparatoryStudyRightOid' is not null
    or v.body -> 'preparatoryParts' -> 0 is not null
  from plan_version v where v.provider_id = p.provider_id and v.plan_id = p.id and v.version = p.version limit 1), false)`

const nowhere = sql`(coalesce(l.workplace_name, '') = '' or coalesce(l.business_id, '') = '')`
const shareless = sql`(l.part_time_share is null or l.part_time_share not between 1 and 100)`

/** A newer version may leave the period as it was sent: then what is there is enough. */
const unsent = sql`case
  when d.delivered_version is null then true when d.delivered_version >= p.version then false
  else coalesce((select not jsonb_path_exists(v.body,
      '$.**.learningPeriods[*] ? (@.identifier == $id && @.end == $end)',
      jsonb_build_object('id', l.unique_id, 'end', l.ends_on))
    from plan_version v where v.provider_id = p.provider_id and v.plan_id = p.id
      and v.version = d.delivered_version limit 1), true) end`

/** `offset 0`: looked up for each period, never read as a whole. What somebody wished to be erased is no gap that anybody should fill again. */
const unreachable = sql`not exists (select from contact c
  where c.provider_id = l.provider_id and c.id = l.instructor_contact_id and (c.erased_at is not null
    or (c.content ->> 'name' <> '' and (c.content ->> 'email' <> '' or c.content ->> 'phone' <> ''))) offset 0)`

/** Whose period is interrupted on its last day gets no survey, so none is lost. */
const interruptedAtEnd = sql`(l.interruptions <> '[]' and exists (select from jsonb_array_elements(l.interruptions) as i
  where (i ->> 'start')::date <= l.ends_on and coalesce((i ->> 'end')::date, l.ends_on) >= l.ends_on))`
