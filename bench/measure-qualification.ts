import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { qualificationDefinition } from '../src/app/import-qualifications.ts'
import type { ImportContext, InputDocument } from '../src/features/imports/contract-definition.ts'
import type { Qualification } from '../src/features/qualifications/contract.ts'
import { wholeSelection } from '../src/features/qualifications/factory-formation.ts'
import { formationOf } from '../src/features/qualifications/rules-formation.ts'
import { formationTree } from '../src/features/qualifications/rules-formation-tree.ts'
import { installation } from '../src/platform/access/installation.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import { write } from '../src/platform/db/door.ts'
import { newId } from '../src/platform/ids.ts'
import { systemClock } from '../src/platform/time/clock.ts'
import { startBenchDatabase } from './database.ts'
import { median } from './load-job.ts'
import { against, type Measured, rounded } from './report.ts'

const shared = new URL('../../shared/data/eperusteet/', import.meta.url)
const demo = new URL('../db/demo/reference/', import.meta.url)
const rounds = 15

/** The largest national file beside the checkout; it is not ours to keep in it. */
function largestFile(): Buffer | undefined {
  const names = existsSync(shared) ? readdirSync(shared).filter(name => /^OPH.*\.json$/.test(name)) : []
  const sized = names.map(name => ({ name, size: statSync(new URL(name, shared)).size }))
  const [largest] = sized.sort((a, b) => b.size - a.size)
  return largest && readFileSync(new URL(largest.name, shared))
}

/**
 * Milliseconds from the bytes of the largest real qualification to its rows in a durable database, against JSON.parse of
 * the same bytes. Nothing of it is stored before; `undefined` where there is no national file.
 */
export async function measureQualificationImport(): Promise<Measured | undefined> {
  const bytes = largestFile()
  if (!bytes) {
    console.log('import-eperusteet: not measured, there is no national file in ../shared/data/eperusteet')
    return undefined
  }
  const bench = await startBenchDatabase()
  const database = openDatabase(bench.url, { connections: 2 })
  const times: { ours: number[]; floor: number[] } = { ours: [], floor: [] }
  try {
    for (let round = -2; round < rounds; round++) {
      await bench.owner.query('truncate qualification, qualification_unit, qualification_text')
      const ours = await timed(() => importOnce(database, bytes))
      const floor = await timed(async () => JSON.parse(bytes.toString('utf8')))
      if (round < 0) continue
      times.ours.push(ours)
      times.floor.push(floor)
    }
  } finally {
    await database.close()
    await bench.stop()
  }
  return against(median(times.ours), median(times.floor), 'ms')
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function importOnce(database: ReturnType<typeof openDatabase>, bytes: Buffer): Promise<void> {
  const definition = qualificationDefinition()
  const documents: InputDocument[] = [
    {
      ...{ name: 'largest', number: 1 },
      async *bytes() {
        yield bytes
      },
    },
  ]
  const context: ImportContext = {
    runId: newId(),
    providerId: installation,
    audit: { actor: { kind: 'system', source: 'import', providerId: installation }, now: systemClock.now() },
    source: 'import',
    today: systemClock.today(),
    options: {},
  }
  const examined = await definition.examine(documents, context)
  if (!examined.ok) throw new Error(`The file of the benchmark is refused: ${examined.refusal.code}`)
  for await (const record of definition.records(documents, 0, context)) {
    if (!record.ok) throw new Error('The file of the benchmark cannot be read')
    await write(database, installation, transaction => definition.store(transaction, [record], context))
  }
}

/** Whole selections judged in a second, in the largest structure that a clone has. */
export function measureFormation(): Measured {
  const { structures, units }: Qualification = JSON.parse(
    readFileSync(new URL('OPH-5410-2021.json', demo), 'utf8'),
  )
  const [structure] = structures
  if (!structure) throw new Error('The qualification of the benchmark has no structure')
  const tree = formationTree(structure, units)
  const selections = Array.from({ length: 20 }, (_, seed) => wholeSelection(structure, units, seed))
  const judge = (turn: number) => {
    const whole = selections[turn % selections.length]
    // Without being told the competence area and the title: the rule has to look through them all.
    const formed = whole && formationOf(tree, { parts: whole.parts })
    if (formed?.complete !== true)
      throw new Error('A selection of the benchmark does not form the qualification')
  }
  for (let turn = 0; turn < 1_000; turn++) judge(turn)
  const rates = Array.from({ length: 7 }, () => {
    const start = performance.now()
    for (let turn = 0; turn < 1_000; turn++) judge(turn)
    return 1_000_000 / (performance.now() - start)
  })
  return { value: rounded(median(rates)), unit: '/s', floor: null, ratio: null }
}
