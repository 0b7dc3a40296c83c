import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { languages } from '../src/platform/i18n/language.ts'
import { installation } from './harness/installation.ts'
import { overflow, picture, violations } from './harness/looks.ts'
import { told } from './harness/plans.ts'

const { address, complaints, visit } = await installation()

async function openList(page: Page, query = 'scope=all'): Promise<void> {
  await page.goto(`${address}/students?${query}`)
  await page.getByRole('table').or(page.getByText('Yhtään')).first().waitFor()
}

const names = (page: Page) => page.getByRole('table').getByRole('rowheader').allTextContents()
const field = (page: Page) => page.getByRole('searchbox')

test('a student is found by three letters, and the field keeps the focus', { timeout: 60_000 }, async () => {
  const page = await visit({ persona: 'olli-opettavainen' })
  await openList(page)
  const all = await names(page)
  expect(all.length).toBeGreaterThan(3)
  await field(page).pressSequentially('eet', { delay: 40 })
  await expect.poll(() => names(page)).toEqual(['Eetu Keksinen'])
  expect(await field(page).evaluate(element => element === document.activeElement)).toBe(true)
  await expect.poll(() => told(page)).toContain('1 opiskelija näkyvissä')
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('eet')
  // Somebody else opens the same address.
  await page.reload()
  await expect.poll(() => names(page)).toEqual(['Eetu Keksinen'])
  expect(await field(page).inputValue()).toBe('eet')
  await field(page).fill('zzz')
  await page.getByText('Yhtään opiskelijaa ei löytynyt').waitFor()
  await page.context().close()
})

test('the list is narrowed, sorted, saved as a view, and back goes back', { timeout: 60_000 }, async () => {
  const page = await visit({ persona: 'olli-opettavainen' })
  await openList(page)
  const all = await names(page)
  await page.getByRole('button', { name: 'Nimi', exact: true }).click()
  await expect.poll(() => names(page)).toEqual(all.toReversed())
  expect(await page.getByRole('columnheader', { name: 'Nimi' }).getAttribute('aria-sort')).toBe('descending')
  await page.goBack()
  await expect.poll(() => names(page)).toEqual(all)
  await page.getByLabel('Suunnitelman tila').selectOption({ label: 'Ei suunnitelmaa' })
  await expect.poll(async () => (await names(page)).length).toBeLessThan(all.length)
  const narrowed = await names(page)
  await page.getByRole('button', { name: 'Tallenna näkymä' }).click()
  await page.getByRole('dialog').getByLabel('Nimi').fill('Ilman suunnitelmaa')
  await picture(page, 'students-save-view')
  expect(await violations(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Tallenna näkymä' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Poista rajaukset' }).click()
  await expect.poll(() => names(page)).toEqual(all)
  await page.getByLabel('Avaa näkymä').selectOption({ label: 'Ilman suunnitelmaa' })
  await expect.poll(() => names(page)).toEqual(narrowed)
  await page.getByRole('button', { name: 'Muokkaa näkymiä' }).click()
  await page.getByRole('button', { name: 'Poista näkymä Ilman suunnitelmaa' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByLabel('Avaa näkymä').waitFor({ state: 'detached' })
  await page.context().close()
})

test('the list is used by the keyboard alone', { timeout: 60_000 }, async () => {
  const page = await visit({ persona: 'olli-opettavainen' })
  await openList(page)
  await field(page).focus()
  const reached: string[] = []
  for (let turn = 0; turn < 12; turn += 1) {
    await page.keyboard.press('Tab')
    reached.push(await page.evaluate(() => document.activeElement?.textContent?.trim().slice(0, 40) ?? ''))
  }
  expect(reached.join('|')).toContain('Nimi|Ryhmä')
  await page.getByRole('button', { name: 'Ryhmä', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect
    .poll(() => page.getByRole('columnheader', { name: 'Ryhmä' }).getAttribute('aria-sort'))
    .toBe('ascending')
  await page.context().close()
})

describe.each(languages)('in %s', language => {
  test('results and their absence are readable on every screen', { timeout: 90_000 }, async () => {
    const page = await visit({ persona: 'olli-opettavainen', language })
    for (const [name, query, opened] of [
      // What narrows the list is folded on a narrow screen and open on a wide one.
      ['found', 'scope=all&q=k', 360],
      ['nobody', 'scope=all&q=zzz&state=lasna', 1440],
    ] as const) {
      await page.setViewportSize({ width: opened, height: 900 })
      await page.goto(`${address}/students?${query}`)
      await page.getByRole('status').filter({ hasText: /\d/ }).first().waitFor()
      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: 900 })
        expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: 0 })
        expect(await violations(page)).toEqual([])
        await picture(page, `students-${name}-${language}-${width}`)
      }
    }
    await page.context().close()
  })
})

test('no page threw or was refused anything', () => expect(complaints).toEqual([]))
