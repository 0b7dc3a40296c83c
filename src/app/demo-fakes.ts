import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { HeldHoks } from '../../fakes/held.ts'
import { worldOf } from '../../fakes/main.ts'
import { type Fakes, startFakes } from '../../fakes/server.ts'
import type { NationalFake } from '../features/demo-services/contract-fake.ts'
import { allProviderIds } from '../features/providers/public.ts'
import { pointRegisters } from '../features/registers/public.ts'
import { createVault } from '../platform/auth/vault.ts'
import { openDatabase } from '../platform/db/database.ts'
import { read } from '../platform/db/door.ts'
import { uuidOf } from '../platform/ids.ts'
import { type KeptState, keptState } from './demo-fakes-kept.ts'

export interface DemoFakes {
  readonly national: NationalFake
  close(): Promise<void>
}

interface Surroundings {
  readonly databaseUrl: string
  readonly secretKey: string | undefined
  /** Where the fake national service keeps its plans and its port. */
  readonly file: string
}

/** One file for each database: what the national service has belongs to the plans of that database. */
export function fakesFile(folder: string, databaseUrl: string | undefined): string {
  if (databaseUrl === undefined) return join(folder, 'national-service.json')
  const hash = createHash('sha256').update(databaseUrl).digest('hex').slice(0, 12)
  return join(folder, `national-service-${hash}.json`)
}

/** The demo's own national services, and its registers pointed at them: nothing is asked from the real world. */
export async function startDemoFakes({ databaseUrl, file, secretKey }: Surroundings): Promise<DemoFakes> {
  const kept = keptState(file)
  const fakes = await listen(kept)
  const { port } = new URL(fakes.origin)
  const before = kept.state?.port === undefined ? undefined : `http://127.0.0.1:${kept.state.port}`
  const database = openDatabase(databaseUrl, { connections: 1 })
  try {
    const providers = await read(database, null, allProviderIds)
    const vault = secretKey === undefined ? undefined : createVault(secretKey)
    const { ehoks, eperusteet, koodisto, koski, organisaatio } = fakes.addresses
    await pointRegisters(database, vault, providers.map(uuidOf), {
      addresses: { ehoks, eperusteet, koodisto, koski, organisaatio },
      // Any will do, but one password that is always wrong.
      ...{ username: 'esittely', secret: 'esittely', before, now: new Date() },
    })
  } finally {
    await database.close()
  }
  kept.save(() => ({ port: Number(port), plans: fakes.held.kept() }))
  return {
    national: nationalOf(fakes),
    close: async () => {
      await fakes.close()
      kept.flush()
    },
  }
}

/** At the port of last time if it is free, so that addresses stay; else at any. */
async function listen(kept: KeptState): Promise<Fakes> {
  const world = worldOf(undefined)
  let started: Fakes | undefined
  const changed = (): void => {
    const fakes = started
    if (fakes !== undefined)
      kept.save(() => ({ port: Number(new URL(fakes.origin).port), plans: fakes.held.kept() }))
  }
  const options = { ...(kept.state === undefined ? {} : { held: kept.state.plans }), changed }
  started = await startFakes(world, kept.state?.port ?? 0, options).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') return startFakes(world, 0, options)
    throw error
  })
  return started
}

const heldPlan = ({ changedAt, id, plan }: HeldHoks) => ({
  nationalId: id,
  studentOid: String(plan['oppija-oid']),
  studyRightOid: String(plan['opiskeluoikeus-oid']),
  changedAt: changedAt === undefined ? undefined : new Date(changedAt),
})

function nationalOf(fakes: Fakes): NationalFake {
  return {
    behaviour: () => fakes.behaviour('ehoks'),
    behave: change => fakes.behave({ service: 'ehoks', ...change }),
    plans: () => fakes.held.all().map(heldPlan),
    remove: id => fakes.held.remove(id),
  }
}
