import { gzipSync } from 'node:zlib'
import { launchBrowser } from '../e2e/harness/browser.ts'
import { buildWebIfStale } from '../src/app/start-web-build.ts'
import { startServer, stopChildren } from './children.ts'
import { startBenchDatabase } from './database.ts'
import { type Measured, rounded } from './report.ts'
import { signIn } from './seed.ts'
import { seedStudents } from './seed-growth.ts'

/**
 * Kilobytes of script, gzipped, that a browser fetches from opening the list of students until the list has answered
 * what was typed: everything that a teacher waits for on the first morning.
 */
export async function measurePage(): Promise<Measured> {
  await buildWebIfStale(() => undefined)
  const database = await startBenchDatabase()
  const browser = await launchBrowser()
  try {
    const provider = await seedStudents(database.owner, { students: 200, others: 0, plans: 0 })
    const { cookie } = await signIn(database.owner, provider)
    const { port } = await startServer('./our-server.ts', database.url)
    const [name = '', value = ''] = cookie.split('=')
    const context = await browser.newContext({ locale: 'fi-FI' })
    const address = `http://localhost:${port}`
    await context.addCookies([{ name, value, url: address }])
    const page = await context.newPage()
    const scripts = new Map<string, Promise<number>>()
    page.on('response', response => {
      if (response.request().resourceType() !== 'script') return
      scripts.set(
        response.url(),
        response.body().then(body => gzipSync(body).length),
      )
    })
    await page.goto(`${address}/students?scope=all`)
    const answered = page.waitForResponse(response => response.url().includes('text=a'))
    await page.getByRole('searchbox').fill('a')
    await (await answered).finished()
    const sizes = await Promise.all(scripts.values())
    if (sizes.length === 0) throw new Error('The page fetched no script')
    const bytes = sizes.reduce((sum, size) => sum + size, 0)
    return { value: rounded(bytes / 1000), unit: 'kB', floor: null, ratio: null }
  } finally {
    await browser.close()
    await stopChildren()
    await database.stop()
  }
}
