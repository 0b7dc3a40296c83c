import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { languages } from '../src/platform/i18n/language.ts'
import { installation } from './harness/installation.ts'
import { overflow, picture, violations } from './harness/looks.ts'

const { address, complaints, visit } = await installation()
const provider = '1.2.246.562.99.81085649296'
const administrator = 'pekka-paakayttaja'

async function go(page: Page, path: string): Promise<void> {
  await page.goto(`${address}${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
}

/** Nothing that axe finds, and no wider than the window, on a telephone and on a desk. */
async function looksRight(page: Page, name: string): Promise<void> {
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    expect({ name, width, overflow: await overflow(page) }).toEqual({ name, width, overflow: 0 })
    expect(await violations(page)).toEqual([])
    await picture(page, `compliance-${name}-${width}`)
  }
}

const pages = [
  { name: 'audit', persona: administrator, path: '/administration/audit' },
  { name: 'statements', persona: administrator, path: '/administration/statements' },
  { name: 'edit-accessibility', persona: administrator, path: '/administration/statements/accessibility' },
  { name: 'edit-processing', persona: administrator, path: '/administration/statements/processing' },
  { name: 'retention', persona: administrator, path: '/administration/retention' },
  { name: 'public-list', path: '/statements' },
  { name: 'public-accessibility', path: `/statements/${provider}/accessibility` },
  { name: 'public-privacy', path: `/statements/${provider}/privacy` },
  { name: 'public-unknown', path: '/statements/1.2.3/privacy' },
] as const

describe.each(languages)('in %s', language => {
  test.each(pages)('the page $name', { timeout: 120_000 }, async one => {
    const page = await visit({ language, ...('persona' in one ? { persona: one.persona } : {}) })
    await go(page, one.path)
    await looksRight(page, `${one.name}-${language}`)
    await page.context().close()
  })
})

test('an administrator finds who saw a student’s data, and takes it out', { timeout: 120_000 }, async () => {
  const teacher = await visit({ language: 'fi', persona: 'olli-opettavainen' })
  await go(teacher, '/students')
  await teacher.getByRole('link', { name: 'Eetu Keksinen' }).click()
  await teacher.getByRole('heading', { level: 1, name: 'Eetu Keksinen' }).waitFor()
  await teacher.context().close()

  const page = await visit({ language: 'fi', persona: administrator })
  await go(page, '/administration/audit')
  await page.getByLabel('Opiskelija', { exact: true }).fill('keksinen')
  await page.getByRole('button', { name: /Eetu Keksinen/ }).click()
  const table = page.getByRole('table', { name: 'Tapahtumat, uusin ensin' })
  const read = table.getByRole('row').filter({ hasText: 'Luki suunnitelman' }).first()
  await read.waitFor()
  expect(await read.innerText()).toContain('Olli Opettavainen')
  await page.getByLabel('Toiminta').selectOption('taken')
  await page.getByText('Näillä rajauksilla ei ole tapahtumia').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByLabel('Toiminta').selectOption('seen')
  await read.waitFor()
  await picture(page, 'compliance-audit-found')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Vie tiedostoon' }).click()
  expect((await download).suggestedFilename()).toBe('kayttoloki.csv')
  await page.context().close()
})

test('a student sees roles and days, and no names', { timeout: 120_000 }, async () => {
  const teacher = await visit({ language: 'fi', persona: 'olli-opettavainen' })
  await go(teacher, '/students?scope=all')
  await teacher.context().close()
  const page = await visit({ language: 'sv', persona: 'opiskelija-kuusenkerkka' })
  await go(page, '/own-audit')
  await page.getByRole('heading', { level: 1, name: 'Vem har sett mina uppgifter' }).waitFor()
  expect(await page.locator('main').innerText()).not.toContain('Opettavainen')
  await looksRight(page, 'own-audit')
  await page.context().close()
})

test('a statement is completed, published and read by everyone', { timeout: 120_000 }, async () => {
  const page = await visit({ language: 'fi', persona: administrator })
  await go(page, '/administration/statements/accessibility')
  await page.getByText('Ei julkaistu').waitFor()
  expect(await page.getByRole('button', { name: 'Julkaise' }).isDisabled()).toBe(true)
  await page.getByLabel('Sähköposti saavutettavuuspalautteelle').fill('saavutettavuus@esimerkki.test')
  for (const language of ['suomeksi', 'ruotsiksi', 'englanniksi'])
    await page.getByLabel(`Tunnetut puutteet ja korjausaikataulu, ${language}`).fill('Kartta / Karta / Map')
  const day = page.getByRole('group', { name: 'Arvioinnin päivä' })
  await day.getByRole('spinbutton').first().click()
  await page.keyboard.type('01112026')
  await page.getByRole('button', { name: 'Tallenna versio' }).click()
  await page.getByText('Versio on tallennettu.').first().waitFor()
  await page.getByRole('button', { name: 'Julkaise' }).click()
  await page.getByText('Seloste on julkaistu.').first().waitFor()
  await looksRight(page, 'published')
  await page.context().close()
  const reader = await visit({ language: 'en' })
  await go(reader, `/statements/${provider}/accessibility`)
  await reader.getByText('Kartta / Karta / Map').waitFor()
  expect(await reader.getByText('This statement is not complete').count()).toBe(0)
  await reader.context().close()
})

test('feedback is given without signing in, by keyboard, and answered', { timeout: 120_000 }, async () => {
  const reader = await visit({ language: 'fi', width: 360 })
  await go(reader, `/statements/${provider}/accessibility`)
  await reader.getByRole('button', { name: 'Lähetä palaute' }).click()
  await reader.getByText('Kirjoita palaute, ainakin kolme merkkiä.').waitFor()
  expect(await violations(reader)).toEqual([])
  await reader.keyboard.type('Taulukon otsikoita ei lueta ääneen')
  await reader.getByLabel('Sähköposti vastausta varten').fill('lukija@esimerkki.test')
  await reader.keyboard.press('Enter')
  await reader.getByText('Kiitos palautteesta').waitFor()
  await looksRight(reader, 'thanks')
  await reader.context().close()

  const page = await visit({ language: 'fi', persona: administrator })
  await go(page, '/administration/statements')
  const row = page.getByRole('row').filter({ hasText: 'Taulukon otsikoita ei lueta ääneen' })
  await row.waitFor()
  await looksRight(page, 'feedback')
  await row.getByRole('button', { name: /Merkitse vastatuksi/ }).click()
  await page.getByText('Avoimia 0, joista myöhässä 0.').waitFor()
  await page.context().close()
})

test('a run of retention is looked at, confirmed and told of', { timeout: 120_000 }, async () => {
  const page = await visit({ language: 'fi', persona: administrator })
  await go(page, '/administration/retention')
  await page.getByRole('button', { name: 'Näytä, mitä poistuisi' }).click()
  await page.locator('#now [role=status] :is(p, dl)').waitFor()
  await page.getByRole('button', { name: 'Poista nyt' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Poista nyt' }).click()
  await page.locator('#runs').getByText('valmis').waitFor({ timeout: 30_000 })
  await looksRight(page, 'retention-run')
  await page.context().close()
})

test('an open page hides a student as soon as a colleague tells of a turvakielto', {
  timeout: 120_000,
}, async () => {
  const open = await visit({ language: 'fi', persona: 'olli-opettavainen' })
  await go(open, '/students?scope=all&q=keksinen')
  await open.getByRole('link', { name: 'Eetu Keksinen' }).waitFor()
  const colleague = await visit({ language: 'fi', persona: 'elina-ohjakka' })
  await go(colleague, '/students?scope=all&q=keksinen')
  const plan = await colleague.getByRole('link', { name: 'Eetu Keksinen' }).getAttribute('href')
  await go(colleague, String(plan))
  const card = await colleague.locator('a[href^="/students/"]').first().getAttribute('href')
  await go(colleague, String(card))
  await colleague.getByRole('button', { name: 'Merkitse turvakielto' }).click()
  const dialog = colleague.getByRole('dialog')
  await dialog.getByLabel('Peruste').fill('Opiskelija toi todistuksen')
  await dialog.getByRole('button', { name: 'Merkitse turvakielto' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await colleague.getByText('Turvakielto: tietoja on piilotettu').waitFor()
  await looksRight(colleague, 'protected')
  await open.getByRole('link', { name: 'Eetu Keksinen' }).waitFor({ state: 'detached', timeout: 30_000 })
  expect(await open.locator('main').innerText()).not.toContain('Keksinen')
  await colleague.context().close()
  await open.context().close()
})

test('nobody else comes to these pages', { timeout: 120_000 }, async () => {
  const page = await visit({ language: 'fi', persona: 'olli-opettavainen' })
  for (const path of ['audit', 'statements', 'retention']) {
    await go(page, `/administration/${path}`)
    await page.getByRole('heading', { name: 'Tämä ei ole sinulle auki' }).waitFor()
  }
  await page.context().close()
})

test('no page threw or was refused anything', () => expect(complaints).toEqual([]))
