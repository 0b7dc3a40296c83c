import { saveCodeSet } from '../features/codes/public.ts'
import type { Engine } from '../features/imports/public.ts'
import { savePersona } from '../features/personas/public.ts'
import { demoIssuer } from '../features/personas/queries.ts'
import { ensureProvider } from '../features/providers/public.ts'
import { saveQualification, saveTexts } from '../features/qualifications/public.ts'
import { saveFirstMapping } from '../features/roles/public.ts'
import { installation } from '../platform/access/installation.ts'
import { type Database, openDatabase } from '../platform/db/database.ts'
import { write } from '../platform/db/door.ts'
import type { FileStore } from '../platform/files/store.ts'
import type { Uuid } from '../platform/ids.ts'
import { startJobs } from '../platform/jobs/jobs.ts'
import { silentLog } from '../platform/log/log.ts'
import { type Clock, systemClock } from '../platform/time/clock.ts'
import { loadApprovals } from './demo-approvals.ts'
import { loadGroupDrafts } from './demo-group-drafts.ts'
import { loadHistory } from './demo-history.ts'
import { demandStored } from './demo-import.ts'
import { loadPaths } from './demo-path.ts'
import { loadPeople } from './demo-people.ts'
import { loadRecognitions } from './demo-recognitions.ts'
import { loadRegister } from './demo-register.ts'
import { loadSending } from './demo-sending.ts'
import { loadSigns } from './demo-signs.ts'
import { loadTemplateGifts } from './demo-templates.ts'
import {
  type DemoProvider,
  readMappings,
  readOrganisations,
  readPersonas,
  readProviders,
  readReference,
  readTexts,
} from './demo-world.ts'
import { importDefinitions } from './import-definitions.ts'
import { hoksDefinition } from './import-hoks.ts'
import { referencesNow } from './references-now.ts'

/**
 * Loads the invented world of the demo through the same ways in as imports: public facts, three providers, their
 * students and plans, and the people to sign in as. What is there already stays as it is. Without a store of files nobody has
 * added any.
 */
export async function loadDemo(
  url: string,
  clock: Clock = systemClock,
  files: FileStore | undefined = undefined,
): Promise<void> {
  const database = openDatabase(url, { connections: 4 })
  try {
    await loadReference(database, clock)
    const jobs = await startJobs(url, silentLog)
    const around = { jobs, referenceFor: referencesNow(database), issuer: demoIssuer }
    const definitions = importDefinitions(around)
    const engine: Engine = { database, clock, jobs, definitions, fetchers: {} }
    try {
      await demandStored(engine, installation, 'organisaatio', await readOrganisations())
      const worlds = await readProviders()
      // Plans that are there already stay as they are.
      const onlyNew = { ...engine, definitions: { ...definitions, hoks: hoksDefinition(around, 'new') } }
      const providers = await loadProviders(onlyNew, worlds)
      await loadPersonas(database, providers, { students: true })
      for (const { history, provider, sending } of worlds) {
        const providerId = providers.get(provider.oid)
        if (providerId === undefined) continue
        await loadHistory({ engine, around, providerId }, history)
        if (sending) await loadSending({ engine, around, providerId }, sending)
        await loadRecognitions({ engine, around, providerId }, files)
        await loadApprovals({ engine, around, providerId })
        await loadPaths({ engine, around, providerId })
        await loadPeople({ engine, around, providerId })
        await loadSigns({ engine, around, providerId })
        await loadGroupDrafts({ engine, around, providerId })
        await loadTemplateGifts({ engine, around, providerId })
      }
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
    for (const { scales, units, structure, ...key } of await readTexts()) {
      await saveTexts(transaction, key, {
        structure,
        scales: new Map(Object.entries(scales)),
        units: new Map(Object.entries(units)),
      })
    }
    for (const set of codeSets) await saveCodeSet(transaction, set, now)
  })
}

/** @returns the id of each provider by its OID. */
async function loadProviders(
  engine: Engine,
  worlds: readonly DemoProvider[],
): Promise<ReadonlyMap<string, Uuid>> {
  const ids = new Map<string, Uuid>()
  for (const world of worlds) {
    const { plans, provider, studyRegister } = world
    const tenant = await write(engine.database, null, transaction => ensureProvider(transaction, provider))
    ids.set(provider.oid, tenant)
    await demandStored(engine, tenant, 'koski', studyRegister)
    await loadRegister(engine, tenant, world)
    await demandStored(engine, tenant, 'hoks', plans)
  }
  return ids
}

async function loadPersonas(
  database: Database,
  providers: ReadonlyMap<string, Uuid>,
  { students }: { readonly students: boolean },
): Promise<void> {
  for (const { description: _, groups: __, ...persona } of await readPersonas()) {
    const assignments = persona.assignments.flatMap(({ guardianOf, providerOid, roles, studentOid }) => {
      const ofStudent = studentOid ?? guardianOf
      const providerId = students || ofStudent === undefined ? providers.get(providerOid) : undefined
      const whose = { ...(studentOid ? { studentOid } : {}), ...(guardianOf ? { guardianOf } : {}) }
      return providerId ? [{ providerId, roles, ...whose }] : []
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
