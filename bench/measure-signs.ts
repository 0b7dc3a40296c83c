import { sql } from 'kysely'
import type { Plan } from '../src/features/plans/contract.ts'
import { lookAtAll } from '../src/features/signs/jobs.ts'
import { type Database, openDatabase } from '../src/platform/db/database.ts'
import { read } from '../src/platform/db/door.ts'
import type { Uuid } from '../src/platform/ids.ts'
import { addDays, type PlainDate, plainDateOf } from '../src/platform/time/plain-date.ts'
import { startBenchDatabase } from './database.ts'
import { median } from './load-job.ts'
import { against, type Measured } from './report.ts'
import { seedWatched } from './seed-signs.ts'

const everybody = 100_000
const rounds = 5
const firstDay = plainDateOf('2026-11-23')

/**
 * Seconds of a whole nightly look at 100 000 students, each round on the next day: reading, the three rules, and writing what
 * changed. The floor is one statement over the same rows, which counts what SQL can say of them without a calendar, and writes nothing.
 */
export async function measureSigns(plan: Plan, students = everybody): Promise<Measured> {
  const held = await startBenchDatabase()
  try {
    const provider = await seedWatched(held.owner, held.url, plan, students, firstDay)
    const database = openDatabase(held.url, { connections: 1 })
    try {
      const ours = (day: PlainDate) =>
        seconds(() => lookAtAll({ database, clock: { now: () => new Date(), today: () => day } }, provider))
      const floor = (day: PlainDate) => seconds(() => onePass(database, provider, day))
      // The first night finds everything at once; it is not what a night costs.
      await ours(firstDay)
      await floor(firstDay)
      const times: { ours: number[]; floor: number[] } = { ours: [], floor: [] }
      for (let round = 1; round <= rounds; round++) {
        const day = addDays(firstDay, round)
        times.floor.push(await floor(day))
        times.ours.push(await ours(day))
      }
      await demandSigns(held.owner, students)
      return against(median(times.ours), median(times.floor), 's')
    } finally {
      await database.close()
    }
  } finally {
    await held.stop()
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/**
 * Every row that the look reads, behind the same fence, in one statement: of all plans the study right, periods,
 * demonstrations and standing signs; of those that seem to show a sign also what lies in their documents.
 */
async function onePass(database: Database, provider: Uuid, day: PlainDate): Promise<void> {
  await read(database, provider, transaction =>
    sql`
    with seen as (
      select p.id, p.version, r.details, g.signs, jsonb_array_length(r.body -> 'states') as states,
        greatest(l.last_end, d.last_end, r.starts_on) + 56 <= ${day}::date as stalled,
        coalesce(l.days_ahead, 0) < 35 as empty, coalesce(l.missing or l.paused, false) as workplace
      from plan p
      join student s on s.provider_id = p.provider_id and s.id = p.student_id
      join study_right r on r.provider_id = p.provider_id and r.oid = p.study_right_oid
      left join (
        select plan_id, max(ends_on) filter (where ends_on <= ${day}::date) as last_end,
          sum(least(ends_on, ${day}::date + 63) - greatest(starts_on, ${day}::date))
            filter (where ends_on >= ${day}::date and starts_on <= ${day}::date + 63) as days_ahead,
          bool_or(workplace_name is null and ends_on >= ${day}::date and starts_on <= ${day}::date + 21
            and method_code = 'osaamisenhankkimistapa_koulutussopimus') as missing,
          bool_or(interruptions <> '[]' and starts_on <= ${day}::date and ends_on >= ${day}::date) as paused
        from learning_period group by plan_id) l on l.plan_id = p.id
      left join (
        select plan_id, max(ends_on) filter (where ends_on <= ${day}::date) as last_end from demonstration
        group by plan_id) d on d.plan_id = p.id
      left join (select plan_id, count(*) as signs from sign where state <> 'over' group by plan_id) g on g.plan_id = p.id)
    select count(*), sum(signs), sum(states), count(*) filter (where (stalled or empty or workplace) and (
      select v.body ->> 'competenceAchievedOn' from plan_version v where v.plan_id = seen.id and v.version = seen.version)
      is null and not jsonb_path_exists(seen.details, '$.attainments[*].units[*].assessment ? (@.assessedOn > "2026-10")'))
    from seen`.execute(transaction),
  )
}

interface Asked {
  query(text: string): Promise<{ rows: { kind: string; count: number }[] }>
}

/** Without signs of every kind the rules would have been spared their work. */
async function demandSigns(owner: Asked, students: number): Promise<void> {
  const { rows } = await owner.query(
    `select kind, count(*)::int as count from sign where state <> 'over' group by kind order by kind`,
  )
  console.log(`Standing signs: ${rows.map(({ count, kind }) => `${kind} ${count}`).join(', ')}`)
  if (rows.length !== 3 || rows.some(({ count }) => count < students / 100))
    throw new Error('The benchmark has too few signs')
}
