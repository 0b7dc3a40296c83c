import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { installation } from './harness/installation.ts'
import { openPlan, told } from './harness/plans.ts'

const { complaints, visit } = await installation()

const dialogOf = (page: Page) => page.getByRole('dialog')

async function editPeriod(page: Page, index: number): Promise<void> {
  await page
    .locator('#vocationalUnits')
    .getByRole('button', { name: /Muokkaa jaksoa/ })
    .nth(index)
    .click()
  await dialogOf(page).waitFor()
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tallenna' }).click()
}

describe('editing a learning period', () => {
  test('mends the finding, makes a version and says so', async () => {
    const page = await visit({ persona: 'olli-opettavainen' })
    await openPlan(page, 'Eetu Keksinen')
    await editPeriod(page, 1)
    await page.getByLabel('Osa-aikaisuus').fill('80')
    await page.getByLabel('Muutoksen syy').fill('Työaika sovittiin työpaikan kanssa')
    await save(page)
    await dialogOf(page).waitFor({ state: 'detached' })
    expect(await told(page)).toContain('Tallennettu')
    expect(await page.locator('#findings').textContent()).not.toContain('osa-aikaisuus')
    await page.getByRole('link', { name: 'Versiot' }).click()
    await page.getByText('Syy: Työaika sovittiin työpaikan kanssa').waitFor()
    await page.context().close()
  })

  test('is not sent while something is wrong, and the focus goes there', async () => {
    const page = await visit({ persona: 'olli-opettavainen' })
    await openPlan(page, 'Iida Harjoite')
    await editPeriod(page, 0)
    await page.getByLabel('Osa-aikaisuus').fill('400')
    await save(page)
    await page.getByText('Anna kokonaisluku väliltä 1–100.').waitFor()
    await page.getByText('Kerro lyhyesti, miksi muutat.').waitFor()
    expect(await page.locator(':focus').inputValue()).toBe('400')
    await page.context().close()
  })

  test('over a version that somebody saved meanwhile keeps what was typed', async () => {
    const mine = await visit({ persona: 'olli-opettavainen' })
    await openPlan(mine, 'Leevi Kuvitelma')
    await editPeriod(mine, 0)
    await mine.getByLabel('Ajanjakson tarkenne').fill('Vain aamupäivisin')
    await mine.getByLabel('Muutoksen syy').fill('Sovittu opettajan kanssa')

    const other = await visit({ persona: 'elina-ohjakka' })
    await openPlan(other, 'Leevi Kuvitelma')
    await other.getByRole('button', { name: 'Muokkaa perustietoja' }).click()
    await other.getByLabel('Urasuunnitelma').selectOption({ label: 'Jatko-opinnot' })
    await other.getByLabel('Muutoksen syy').fill('Ohjauskeskustelu')
    await save(other)
    await dialogOf(other).waitFor({ state: 'detached' })

    await save(mine)
    await mine.getByText(/Tallentaja: Elina Ohjakka/).waitFor()
    expect(await mine.getByLabel('Ajanjakson tarkenne').inputValue()).toBe('Vain aamupäivisin')
    await mine.getByRole('button', { name: /Hae uusin versio/ }).click()
    await dialogOf(mine).getByText('Uusin versio on haettu').waitFor()
    expect(await mine.getByLabel('Ajanjakson tarkenne').inputValue()).toBe('Vain aamupäivisin')
    await save(mine)
    await dialogOf(mine).waitFor({ state: 'detached' })

    const basics = await mine.locator('#basics').textContent()
    expect(basics).toContain('Jatko-opinnot')
    expect(await mine.locator('#vocationalUnits').textContent()).toContain('Vain aamupäivisin')
    await mine.context().close()
    await other.context().close()
  })
})

test('the date that competence was achieved is typed in parts and saved', async () => {
  const page = await visit({ persona: 'elina-ohjakka' })
  await openPlan(page, 'Aamu Kuviteltu')
  await page.getByRole('button', { name: 'Muokkaa perustietoja' }).click()
  await dialogOf(page).getByRole('spinbutton').first().click()
  await page.keyboard.type('20112026')
  await page.getByLabel('Muutoksen syy').fill('Kaikki osat suoritettu')
  await save(page)
  await dialogOf(page).waitFor({ state: 'detached' })
  expect(await page.locator('#basics').textContent()).toContain('20.11.2026')
  await page.context().close()
})

test('those who may only read get no buttons to edit with', async () => {
  const page = await visit({ persona: 'laura-laatunen' })
  await openPlan(page, 'Eetu Keksinen')
  await page.locator('#basics').waitFor()
  expect(await page.getByRole('button', { name: /Muokkaa/ }).count()).toBe(0)
  await page.context().close()
})

test('no page threw or was refused anything', () => expect(complaints).toEqual([]))
