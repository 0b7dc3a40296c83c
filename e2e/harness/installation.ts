import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll } from 'vitest'
import { loadDemo } from '../../src/app/demo.ts'
import { buildWebIfStale } from '../../src/app/start-web-build.ts'
import { runWeb, type WebConfig } from '../../src/app/web.ts'
import { readConfig } from '../../src/platform/config/config.ts'
import { diskFiles } from '../../src/platform/files/store.ts'
import type { Language } from '../../src/platform/i18n/language.ts'
import { testDatabase } from '../../test/harness/database.ts'
import { launchBrowser } from './browser.ts'
import { freePort } from './free-port.ts'

export interface Visitor {
  /** Whom to sign in as; nobody without it. */
  readonly persona?: string
  /** Chosen in the browser before anything else; without it the browser only wishes for Finnish. */
  readonly language?: Language
  readonly width?: number
  /** At their own list, where people land after signing in; without it at the page after it in the navigation. */
  readonly atOwnList?: boolean
}

export interface Installation {
  readonly address: string
  /** A browser of one's own at the front page, or at the first page after signing in. */
  visit(visitor?: Visitor): Promise<Page>
  /** What the pages have complained of by themselves: exceptions and refused content. */
  readonly complaints: readonly string[]
}

/**
 * The whole service with the demo world and a browser, as `npm start` gives it. Call at the top of a test file. `prepare`
 * adds to the database what the demo lacks; `surround` gives the service what it would have of its start.
 */
export async function installation(prepare?: Prepare, surround?: Surround): Promise<Installation> {
  const { url } = await testDatabase()
  const port = await freePort()
  const [, browser] = await Promise.all([
    serve(url, port, prepare, surround),
    launchBrowser(),
    buildWebIfStale(() => undefined),
  ])
  afterAll(() => browser.close())
  const complaints: string[] = []
  const address = `http://localhost:${port}`
  return { address, complaints, visit: visitor => visit(browser, address, complaints, visitor ?? {}) }
}

type Prepare = (url: string) => Promise<void>
type Surround = (url: string) => Promise<Partial<WebConfig>>

async function serve(url: string, port: number, prepare?: Prepare, surround?: Surround): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'yhdessa-e2e-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  await loadDemo(url, undefined, diskFiles(folder))
  await prepare?.(url)
  // The pages are registered when the server starts, so they must have been built.
  await buildWebIfStale(() => undefined)
  const config = readConfig({ PORT: String(port), REQUESTS_PER_MINUTE: '100000', FILES_DIR: folder })
  const web = await runWeb({ ...config, databaseUrl: url, ...(await surround?.(url)) })
  afterAll(() => web.close())
}

async function visit(
  browser: Browser,
  address: string,
  complaints: string[],
  { persona, language, width = 1280, atOwnList = false }: Visitor,
): Promise<Page> {
  const context = await browser.newContext({
    locale: 'fi-FI',
    viewport: { width, height: 900 },
    // What appears later on a page must not be judged while it fades in.
    reducedMotion: 'reduce',
    storageState: { cookies: [], origins: language === undefined ? [] : [remembered(address, language)] },
  })
  listen(context, complaints)
  const page = await context.newPage()
  await page.goto(
    persona === undefined ? address : `${address}/auth/sign-in?persona=${persona}&returnTo=/home`,
  )
  await page.getByRole('heading', { level: 1 }).waitFor()
  if (persona !== undefined) await demandSignedIn(page, persona)
  if (!atOwnList) await leaveOwnList(page)
  return page
}

/** Most journeys begin where the work is, not where people see what waits for them. */
async function leaveOwnList(page: Page): Promise<void> {
  if (new URL(page.url()).pathname !== '/my-list') return
  const list = await page.getByRole('heading', { level: 1 }).textContent()
  await page.locator('header nav a').nth(1).click()
  // The old page stays until the code of the new one has come.
  await page
    .locator('h1')
    .filter({ hasNotText: list ?? '' })
    .waitFor()
}

/** A misspelt persona would otherwise be shown, and judged, as the page that asks to sign in. */
async function demandSignedIn(page: Page, persona: string): Promise<void> {
  const answer = await page.request.get(new URL('/api/session', page.url()).href)
  const { signedIn } = (await answer.json()) as { readonly signedIn: boolean }
  if (!signedIn) throw new Error(`The demo has no persona ${persona}`)
}

/** As if this browser's reader had chosen the language before. */
function remembered(origin: string, language: Language) {
  return { origin, localStorage: [{ name: 'language', value: language }] }
}

function listen(context: BrowserContext, complaints: string[]): void {
  context.on('weberror', error => complaints.push(error.error().message))
  context.on('console', message => {
    const text = message.text()
    // Answers like 409 are part of the journeys; the browser notes each of them as an error by itself.
    if (message.type() === 'error' && !text.startsWith('Failed to load resource')) complaints.push(text)
  })
}
