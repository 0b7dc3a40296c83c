import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { worldOf } from '../fakes/main.ts'
import { startFakes } from '../fakes/server.ts'
import { languages } from '../src/platform/i18n/language.ts'
import { installation } from './harness/installation.ts'
import { overflow, picture, violations } from './harness/looks.ts'
import { told } from './harness/plans.ts'

const [{ address, complaints, visit }, fakes] = await Promise.all([
  installation(),
  startFakes(worldOf(undefined)),
])
afterAll(() => fakes.close())

const longEnough = { timeout: 60_000 }
const registers = '/administration/registers'

/** The operator of the demo, who is an administrator too. */
const operator = (): Promise<Page> => visit({ persona: 'pekka-paakayttaja' })

async function go(page: Page, path: string): Promise<void> {
  await page.goto(`${address}${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** Students of the demo as Koski tells of them, with a later end; the last one's number is no number. */
function koskiFile(): Buffer {
  const world = JSON.parse(
    readFileSync(new URL('../db/demo/world/kuusenkerkka.json', import.meta.url), 'utf8'),
  ) as { studyRegister: { henkilö: { oid: string }; opiskeluoikeudet: object[] }[] }
  const students = world.studyRegister.slice(0, 4).map((student, index) => ({
    henkilö: index === 3 ? { ...student.henkilö, oid: 'poissa' } : student.henkilö,
    opiskeluoikeudet: student.opiskeluoikeudet.map(right => ({
      ...right,
      arvioituPäättymispäivä: '2028-05-31',
    })),
  }))
  return Buffer.from(JSON.stringify(students))
}

/** Chooses a file as somebody without a mouse does, and sends it. */
async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /^Valitse tiedosto/ }).focus()
  await page.keyboard.press('Enter')
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer })
  await page.getByRole('button', { name: 'Lähetä ja tuo' }).press('Enter')
  await page.waitForURL(/\/administration\/imports\//)
}

/** Drops a file onto the field, as from another window. */
async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], fileName))
      return transfer
    },
    [name, text] as const,
  )
  await page.getByText('tai pudota ne tähän').dispatchEvent('drop', { dataTransfer })
}

/** A number of the outcome, by its name. */
const count = (page: Page, name: string): Promise<string | null> =>
  page.locator('#counts div').filter({ hasText: name }).locator('dd').textContent()

test('a bad record is left out and told, and the same file again writes nothing', longEnough, async () => {
  const page = await operator()
  await go(page, registers)
  await page.getByRole('link', { name: 'Tuo tiedostosta: Opiskeluoikeudet (Koski)' }).press('Enter')
  await page.getByRole('heading', { level: 2, name: 'Tuo tiedostosta' }).waitFor()
  await upload(page, 'koski.json', koskiFile())
  await page.getByText('Yksi kohta jäi tuomatta').waitFor()
  expect(await told(page)).toContain('Tuonnin tila: Osa jäi tuomatta.')
  expect(await count(page, 'Tallennettu')).not.toBe('0')
  expect(await count(page, 'Ei tuotu')).toBe('1')
  const report = page.locator('#report')
  expect(await report.getByRole('row').count()).toBe(2)
  expect(await report.getByRole('row').last().textContent()).toMatch(/Oppijan oid.*tietue 4.*koski\.json/)
  const file = page.waitForEvent('download')
  await report.getByRole('link', { name: 'Lataa raportti (CSV)' }).click()
  expect(readFileSync(await (await file).path(), 'utf8')).toContain('koski.json')

  await page.getByRole('link', { name: 'Tuo uudelleen' }).click()
  // The connection breaks twice: the part is sent again by itself, and the run begins only once.
  let broken = 0
  await page.route('**/parts/1?*', route => {
    broken += 1
    return broken <= 2 ? route.abort() : route.continue()
  })
  await upload(page, 'koski.json', koskiFile())
  await page.getByText('Yksi kohta jäi tuomatta').waitFor()
  expect(broken).toBe(3)
  expect(await count(page, 'Tallennettu')).toBe('0')
  await page.context().close()
})

test('a file that is something else changes nothing, and says where it fails', longEnough, async () => {
  const page = await operator()
  await go(page, `${registers}/koski`)
  await page.getByRole('button', { name: 'Lähetä ja tuo' }).click()
  await page.getByText('Valitse ensin tiedosto.').waitFor()
  await dropFile(page, 'katkennut.json', koskiFile().subarray(0, 2_000).toString())
  await page.getByRole('button', { name: 'Poista katkennut.json' }).waitFor()
  expect(await page.getByText('Valitse ensin tiedosto.').count()).toBe(0)
  await page.getByRole('button', { name: 'Lähetä ja tuo' }).click()
  await page.getByText('Aineistoa ei otettu vastaan, eikä mitään muutettu').waitFor()
  expect(await page.locator('main').textContent()).toMatch(/virhe rivillä 1.*katkennut\.json/)
  expect(await page.locator('#counts').count()).toBe(0)
  await page.context().close()
})

test('a service is set up, tried, asked now, stopped and gone on with', longEnough, async () => {
  const page = await operator()
  await go(page, `${registers}/organisaatio`)
  await page.getByLabel('Palvelun osoite').fill(fakes.addresses.organisaatio)
  await page.getByLabel('Haetaan').selectOption({ label: 'Kerran viikossa' })
  await page.getByLabel('Viikonpäivä').selectOption({ label: 'sunnuntai' })
  await page.getByLabel('Kellonaika').selectOption({ label: 'klo 4.00' })
  expect(await page.getByRole('button', { name: 'Kokeile yhteyttä' }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await page.locator('#settings').getByText('Asetukset on tallennettu.').waitFor()
  await page.getByText('Kerran viikossa: sunnuntai klo 4.00').waitFor()
  await page.getByRole('button', { name: 'Kokeile yhteyttä' }).click()
  await page.getByText('Yhteys toimii').waitFor()

  fakes.behave({ service: 'organisaatio', mode: 'slow', milliseconds: 3_000, times: 1 })
  await page.getByRole('button', { name: 'Hae nyt' }).click()
  await page.waitForURL(/\/administration\/imports\//)
  await page.getByRole('button', { name: 'Pysäytä' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Pysäytä' }).click()
  await page.getByText('Voit jatkaa siitä, mihin se jäi.').waitFor()
  await page.getByRole('button', { name: 'Jatka tuontia' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Jatka tuontia' }).click()
  await page.getByText('Kaikki tiedot on tuotu').waitFor()
  expect(await count(page, 'Ei tuotu')).toBe('0')
  await page.context().close()
})

test('a password that cannot be kept is told beside its field', async () => {
  const page = await operator()
  await go(page, `${registers}/koski`)
  await page.getByLabel('Käyttäjätunnus').fill('kone')
  const secret = page.getByLabel('Salasana')
  await secret.fill('sala')
  expect(await secret.getAttribute('type')).toBe('password')
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await page.getByText('Salasanaa ei voi tallentaa').waitFor()
  await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'password')
  await secret.fill('')
  await page.getByText('Salasanaa ei voi tallentaa').waitFor({ state: 'detached' })
  await page.context().close()
})

test('who is no operator sees how fresh the national data are, and why no more', async () => {
  const page = await visit({ persona: 'maja-mangsysslare', language: 'fi' })
  await go(page, registers)
  const card = (name: string) => page.getByRole('article', { name })
  await card('Koodistot (Koodisto)').waitFor()
  expect(await card('Koodistot (Koodisto)').getByRole('button').count()).toBe(0)
  expect(
    await card('Opiskeluoikeudet (Koski)')
      .getByRole('button', { name: /^Hae nyt/ })
      .count(),
  ).toBe(1)
  await card('Koodistot (Koodisto)').getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: 'Koodistot' }).waitFor()
  await page.getByText('palvelun ylläpito hakee ne').waitFor()
  expect(await page.getByRole('button', { name: /Tallenna|Hae|Valitse/ }).count()).toBe(0)
  await page.context().close()
})

/** Each page at one width. */
const pages = [
  { name: 'registers', width: 360, path: registers },
  { name: 'api-keys', width: 768, path: '/administration/api-keys' },
  { name: 'register', width: 768, path: `${registers}/students` },
  { name: 'import', width: 1440, path: undefined },
]

describe.each(languages)('in %s', language => {
  test.each(pages)('the page $name holds for everybody', longEnough, async ({ name, width, path }) => {
    const page = await visit({ persona: 'pekka-paakayttaja', language, width })
    await go(page, path ?? `${registers}/koski`)
    // The run of the first test: one with a report.
    if (path === undefined) {
      await page.locator('#runs').getByRole('link').nth(1).click()
      await page.locator('#report').getByRole('table').waitFor()
    }
    await page.waitForLoadState('networkidle')
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: 0 })
    expect(await violations(page)).toEqual([])
    await picture(page, `registers-${name}-${language}`)
    await page.context().close()
  })
})

test('no page threw or was refused anything', () => expect(complaints).toEqual([]))
