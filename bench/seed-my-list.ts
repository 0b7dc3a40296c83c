import type pg from 'pg'
import type { Plan } from '../src/features/plans/contract.ts'
import { defaultSettings } from '../src/features/settings/rules.ts'
import { newId, type Uuid } from '../src/platform/ids.ts'
import { seedStudents } from './seed-growth.ts'
import { seedPlans } from './seed-growth-plans.ts'

/** A provider where something of every kind waits, and two who look at it. */
export interface Waiting {
  readonly provider: Uuid
  /** Responsible teacher of forty. */
  readonly teacher: Uuid
  readonly guidance: Uuid
}

/** How many others' students stand in the same tables, for each of the provider's. */
const othersShare = 0.5
const ofOneTeacher = 40

/** Of every twentieth student the plan is missing; of the others each thing waits of some, spread evenly by `n`. */
export async function seedWaiting(
  owner: pg.Client,
  url: string,
  plan: Plan,
  students: number,
  today: string,
): Promise<Waiting> {
  const others = Math.floor(students * othersShare)
  const provider = await seedStudents(owner, { students, others, plans: 0 })
  const people = await addPeople(owner, provider, students)
  await seedPlans(owner, url, provider, plan, students - Math.floor(students / 20))
  await owner.query(
    `create table bench_owner as
     select p.provider_id, p.id as plan_id, p.student_id, p.study_right_oid, gen_random_uuid() as contact_id,
       row_number() over (order by hashtext(p.id::text)) as n
     from plan p where p.provider_id = $1`,
    [provider],
  )
  for (const [statement, values] of statementsOf(today, people.guidance)) await owner.query(statement, values)
  await owner.query(
    `insert into provider_setting (provider_id, master, national_sender, contact_retention_months, changed_at)
     values ($1, $2, 'here', 3, now())`,
    [provider, JSON.stringify(defaultSettings.master)],
  )
  await owner.query('drop table bench_owner')
  await owner.query('vacuum analyze')
  return { provider, ...people }
}

async function addPeople(
  owner: pg.Client,
  provider: Uuid,
  students: number,
): Promise<Omit<Waiting, 'provider'>> {
  const [teacher, guidance] = [newId(), newId()]
  await owner.query(
    `insert into person (id, issuer, subject, name, language) values
     ($1, 'bench', 'teacher', 'Opettaja', 'fi'), ($2, 'bench', 'guidance', 'Ohjaaja', 'fi')`,
    [teacher, guidance],
  )
  await owner.query(
    `insert into assignment (person_id, provider_id, role) values ($1, $3, 'teacher'), ($2, $3, 'guidance')`,
    [teacher, guidance, provider],
  )
  await owner.query(
    `with made as (insert into staff_member (provider_id, id, staff_number, person_id, changed_at)
       select $1, gen_random_uuid(), n::text, case n when 0 then $2::uuid end, now() from generate_series(0, $3::int) n
       returning id, staff_number::int as n)
     update student s set teacher_id = made.id
     from made, (select id, row_number() over (order by id) as n from student where provider_id = $1) one
     where s.provider_id = $1 and s.id = one.id and made.n = one.n / ${ofOneTeacher}`,
    [provider, teacher, Math.floor(students / ofOneTeacher)],
  )
  return { teacher, guidance }
}

type Statement = readonly [text: string, values?: unknown[]]

const statementsOf = (today: string, guidance: Uuid): readonly Statement[] => [
  ...periodsAndDeliveries(today),
  ...ofPlans(today),
  ...ofStudents(today, guidance),
]

const agreement = 'osaamisenhankkimistapa_koulutussopimus'

/** Two workplace periods a plan, ending from half a year before the day to half a year after it. */
const periodsAndDeliveries = (today: string): readonly Statement[] => [
  ['truncate learning_period'],
  [
    `insert into contact (provider_id, id, plan_id, kind, content, created_at)
     select provider_id, contact_id, plan_id, 'instructor',
       jsonb_build_object('name', 'Otto Keksitty') || case when n % 8 = 0 then '{}' else '{"email": "otto@esimerkki.test"}'::jsonb end,
       now() from bench_owner`,
  ],
  [
    `insert into learning_period (provider_id, plan_id, pointer, unique_id, method_code, starts_on, ends_on, interruptions,
       part_time_share, workplace_name, business_id, instructor_contact_id)
     select provider_id, plan_id, '/vocationalUnits/' || k || '/learningPeriods/0', gen_random_uuid(), $2,
       last - 40, last, '[]', case when n % 90 = 0 then null else 100 end, 'Keksitty Paja Oy', '1234567-1', contact_id
     from (select *, $1::date - 180 + (n % 180)::int + 180 * k as last from bench_owner, generate_series(0, 1) k) spread`,
    [today, agreement],
  ],
  // Every hundredth right is funded by others: their instructors get no survey.
  [
    `update study_right r set body = jsonb_set(r.body, '{states,0,funding}', case when n % 100 = 0 then '"14"' else '"1"' end::jsonb)
     from bench_owner o where r.provider_id = o.provider_id and r.oid = o.study_right_oid`,
  ],
  [
    `insert into delivery (provider_id, plan_id, wanted_version, state, delivered_version, waiting_since, due_at, failed_at)
     select provider_id, plan_id, 1, case when n % 150 = 0 then 'refused' when n % 150 = 1 then 'differs' else 'delivered' end,
       case when n % 12 > 0 then 1 end, now() - interval '9 days', now(), case when n % 150 = 0 then now() end from bench_owner`,
  ],
]

const ofPlans = (today: string): readonly Statement[] => [
  [
    `update plan p set errors = (n % 10 = 0)::int, warnings = (n % 3)::int from bench_owner o
     where p.provider_id = o.provider_id and p.id = o.plan_id`,
  ],
  [
    `insert into plan_conflict (provider_id, id, plan_id, pointer, taken, source, noticed_at, settled_at)
     select provider_id, gen_random_uuid(), plan_id, '/email', 'here', 'bench', now() - n % 90 * interval '1 day',
       case when n % 40 > 1 then now() end from bench_owner where n % 8 < 4`,
  ],
  [
    `insert into approval (provider_id, plan_id, part, party, student_id, state, digest, plan_version, asked_at, answered_at)
     select provider_id, plan_id, 'path', 'student', student_id,
       case when n % 10 < 3 then 'asked' when n % 30 = 3 then 'declined' else 'approved' end, 'bench', 1,
       $1::timestamptz - n % 60 * interval '1 day', case when n % 10 > 2 then now() end from bench_owner`,
    [today],
  ],
  [
    `insert into recognition (provider_id, id, plan_id, student_id, unit_code, state, asked_at)
     select provider_id, gen_random_uuid(), plan_id, student_id, 'tutkinnonosat_' || 100000 + k,
       case when n % 20 = 0 then 'asked' else 'recognised' end, now() - n % 70 * interval '1 day'
     from bench_owner, generate_series(0, 1) k where n % 4 = 0`,
  ],
]

const ofStudents = (today: string, guidance: Uuid): readonly Statement[] => [
  [
    `insert into invitation (provider_id, id, kind, student_id, secret_hash, state, made_at, expires_at, claimed_at)
     select provider_id, gen_random_uuid(), 'student', student_id, sha256(plan_id::text::bytea),
       case when n % 50 = 0 then 'waiting' else 'accepted' end, now(), now() + interval '9 days', now() - n % 9 * interval '1 day'
     from bench_owner where n % 2 = 0`,
  ],
  [
    `insert into proposal (provider_id, id, plan_id, student_id, kind, about, message, plan_version, state, made_at, answer_by)
     select provider_id, gen_random_uuid(), plan_id, student_id, 'other', 'plan', 'Keksitty', 1,
       case when n % 30 = 0 then 'open' else 'accepted' end, now(), $1::date + (n % 20)::int from bench_owner where n % 3 = 0`,
    [today],
  ],
  [
    `insert into help_request (provider_id, id, student_id, topic, asked_of, state, asked_at, answer_by)
     select provider_id, gen_random_uuid(), student_id, 'other', case when n % 80 = 0 then 'teacher' else 'guidance' end,
       case when n % 40 = 0 then 'open' else 'answered' end, now(), $1::date + (n % 20)::int from bench_owner where n % 4 = 0`,
    [today],
  ],
  [
    `insert into sign (provider_id, id, plan_id, student_id, kind, about, state, data, noticed_on, seen_on)
     select provider_id, gen_random_uuid(), plan_id, student_id, 'empty-weeks', 'plan',
       case when n % 10 = 0 then 'open' else 'over' end, '{}', $1::date - (n % 60)::int, $1::date from bench_owner where n % 5 = 0`,
    [today],
  ],
  [
    `insert into measure (provider_id, id, student_id, text, person_id, due_on, state, created_at, created_by)
     select provider_id, gen_random_uuid(), student_id, 'Keksitty toimi', case when n % 40 = 0 then $2::uuid else student_id end,
       $1::date - 20 + (n % 40)::int, case when n % 20 = 0 then 'agreed' else 'done' end, now(), $2::uuid
     from bench_owner where n % 10 = 0`,
    [today, guidance],
  ],
]
