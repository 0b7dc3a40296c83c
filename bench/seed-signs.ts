import type pg from 'pg'
import type { Plan } from '../src/features/plans/contract.ts'
import type { Uuid } from '../src/platform/ids.ts'
import { seedStudents } from './seed-growth.ts'
import { seedPlans } from './seed-growth-plans.ts'

const method = (name: string) => `osaamisenhankkimistapa_${name}`

/**
 * A provider whose students have a plan each, with real bodies, and learning periods and demonstrations of their own: one
 * after another, from half a year before the day to half a year after it. Of some a stretch is missing, before or after the day;
 * some workplace periods lack their workplace, and some are interrupted.
 */
export async function seedWatched(
  owner: pg.Client,
  url: string,
  plan: Plan,
  students: number,
  today: string,
): Promise<Uuid> {
  const provider = await seedStudents(owner, { students, others: 0, plans: students })
  await seedPlans(owner, url, provider, plan, students)
  await owner.query('truncate learning_period, demonstration')
  // `n` spreads the plans evenly over what may be so with them.
  await owner.query(
    `create table bench_plan as select provider_id, id, abs(hashtext(id::text)) as n from plan where provider_id = $1`,
    [provider],
  )
  await owner.query(
    `insert into learning_period (provider_id, plan_id, pointer, unique_id, method_code, starts_on, ends_on, interruptions,
       workplace_name)
     select provider_id, id, '/vocationalUnits/' || k || '/learningPeriods/0', gen_random_uuid(),
       case when k % 3 = 0 then $2 else $3 end, start, start + 54,
       case when n % 50 = k then jsonb_build_array(jsonb_build_object('start', start + 10, 'end', start + 40)) else '[]' end,
       case when k % 3 = 0 and n % 23 > 0 then 'Keksitty Paja Oy' end
     from (select *, $1::date - 175 + (n % 56)::int + 56 * k as start from bench_plan, generate_series(0, 6) k) spread
     where not (n % 11 = 0 and k in (1, 2)) and not (n % 13 = 0 and k > 3)`,
    [today, method('koulutussopimus'), method('oppilaitosmuotoinenkoulutus')],
  )
  await owner.query(
    `insert into demonstration (provider_id, plan_id, pointer, starts_on, ends_on, environment_name)
     select provider_id, plan_id, replace(pointer, 'learningPeriods', 'demonstrations'), ends_on - 2, ends_on, 'Keksitty näyttöpaikka'
     from learning_period where method_code = $1`,
    [method('koulutussopimus')],
  )
  await owner.query(
    `update study_right r set details = jsonb_build_object('attainments', jsonb_build_array(jsonb_build_object('units', (
       select jsonb_agg(jsonb_build_object('code', (100000 + u)::text, 'codeSet', 'tutkinnonosat', 'points', 30, 'assessment',
         jsonb_build_object('grade', '3', 'passed', true, 'assessedOn', ($1::date - 120 - u * 40)::text)))
       from generate_series(0, 5) u))))`,
    [today],
  )
  await owner.query('drop table bench_plan')
  await owner.query('vacuum analyze')
  return provider
}
