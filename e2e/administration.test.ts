import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { installation } from './harness/installation.ts'
import { overflow, picture } from './harness/looks.ts'
import { told } from './harness/plans.ts'

const { address, complaints, visit } = await installation()

async function administrator(): Promise<Page> {
  const page = await visit({ persona: 'pekka-paakayttaja' })
  await page.goto(`${address}/administration`)
  // Its settings have been read when the test goes on: what others save afterwards, it does not know of.
  await page.getByLabel('Näytöt').waitFor()
  return page
}

test('settings are saved, and a colleague who had the old ones open is told', async () => {
  const page = await administrator()
  const other = await administrator()
  await page.getByLabel('Näytöt').selectOption({ label: 'Tämä palvelu' })
  await page.getByRole('button', { name: 'Tallenna asetukset' }).click()
  await page.locator('#settings').getByText('Asetukset on tallennettu.').waitFor()
  await page.reload()
  expect(await page.getByLabel('Näytöt').inputValue()).toBe('here')

  await other.getByLabel('Oppimisen tuki').selectOption({ label: 'Tämä palvelu' })
  await other.getByRole('button', { name: 'Tallenna asetukset' }).click()
  await other.getByRole('alert').waitFor()
  await other.getByRole('button', { name: 'Hae nykyiset asetukset' }).click()
  await other.getByRole('alert').waitFor({ state: 'detached' })
  expect(await other.getByLabel('Näytöt').inputValue()).toBe('here')
  await page.context().close()
  await other.context().close()
})

test('a key is shown once, two are valid at a time, and a revoked one is marked', async () => {
  const page = await administrator()
  await page.getByRole('link', { name: 'API-avaimet' }).click()
  await page.waitForURL(`${address}/administration/api-keys`)
  const keys = page.locator('main')
  const make = async (name: string): Promise<void> => {
    await keys.getByRole('button', { name: 'Tee uusi avain' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Järjestelmä').fill('wilma')
    await dialog.getByLabel('Nimi').fill(name)
    await dialog.getByRole('button', { name: 'Tee uusi avain' }).click()
  }
  await make('Vanha')
  const secret = await page.getByRole('dialog').locator('code').textContent()
  expect(secret?.length).toBeGreaterThan(20)
  await page.getByRole('button', { name: 'Olen tallettanut avaimen' }).click()
  expect(await page.getByText(secret ?? '?').count()).toBe(0)
  await make('Uusi')
  await page.getByRole('button', { name: 'Olen tallettanut avaimen' }).click()
  expect(await keys.getByText('Voimassa', { exact: true }).count()).toBe(2)
  for (const width of [360, 768, 920, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: 0 })
    await picture(page, `keys-${width}`)
  }
  await make('Kolmas')
  await page.getByRole('dialog').getByRole('alert').waitFor()
  await page.getByRole('button', { name: 'Peruuta' }).click()

  await keys.getByRole('button', { name: 'Poista käytöstä avain Vanha' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Poista käytöstä' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await told(page)).toContain('Avain on poistettu käytöstä.')
  expect(await keys.getByRole('row', { name: /Vanha/ }).textContent()).toContain('Poistettu käytöstä')
  await page.context().close()
})

test("the demo's clock moves for everybody and back", async () => {
  const page = await administrator()
  const clock = page.locator('#clock')
  await clock.getByRole('spinbutton').first().click()
  await page.keyboard.type('01082028')
  await clock.getByRole('button', { name: 'Siirrä kello' }).click()
  await page.getByText('Järjestelmän kello: 1.8.2028.').waitFor()
  const other = await visit({ persona: 'olli-opettavainen' })
  await other.getByText('Järjestelmän kello: 1.8.2028.').waitFor()
  await clock.getByRole('button', { name: 'Palauta oikea päivä' }).click()
  await clock.getByText('Kelloa ei ole siirretty.').waitFor()
  await page.context().close()
  await other.context().close()
})

test('no page threw or was refused anything', () => expect(complaints).toEqual([]))
