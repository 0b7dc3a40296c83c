import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { languages } from '../src/platform/i18n/language.ts'
import { installation } from './harness/installation.ts'
import { overflow, picture, violations } from './harness/looks.ts'
import { openPlan } from './harness/plans.ts'

const { address, complaints, visit } = await installation()

const widths = [360, 768, 1440]

/** Pages by name; `open` leaves the page showing what is to be looked at. */
const pages: readonly { name: string; persona?: string; open: (page: Page) => Promise<void> }[] = [
  { name: 'front', open: page => go(page, '/') },
  { name: 'students', persona: 'olli-opettavainen', open: page => go(page, '/students') },
  { name: 'plan', persona: 'olli-opettavainen', open: showPlan },
  {
    name: 'edit',
    persona: 'olli-opettavainen',
    open: async page => {
      await showPlan(page)
      await page.getByRole('link', { name: /^(Muokkaa suunnitelmaa|Redigera planen|Edit the plan)$/ }).click()
      await page.waitForURL(/\/edit$/)
      await page.locator('main form input').first().waitFor()
    },
  },
  {
    name: 'versions',
    persona: 'olli-opettavainen',
    open: async page => {
      await showPlan(page)
      await go(page, `${new URL(page.url()).pathname}/versions`)
    },
  },
  {
    name: 'old-version',
    persona: 'olli-opettavainen',
    open: async page => {
      await showPlan(page)
      await go(page, `${new URL(page.url()).pathname}/versions/1`)
    },
  },
  { name: 'administration', persona: 'maja-mangsysslare', open: page => go(page, '/administration') },
  { name: 'no-access', persona: 'olli-opettavainen', open: page => go(page, '/administration') },
  { name: 'not-found', open: page => go(page, '/nowhere') },
  { name: 'signed-out', open: page => go(page, '/students') },
]

async function go(page: Page, path: string): Promise<void> {
  await page.goto(`${address}${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
}

async function showPlan(page: Page): Promise<void> {
  await go(page, '/students')
  await openPlan(page, 'Eetu Keksinen')
}

describe.each(languages)('in %s', language => {
  test.concurrent.each(pages)('the page $name', { timeout: 120_000 }, async ({ name, persona, open }) => {
    const page = await visit({ language, ...(persona === undefined ? {} : { persona }) })
    await open(page)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: 0 })
      expect(await violations(page)).toEqual([])
      await picture(page, `${name}-${language}-${width}`)
    }
    await page.context().close()
  })
})

test('no page threw or was refused anything', () => expect(complaints).toEqual([]))
