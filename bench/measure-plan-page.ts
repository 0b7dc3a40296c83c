import { gzipSync } from 'node:zlib'
import type { BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../e2e/harness/browser.ts'
import { buildWebIfStale } from '../src/app/start-web-build.ts'
import type { Plan } from '../src/features/plans/contract.ts'
import { startServer, stopChildren } from './children.ts'
import { startBenchDatabase } from './database.ts'
import { contentShown, openBareList, watchClicks } from './plan-page-watch.ts'
import { against, type Measured, type Name, type Results, rounded } from './report.ts'
import { seed } from './seed.ts'

/** As many as the list shows at once. In a round each is opened once by each side: only the scripts are warm. */
const plans = 20
const rounds = 3
const warming = 3

interface Bench {
  readonly context: BrowserContext
  readonly address: string
  readonly planIds: readonly string[]
}

/** What a teacher waits for: a plan's content after the click, and the scripts until a plan can be edited. */
export async function measurePlanPage(wanted: ReadonlySet<Name>, plan: Plan): Promise<Results> {
  await buildWebIfStale(() => undefined)
  const database = await startBenchDatabase()
  const browser = await launchBrowser()
  try {
    const { cookie, planIds } = await seed(database.url, database.owner, plan, plans)
    const { port } = await startServer('./our-server.ts', database.url)
    const [name = '', value = ''] = cookie.split('=')
    const address = `http://localhost:${port}`
    const newContext = async (): Promise<BrowserContext> => {
      const context = await browser.newContext({ locale: 'fi-FI', viewport: { width: 1280, height: 900 } })
      await context.addCookies([{ name, value, url: address }])
      return context
    }
    const bench = async (): Promise<Bench> => ({ context: await newContext(), address, planIds })
    return {
      ...(wanted.has('plan-page') ? { 'plan-page': await measureClicks(await bench()) } : {}),
      ...(wanted.has('plan-page-kb') ? { 'plan-page-kb': await measureScripts(await bench()) } : {}),
    }
  } finally {
    await browser.close()
    await stopChildren()
    await database.stop()
  }
}

/** Ours and the bare list by turns; the list of students is where the clicks begin. */
async function measureClicks({ context, address, planIds }: Bench): Promise<Measured> {
  const [ours, bare] = [await context.newPage(), await context.newPage()]
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
  for (let round = 0; round < rounds; round += 1) {
    // Opened anew, the pages hold no answers of the round before.
    await ours.goto(`${address}/students?scope=all`)
    await bare.goto(`${address}/health`)
    await openBareList(bare, planIds)
    for (const [turn, planId] of planIds.entries()) {
      const floor = await clickTime(bare, `[data-plan="${planId}"]`)
      const time = await clickTime(ours, `a[href="/plans/${planId}"]`)
      await ours.goBack()
      await ours.locator(`a[href="/plans/${planId}"]`).waitFor()
      if (turn < warming) continue
      times.bare.push(floor)
      times.ours.push(time)
    }
  }
  return against(percentile95(times.ours), percentile95(times.bare), 'ms')
}

/** Milliseconds from the click to the frame after the one that drew the content. */
async function clickTime(page: Page, link: string): Promise<number> {
  await page.bringToFront()
  await watchClicks(page)
  await page.locator(link).click()
  return contentShown(page)
}

function percentile95(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN
}

/** Kilobytes of script, gzipped, from the first page until the editor of a plan stands open. */
async function measureScripts({ context, address, planIds }: Bench): Promise<Measured> {
  const page = await context.newPage()
  const scripts = new Map<string, Promise<number>>()
  page.on('response', response => {
    if (response.request().resourceType() !== 'script') return
    scripts.set(
      response.url(),
      response.body().then(body => gzipSync(body).length),
    )
  })
  await page.goto(`${address}/plans/${planIds[0]}/edit`)
  await page.locator('main form input').first().waitFor()
  await page.waitForLoadState('networkidle')
  const sizes = await Promise.all(scripts.values())
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  return { value: rounded(bytes / 1000), unit: 'kB', floor: null, ratio: null }
}
