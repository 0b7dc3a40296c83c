import { expect, test } from 'vitest'
import { installation } from './harness/installation.ts'
import { overflow, picture, violations } from './harness/looks.ts'

const { address, visit } = await installation()

test('the path at both ends of the widths', { timeout: 120_000 }, async () => {
  const page = await visit({ persona: 'opiskelija-kuusenkerkka' })
  for (const language of ['fi', 'sv', 'en'])
    for (const width of [360, 1440]) {
      await page.evaluate(l => localStorage.setItem('language', l), language)
      await page.setViewportSize({ width, height: 900 })
      await page.goto(`${address}/path`)
      await page.getByRole('heading', { level: 2 }).first().waitFor()
      await page.waitForLoadState('networkidle')
      expect(await overflow(page)).toBe(0)
      await picture(page, `path-${language}-${width}`)
      expect(await violations(page)).toEqual([])
    }
})
