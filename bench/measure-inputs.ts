import { launchBrowser } from '../e2e/harness/browser.ts'
import { draftGroup, draftOne, expectedOf, storedOf } from '../e2e/harness/draft-inputs.ts'
import { prepareDraftWorld, students } from '../e2e/harness/draft-world.ts'
import { freePort } from '../e2e/harness/free-port.ts'
import { loadDemo } from '../src/app/demo.ts'
import { buildWebIfStale } from '../src/app/start-web-build.ts'
import { sameTree, type Tree } from '../src/features/plans/rules-tree.ts'
import { startServer, stopChildren } from './children.ts'
import { startBenchDatabase } from './database.ts'
import type { Measured, Name, Results } from './report.ts'

/** What a teacher types, pastes, chooses, presses and clicks; the plans that come of it are compared with the expected. */
export async function measureInputs(wanted: ReadonlySet<Name>): Promise<Results> {
  await buildWebIfStale(() => undefined)
  return {
    ...(wanted.has('inputs-one') ? { 'inputs-one': await counted(draftOne, [17]) } : {}),
    ...(wanted.has('inputs-group')
      ? { 'inputs-group': await counted(draftGroup, [...students.keys()]) }
      : {}),
  }
}

async function counted(work: typeof draftGroup, of: readonly number[]): Promise<Measured> {
  const database = await startBenchDatabase()
  const browser = await launchBrowser()
  try {
    await loadDemo(database.url)
    await prepareDraftWorld(database.url, database.owner)
    // Signing in comes back to the public address.
    const { port } = await startServer('./our-server.ts', database.url, await freePort())
    const address = `http://localhost:${port}`
    const context = await browser.newContext({ locale: 'fi-FI', viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    await page.goto(`${address}/auth/sign-in?persona=olli-opettavainen&returnTo=/home`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const value = await work(page, address)
    const stored = await storedOf(database.owner)
    if (!sameTree(stored as unknown as Tree, of.map(expectedOf) as unknown as Tree))
      throw new Error('The stored plans are not the expected ones')
    return { value, unit: 'inputs', floor: null, ratio: null }
  } finally {
    await browser.close()
    await stopChildren()
    await database.stop()
  }
}
