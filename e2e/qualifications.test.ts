import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { languages } from '../src/platform/i18n/language.ts'
import { installation } from './harness/installation.ts'
import { overflow, picture, violations } from './harness/looks.ts'
import { openPlan } from './harness/plans.ts'

const { address, complaints, visit } = await installation()

async function go(page: Page, path: string): Promise<void> {
  await page.goto(`${address}${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
}

test('a teacher sees in a plan what is missing, opens the qualification and tries choices', async () => {
  const page = await visit({ persona: 'olli-opettavainen' })
  await openPlan(page, 'Eetu Keksinen')
  const formation = page.locator('#formation')
  await formation.getByText('Suunnitelmasta ei vielä muodostu tutkintoa.').waitFor()
  expect(await formation.textContent()).toContain('Mitä puuttuu')
  await formation.getByRole('link', { name: 'Avaa tutkinnon perusteet' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ajoneuvoalan perustutkinto' }).waitFor()

  const panel = page.getByRole('complementary', { name: 'Muodostuminen' })
  await page.getByLabel('Osaamisala', { exact: true }).selectOption({ label: 'Myynnin osaamisala' })
  await page.getByLabel('Tutkintonimike', { exact: true }).selectOption({ label: 'Varaosamyyjä' })
  const compulsory = page.getByRole('checkbox', { name: /Ajoneuvokaupan myyntitehtävissä toimiminen/ })
  await compulsory.check()
  await panel.getByText('Suunniteltu 30 osp, tutkinto on 180 osp.').waitFor()
  const missing = panel.getByRole('link', { name: 'Tekninen neuvonta ja tuotetuntemus' })
  await missing.click()
  await page.getByRole('heading', { level: 1, name: 'Tekninen neuvonta ja tuotetuntemus' }).waitFor()
  await page.getByRole('heading', { name: 'Ammattitaitovaatimukset' }).waitFor()
  expect(await page.locator('#criteria').textContent()).toContain('Kiitettävä 5')
  await page.context().close()
})

test('a qualification is found by letters, and with the keyboard alone', async () => {
  const page = await visit({ persona: 'olli-opettavainen' })
  await page.getByRole('link', { name: 'Tutkinnot' }).click()
  await page.getByRole('heading', { level: 1, name: 'Tutkintojen perusteet' }).waitFor()
  await page.getByLabel('Hae tutkintoa').fill('valm')
  await page.getByRole('status').getByText('3 tutkintoa', { exact: true }).waitFor()
  await page.getByLabel('Hae tutkintoa').fill('xyz')
  await page.getByText('Haulla ei löytynyt tutkintoa.').waitFor()
  await page.getByLabel('Hae tutkintoa').fill('ajon')
  await page.getByRole('link', { name: 'Ajoneuvoalan perustutkinto' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Ajoneuvoalan perustutkinto' }).waitFor()
  const summary = page.locator('summary', { hasText: 'Yhteiset tutkinnon osat' }).first()
  await summary.focus()
  await page.keyboard.press('Enter')
  expect(await page.getByRole('checkbox', { name: /Viestintä- ja vuorovaikutusosaaminen/ }).count()).toBe(0)
  await page.context().close()
})

const pages = [
  { name: 'qualifications', path: '/qualifications' },
  { name: 'qualification', path: '/qualifications/7614470' },
  { name: 'unit', path: '/qualifications/7614470/units/tutkinnonosat_106945' },
  { name: 'common-unit', path: '/qualifications/7614470/units/tutkinnonosat_106727' },
]

describe.each(languages)('in %s', language => {
  test.concurrent.each(pages)('the page $name', { timeout: 120_000 }, async ({ name, path }) => {
    const page = await visit({ language, persona: 'olli-opettavainen' })
    await go(page, path)
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: 0 })
      expect(await violations(page)).toEqual([])
      await picture(page, `${name}-${language}-${width}`)
    }
    await page.context().close()
  })
})

test('no page complained', () => expect(complaints).toEqual([]))
