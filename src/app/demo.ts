import { saveCodeSet } from '../features/codes/public.ts'
import type { ImportKind } from '../features/imports/contract.ts'
import { savePersona } from '../features/personas/public.ts'
import { ensureProvider } from '../features/providers/public.ts'
import { openReference, saveQualification } from '../features/qualifications/public.ts'
import { saveFirstMapping } from '../features/roles/public.ts'
import { type Database, openDatabase } from '../platform/db/database.ts'
import { write } from '../platform/db/door.ts'
import type { Uuid } from '../platform/ids.ts'
import { startJobs } from '../platform/jobs/jobs.ts'
import { silentLog } from '../platform/log/log.ts'
import { type Clock, systemClock } from '../platform/time/clock.ts'
import { loadHistory } from './demo-history.ts'
import { type DemoProvider, readMappings, readPersonas, readProviders, readReference } from './demo-world.ts'
import { preparePlans } from './import-plans.ts'
import { type ImportRun, type Prepared, storeFile } from './import-run.ts'
import { prepareStudents } from './import-students.ts'

/**
 * Loads the invented world of the demo through the same ways in as imports: public facts, three providers, their
 * students and plans, and the people to sign in as. What is there already stays as it is.
 */
export async function loadDemo(url: string, clock: Clock = systemClock): Promise<void> {
  const database = openDatabase(url, { connections: 4 })
  try {
    await loadReference(database, clock)
    const jobs = await startJobs(url, silentLog)
    const reference = openReference(database)
    const run = { database, clock, jobs, reference: reference.current, source: 'demo' }
    try {
      const worlds = await readProviders()
      const providers = await loadProviders(run, worlds)
      await loadPersonas(database, providers, { students: true })
      await loadHistories(run, worlds, providers)
    } finally {
      await jobs.stop()
    }
  } finally {
    await database.close()
  }
}

/**
 * The demo for trying imports: its providers and people only. There are no students, plans or reference data, and
 * nobody to sign in as who would be a student.
 */
export async function loadEmptyDemo(url: string): Promise<void> {
  const database = openDatabase(url, { connections: 1 })
  try {
    const providers = new Map<string, Uuid>()
    for (const { provider } of await readProviders()) {
      const tenant = await write(database, null, transaction => ensureProvider(transaction, provider))
      providers.set(provider.oid, tenant)
    }
    await loadPersonas(database, providers, { students: false })
  } finally {
    await database.close()
  }
}

async function loadReference(database: Database, clock: Clock): Promise<void> {
  const { codeSets, qualifications } = await readReference()
  const now = clock.now()
  await write(database, null, async transaction => {
    for (const qualification of qualifications) await saveQualification(transaction, qualification, now)
    for (const set of codeSets) await saveCodeSet(transaction, set, now)
  })
}

/** @returns the id of each provider by its OID. */
async function loadProviders(
  run: Omit<ImportRun, 'tenant'>,
  worlds: readonly DemoProvider[],
): Promise<ReadonlyMap<string, Uuid>> {
  const ids = new Map<string, Uuid>()
  for (const { plans, provider, studyRegister } of worlds) {
    const tenant = await write(run.database, null, transaction => ensureProvider(transaction, provider))
    ids.set(provider.oid, tenant)
    const here = { ...run, tenant }
    await demandStored(here, 'koski', prepareStudents(studyRegister))
    await demandStored(here, 'hoks', preparePlans(plans, run.clock.today(), 'new'))
  }
  return ids
}

async function loadHistories(
  run: Omit<ImportRun, 'tenant'>,
  worlds: readonly DemoProvider[],
  providers: ReadonlyMap<string, Uuid>,
): Promise<void> {
  for (const { history, provider } of worlds) {
    await loadHistory({ ...run, tenant: providers.get(provider.oid) ?? null }, history)
  }
}

/** The demo's own files hold nothing to refuse: a refusal is a fault of ours, and is seen at once. */
async function demandStored(run: ImportRun, kind: ImportKind, prepared: Prepared): Promise<void> {
  const { refusals } = await storeFile(run, kind, 'db/demo/world', prepared)
  const [first] = refusals
  if (first) throw new Error(`The demo world does not load: ${kind} ${first.pointer} ${first.code}`)
}

async function loadPersonas(
  database: Database,
  providers: ReadonlyMap<string, Uuid>,
  { students }: { readonly students: boolean },
): Promise<void> {
  for (const { description: _, groups: __, ...persona } of await readPersonas()) {
    const assignments = persona.assignments.flatMap(({ providerOid, roles, studentOid }) => {
      const providerId = students || studentOid === undefined ? providers.get(providerOid) : undefined
      return providerId ? [{ providerId, roles, ...(studentOid ? { studentOid } : {}) }] : []
    })
    // Who has no assignment is known by groups only, and begins to exist at the first sign-in.
    if (assignments.length > 0) await savePersona(database, { ...persona, assignments })
  }
  for (const { items, providerOid } of await readMappings()) {
    const providerId = providers.get(providerOid)
    if (providerId === undefined) continue
    await write(database, providerId, transaction => saveFirstMapping(transaction, providerId, items))
  }
}
