import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { installation } from './harness/installation.ts'
import { overflow, violations } from './harness/looks.ts'

const { complaints, visit } = await installation()

const atList = (persona: string, more: object = {}) => visit({ persona, atOwnList: true, ...more })
const rowOf = (page: Page, ...words: readonly string[]) =>
  words.reduce((rows, hasText) => rows.filter({ hasText }), page.locator('main li'))

test('a teacher is led by one press to what waits, and it has gone when it is taken care of', async () => {
  const page = await atList('olli-opettavainen')
  await page.getByRole('link', { name: 'Ratkaise ristiriita: Aamu Kuviteltu' }).click()
  await page.getByRole('heading', { level: 1, name: 'Aamu Kuviteltu' }).waitFor()
  await page.locator('#conflicts').getByRole('button').first().click()
  await page.locator('#conflicts').waitFor({ state: 'detached' })
  await page.getByRole('navigation').getByRole('link', { name: 'Oma lista' }).click()
  await rowOf(page, 'Korjaa suunnitelma').first().waitFor()
  await rowOf(page, 'Ratkaise ristiriita').waitFor({ state: 'detached' })
  await page.context().close()
})

test('what a colleague did has gone when the page is looked at again', async () => {
  const [page, colleague] = [await atList('lars-lararson'), await atList('lars-lararson')]
  await rowOf(page, 'Lös konflikten').waitFor()
  await rowOf(colleague, 'Lös konflikten').getByRole('link').click()
  await colleague.locator('#conflicts').getByRole('button').first().click()
  await colleague.locator('#conflicts').waitFor({ state: 'detached' })
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
  await rowOf(page, 'Lös konflikten').waitFor({ state: 'detached' })
  await Promise.all([page.context().close(), colleague.context().close()])
})

test('with the keyboard alone: the kind is chosen, and Enter makes the missing plan', async () => {
  const page = await atList('olli-opettavainen')
  await page.getByLabel('Näytä').focus()
  await page.keyboard.type('Suunnitelma puuttuu')
  await rowOf(page, 'Korjaa suunnitelma').first().waitFor({ state: 'detached' })
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Tallennus' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/plans/new')
  await page.context().close()
})

test('in Swedish on a phone, with the choice of the mail', async () => {
  const page = await atList('maja-mangsysslare', { language: 'sv', width: 360 })
  await page.getByRole('heading', { level: 1, name: 'Min lista' }).waitFor()
  await page.getByLabel('När meddelandet kommer').selectOption('Vardagsmorgnar')
  await page.getByText('Valet har sparats.').waitFor({ state: 'attached' })
  await page.reload()
  await expect.poll(() => page.getByLabel('När meddelandet kommer').inputValue()).toBe('weekdays')
  await page.getByText('Den här installationen sänder ingen e-post.').waitFor()
  expect([await overflow(page), await violations(page)]).toEqual([0, []])
  await page.context().close()
})

test('an administrator sets the days, and a wrong one is told beside its field', async () => {
  const page = await visit({ persona: 'pekka-paakayttaja', width: 360 })
  await page.getByRole('link', { name: 'Muistutukset' }).click()
  const days = page.getByLabel('Suunnitelma puuttuu, päiviä opintojen alusta')
  await days.fill('400')
  await page.getByText('Anna kokonaisluku väliltä 0–365.').waitFor()
  await days.fill('365')
  await page.getByRole('button', { name: 'Tallenna muistutukset' }).click()
  await page.getByText('Muistutukset on tallennettu.').first().waitFor()
  // A plan that is missing since August is not late any more; the one since two years is.
  const teacher = await atList('olli-opettavainen')
  await rowOf(teacher, 'Onni Mallilainen', 'Laadi suunnitelma').waitFor()
  expect(await rowOf(teacher, 'Alma Kokeilu', 'Laadi suunnitelma').count()).toBe(0)
  await Promise.all([page.context().close(), teacher.context().close()])
})

test('nothing was complained of', () => expect(complaints).toEqual([]))
