import { loadDemo } from '../src/app/demo.ts'
import { planReferences } from '../src/app/references.ts'
import { findRows } from '../src/features/group-drafts/queries.ts'
import { makeDraft } from '../src/features/group-drafts/service-new.ts'
import { answerDraft, saveDraft } from '../src/features/group-drafts/service-save.ts'
import { openOrganisations } from '../src/features/organisations/public.ts'
import { openReference } from '../src/features/qualifications/public.ts'
import { formFaults } from '../src/integrations/ehoks/form.ts'
import { type Database, openDatabase } from '../src/platform/db/database.ts'
import { read, write } from '../src/platform/db/door.ts'
import { startJobs } from '../src/platform/jobs/jobs.ts'
import { silentLog } from '../src/platform/log/log.ts'
import { systemClock } from '../src/platform/time/clock.ts'
import { startBenchDatabase } from './database.ts'
import { median } from './load-job.ts'
import { against, type Measured } from './report.ts'
import { insertPlansFloor, makeGroups, type World } from './seed-drafts.ts'

const students = 200
const rounds = 5

/**
 * A template to 200 students: drafted, answered, checked, saved and audited, against bare inserts of the bodies that came of
 * it. Each round has a group of its own, because a plan is made once.
 */
export async function measureTemplateApply(): Promise<Measured> {
  const held = await startBenchDatabase()
  const database = openDatabase(held.url, { connections: 2 })
  const jobs = await startJobs(held.url, silentLog)
  try {
    await loadDemo(held.url)
    const world = await makeGroups(held.owner, database, { groups: rounds + 1, students })
    const run = await runner(database, jobs, world)
    await run(0)
    const times: { ours: number[]; floor: number[] } = { ours: [], floor: [] }
    for (let round = 1; round <= rounds; round += 1) {
      times.ours.push(await timed(() => run(round)))
      const bodies = await world.bodiesOf(round)
      if (bodies.length !== students) throw new Error(`${bodies.length} plans of ${students} were saved`)
      times.floor.push(await timed(() => insertPlansFloor(held.owner, bodies)))
    }
    return against(median(times.ours), median(times.floor), 'ms')
  } finally {
    await jobs.stop()
    await database.close()
    await held.stop()
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Everything that the requests of one group do, in the three transactions in which they do it. */
async function runner(database: Database, jobs: Awaited<ReturnType<typeof startJobs>>, world: World) {
  const data = await openReference(database).current()
  const references = planReferences(() => data)
  const dependencies = {
    organisations: openOrganisations(database),
    data: () => data,
    schoolName: () => 'Oppilaitos',
  }
  const { actor, answers, providerId, templateId } = world
  const today = systemClock.today()
  const reader = { actor, today, language: 'fi' as const }
  const audit = () => ({ actor, now: systemClock.now() })
  const saving = { jobs, referenceFor: references.referenceFor, formFaults, today, language: 'fi' as const }
  return async (round: number): Promise<void> => {
    const groupCode = world.codeOf(round)
    const id = await write(database, providerId, transaction =>
      makeDraft(transaction, audit(), reader, { templateId, groupCode, startsOn: world.startsOn }),
    )
    const rows = await read(database, providerId, transaction => findRows(transaction, reader, id))
    const changes = rows.map(({ key, version }) => ({ key, version, answers }))
    await write(database, providerId, transaction =>
      answerDraft({ transaction, audit: audit(), ...saving }, id, changes, dependencies),
    )
    await write(database, providerId, transaction =>
      saveDraft({ transaction, audit: audit(), ...saving }, id, { reason: 'Mitattu' }, dependencies),
    )
  }
}
