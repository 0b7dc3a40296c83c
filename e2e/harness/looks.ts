import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const folder = fileURLToPath(new URL('../../.cache/screenshots/', import.meta.url))

const guideFolder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))

/** What a reader of the guides and the README sees: the first screen of a page. Taken with `npm run pictures`. */
export async function guidePicture(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS === undefined) return
  mkdirSync(guideFolder, { recursive: true })
  await page.setViewportSize({ width: 1280, height: 960 })
  await page.screenshot({ path: `${guideFolder}${name}.png` })
}

/** A picture of the whole page for people to look at, in .cache/screenshots: `npm run pictures`. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS === undefined) return
  mkdirSync(folder, { recursive: true })
  // What is far below is laid out only when it comes near: on a picture all of it is seen.
  await page.addStyleTag({ content: '* { content-visibility: visible !important }' })
  await page.screenshot({ path: `${folder}${name}.png`, fullPage: true })
}

const conformance = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds wrong, each with the first place where it is. A page that still waits has no heading to be judged. */
export async function violations(page: Page, { waiting = false } = {}): Promise<string[]> {
  await page.waitForFunction(atRest)
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(waiting ? conformance : [...conformance, 'best-practice'])
    // Where a pending button is told to screen readers: said at once, it stands without its name when the button is gone.
    .exclude('[data-live-announcer]')
    .analyze()
  return found.map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.html ?? ''})`)
}

/** Nothing appears or goes any more: what is half transparent has no contrast. */
function atRest(): boolean {
  return !document
    .getAnimations()
    .some(
      ({ effect, playState }) =>
        playState === 'running' && effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY,
    )
}

/** By how many pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(async () => {
    // A window that was just made smaller is laid out with the next frame.
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    return document.documentElement.scrollWidth - window.innerWidth
  })
}
