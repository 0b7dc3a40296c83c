import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const folder = fileURLToPath(new URL('../../.cache/screenshots/', import.meta.url))

/** A picture of the whole page for people to look at: `SCREENSHOTS=1 npx vitest run e2e`. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS === undefined) return
  mkdirSync(folder, { recursive: true })
  // What is far below is laid out only when it comes near: on a picture all of it is seen.
  await page.addStyleTag({ content: '* { content-visibility: visible !important }' })
  await page.screenshot({ path: `${folder}${name}.png`, fullPage: true })
}

/** What axe finds wrong, each with the first place where it is. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return found.map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.html ?? ''})`)
}

/** By how many pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(async () => {
    // A window that was just made smaller is laid out with the next frame.
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    return document.documentElement.scrollWidth - window.innerWidth
  })
}
