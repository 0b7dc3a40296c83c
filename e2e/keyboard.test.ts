import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { installation } from './harness/installation.ts'
import { told } from './harness/plans.ts'

const { complaints, visit } = await installation()

/** Presses Tab until the focus is on what is sought: as far as a patient person would. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab')
    const label = await page.evaluate(() => {
      const at = document.activeElement
      return at?.getAttribute('aria-label') ?? at?.textContent ?? ''
    })
    if (name.test(label)) return
  }
  throw new Error(`Tab never came to ${name}`)
}

test('the first Tab offers to skip the header, and Enter does it', async () => {
  const page = await visit({ persona: 'olli-opettavainen' })
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Tab')
  expect(await page.locator(':focus').textContent()).toBe('Siirry sisältöön')
  await page.keyboard.press('Enter')
  expect(await page.locator(':focus').getAttribute('id')).toBe('content')
  await tabTo(page, /Venla Esimerkkinen/)
  await page.context().close()
})

test('a plan is opened, edited and saved with the keyboard alone', async () => {
  const page = await visit({ persona: 'olli-opettavainen' })
  await tabTo(page, /Niilo Sepitteinen/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Niilo Sepitteinen' }).waitFor()
  await page.locator('h1:focus').waitFor()

  await tabTo(page, /^Muokkaa suunnitelmaa$/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Tallennus' }).waitFor()
  await page.getByLabel('Urasuunnitelma').focus()
  await page.keyboard.press('ArrowDown')
  await page.getByLabel('Muutoksen syy').focus()
  await page.keyboard.type('Tarkistettu yhdessä')
  await tabTo(page, /^Tallenna$/)
  await page.keyboard.press('Enter')
  await expect.poll(() => told(page)).toContain('Tallennettu')
  await page.context().close()
})

test('after going to another page the focus is on its heading', async () => {
  const page = await visit({ persona: 'maja-mangsysslare', language: 'fi' })
  await page.getByRole('navigation').getByRole('link', { name: 'Hallinta' }).click()
  await page.locator('h1:focus', { hasText: 'Hallinta' }).waitFor()
  await page.goBack()
  await page.locator('h1:focus', { hasText: 'Opiskelijat' }).waitFor()
  await page.context().close()
})

test('no page threw or was refused anything', () => expect(complaints).toEqual([]))
