import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { languages } from '../src/platform/i18n/language.ts'
import { installation } from './harness/installation.ts'
import { overflow, picture, violations } from './harness/looks.ts'

const { address, complaints, visit } = await installation()

async function openRoles(page: Page): Promise<void> {
  await page.goto(`${address}/administration/roles`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
}

test.each(languages)('the page of roles in %s', { timeout: 120_000 }, async language => {
  const page = await visit({ language, persona: 'pekka-paakayttaja' })
  await openRoles(page)
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: 0 })
    expect(await violations(page)).toEqual([])
    await picture(page, `roles-${language}-${width}`)
  }
  await page.context().close()
})

test('an administrator adds a person, gives and takes roles, by keyboard too', {
  timeout: 120_000,
}, async () => {
  const page = await visit({ language: 'fi', persona: 'pekka-paakayttaja' })
  await openRoles(page)
  const people = page.getByRole('table', { name: 'Henkilöt ja heidän roolinsa' })
  const rowOf = (name: string) => people.getByRole('row').filter({ hasText: name })

  await page.getByRole('button', { name: 'Lisää henkilö' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Lisää henkilö' }).click()
  await dialog.getByText('Anna kirjautumistunnus.').waitFor()
  expect(await violations(page)).toEqual([])
  await picture(page, 'roles-invite')
  await dialog.getByLabel('Kirjautumistunnus').fill('uuno-uusi')
  await dialog.getByLabel('Nimi').fill('Uuno Uusi')
  await dialog.getByLabel('laatupäällikkö').check()
  await dialog.getByRole('button', { name: 'Lisää henkilö' }).click()
  await dialog.waitFor({ state: 'hidden' })

  await page.getByLabel('Hae nimellä').fill('uuno')
  await expect.poll(() => people.getByRole('row').count()).toBe(2)
  await rowOf('Uuno Uusi').getByRole('button', { name: 'Anna rooli' }).focus()
  await page.keyboard.press('Enter')
  await dialog.getByLabel('Rooli').selectOption('opettaja')
  await picture(page, 'roles-give')
  await dialog.getByRole('button', { name: 'Anna rooli' }).click()
  await rowOf('Uuno Uusi').getByText('opettaja').waitFor()
  expect(await rowOf('Uuno Uusi').innerText()).toContain('annettu täällä')

  await rowOf('Uuno Uusi').getByRole('button', { name: 'Poista rooli laatupäällikkö' }).click()
  await picture(page, 'roles-take')
  await dialog.getByRole('button', { name: 'Poista' }).click()
  await expect.poll(() => rowOf('Uuno Uusi').innerText()).not.toContain('laatupäällikkö')

  await page.getByLabel('Hae nimellä').fill('pekka')
  await expect.poll(() => people.getByRole('row').count()).toBe(2)
  await rowOf('Pekka').getByRole('button', { name: 'Poista rooli pääkäyttäjä' }).click()
  await dialog.getByRole('button', { name: 'Poista' }).click()
  await dialog.getByText('Vahvista ensin.').waitFor()
  await dialog.getByLabel('Ymmärrän').check()
  await dialog.getByRole('button', { name: 'Poista' }).click()
  await dialog.getByText('viimeinen pääkäyttäjä').waitFor()
  await picture(page, 'roles-last')
  await page.context().close()
})

test('groups that give roles are edited, and let a person in', { timeout: 120_000 }, async () => {
  const page = await visit({ language: 'fi', persona: 'pekka-paakayttaja' })
  await openRoles(page)
  const mapping = page.locator('#mapping')
  await mapping.getByRole('button', { name: 'Lisää ryhmä' }).click()
  await mapping.getByRole('button', { name: 'Tallenna ryhmät' }).click()
  await mapping.getByText('Valitse ainakin yksi rooli.').waitFor()
  expect(await violations(page)).toEqual([])
  await picture(page, 'roles-mapping-missing')
  await mapping.getByRole('button', { name: 'Poista ryhmä Ryhmä 3' }).click()
  const guides = mapping.getByRole('group', { name: 'kuusenkerkka-ohjaajat' })
  await guides.getByLabel('työelämäkoordinaattori').check()
  await mapping.getByRole('button', { name: 'Tallenna ryhmät' }).click()
  await mapping.getByText('Ryhmät on tallennettu.').waitFor()
  await page.context().close()

  const rauha = await visit({ language: 'fi', persona: 'rauha-ryhmanen' })
  const session = await rauha.evaluate(async () => (await fetch('/api/session')).json())
  expect(session).toMatchObject({
    user: { name: 'Rauha Ryhmänen' },
    providers: [{ roles: ['guidance', 'coordinator'] }, { roles: ['teacher'] }],
  })
  await rauha.context().close()
})

test('no page threw or was refused anything', () => expect(complaints).toEqual([]))
