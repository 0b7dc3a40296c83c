import type { Page, Route } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { routes } from '../src/app/web/features.tsx'
import { type Language, languages } from '../src/platform/i18n/language.ts'
import { installation } from './harness/installation.ts'
import { guidePicture, overflow, picture, violations } from './harness/looks.ts'
import { type LookedAt, look, pages } from './harness/pages.ts'

const { complaints, visit } = await installation()

const widths = [360, 768, 1440]
/** With the pictures every page is judged in all of them; in the tests Finnish at both ends, the others on a phone. */
const judged = (language: Language, width: number): boolean =>
  process.env.SCREENSHOTS !== undefined || width === 360 || (language === 'fi' && width === 1440)

const visitor = ({ persona }: LookedAt, language: Language) => ({
  language,
  ...(persona === undefined ? {} : { persona }),
})

test('every route is looked at', () => {
  const seen = new Set(pages.map(page => page.route))
  expect(routes.map(route => route.path).filter(path => !seen.has(path))).toEqual([])
})

describe.each(languages)('in %s', language => {
  test.concurrent.each(pages)('the page $name', { timeout: 120_000 }, async looked => {
    const page = await visit(visitor(looked, language))
    await look(page, looked)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: 0 })
      if (judged(language, width)) expect(await violations(page)).toEqual([])
      await picture(page, `${looked.name}-${language}-${width}`)
    }
    if (looked.guides?.includes(language)) await guidePicture(page, `${looked.name}-${language}`)
    await page.context().close()
  })
})

const answering: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  // Held for as long as somebody looks.
  loading: () => new Promise(() => undefined),
  error: route =>
    route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"status":500}' }),
  offline: route => route.abort('internetdisconnected'),
}

/** Everything but who one is. */
const data = (url: URL): boolean => url.pathname.startsWith('/api/') && url.pathname !== '/api/session'

const signedIn = pages.filter(page => page.persona !== undefined && page.route !== '*')

describe.each(Object.keys(answering))('%s', state => {
  test.concurrent.each(signedIn)('the page $name', { timeout: 120_000 }, async looked => {
    const language = languages[signedIn.indexOf(looked) % languages.length] ?? 'fi'
    const page = await visit({ ...visitor(looked, language), width: 360 })
    const address = await looked.address(page)
    const answer = answering[state]
    if (answer) await page.route(data, answer)
    await page.goto(new URL(address, page.url()).href)
    await settled(page, state)
    expect({ state, overflow: await overflow(page) }).toEqual({ state, overflow: 0 })
    expect(await violations(page, { waiting: state === 'loading' })).toEqual([])
    await picture(page, `${looked.name}-${state}-${language}-360`)
    await page.context().close()
  })
})

/** A page that waits says so; one that got no answer says what to do. */
async function settled(page: Page, state: string): Promise<void> {
  await page.getByRole('main').waitFor()
  if (state === 'loading') await page.getByRole('main').getByRole('status').first().waitFor()
  else await page.getByRole('heading', { level: 1 }).waitFor()
}

test('no page threw or was refused anything', () => expect(complaints).toEqual([]))
