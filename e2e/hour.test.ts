import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, afterEach, expect, test } from 'vitest'
import { type DemoFakes, startDemoFakes } from '../src/app/demo-fakes.ts'
import { installation } from './harness/installation.ts'
import { overflow, violations } from './harness/looks.ts'
import { told } from './harness/plans.ts'

// What a teacher does in an hour, as one journey; then its middle by keyboard alone, and in Swedish on a telephone.

const folder = mkdtempSync(join(tmpdir(), 'yhdessa-hour-'))
const secretKey = 'k'.repeat(32)
let fakes: DemoFakes | undefined
const { complaints, visit } = await installation(undefined, async databaseUrl => {
  fakes = await startDemoFakes({ databaseUrl, secretKey, file: join(folder, 'national-service.json') })
  return { secretKey, nationalFake: fakes.national }
})
afterAll(async () => {
  await fakes?.close()
  rmSync(folder, { recursive: true })
})

afterEach(() => fakes?.national.behave({ mode: 'normal' }))

const slow = { timeout: 180_000 }
/** The sending is at work in its own time. */
const sent = { timeout: 25_000 }

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const onPlan = (page: Page) => page.waitForURL(/\/plans\/[0-9a-f-]{36}$/)
const way = (page: Page) => page.getByRole('region', { name: 'Kansallinen palvelu' })
const save = (page: Page) => page.getByRole('button', { name: 'Tallenna', exact: true }).click()
const because = (page: Page, why: string) => page.getByLabel('Muutoksen syy').fill(why)

async function write(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Muokkaa suunnitelmaa' }).click()
  await page.getByRole('heading', { name: 'Tallennus' }).waitFor()
}

/** From the list to the page where the qualification's units wait. */
async function begin(page: Page, student: string): Promise<void> {
  const row = page.getByRole('row', { name: new RegExp(student) })
  await row.getByRole('link', { name: 'Laadi suunnitelma' }).click()
  await heading(page, student)
  await page.getByText('Pakolliset tutkinnon osat ja osa-alueet on lisätty').waitFor()
}

/** A period at a workplace that ends before it begins, of a workplace without a business id, and without tasks. */
async function planPeriod(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Ammatilliset tutkinnon osat/ }).click()
  await page.getByRole('button', { name: /Ajoneuvon huoltotyöt/ }).click()
  await page.getByRole('button', { name: 'Lisää jakso' }).first().click()
  await page.getByLabel('Hankkimistapa').selectOption({ label: 'Koulutussopimus' })
  await page.getByRole('group', { name: 'Päättyy' }).getByRole('spinbutton').first().click()
  await page.keyboard.type('01102026')
}

/** The list of what is known opens while one types, or by the arrow. */
async function opened(page: Page, option: Locator): Promise<boolean> {
  if (await option.isVisible()) return true
  await page.keyboard.press('ArrowDown')
  return false
}

/** Each finding goes away as soon as it is mended; the first by its button. */
async function mendThree(page: Page): Promise<void> {
  const found = page.getByRole('region', { name: 'Tarkistus' })
  const gone = (text: RegExp) => found.getByText(text).waitFor({ state: 'detached' })
  await found.getByText('2 virhettä, 1 huomautus').waitFor()
  await found.getByRole('button', { name: 'Vaihda päivät keskenään' }).click()
  await gone(/Jakso päättyy/)
  const workplace = page.getByRole('combobox', { name: 'Työpaikka', exact: true })
  await workplace.click()
  await page.keyboard.type('Mallikorjaamo')
  const known = page.getByRole('option', { name: /Mallikorjaamo Vaihde/ })
  await expect.poll(() => opened(page, known), { timeout: 30_000, interval: 500 }).toBe(true)
  await known.click()
  await gone(/Y-tunnus puuttuu/)
  await found.getByRole('link', { name: /Keskeiset työtehtävät puuttuvat/ }).click()
  await page.locator('textarea:focus').waitFor()
  await page.keyboard.type('Määräaikaishuollot')
  await gone(/Keskeiset työtehtävät/)
  await found.getByText(/virhe|huomautus/).waitFor({ state: 'detached' })
}

/** A colleague saves while this teacher writes; both changes stay. */
async function meet(mine: Page, other: Page): Promise<void> {
  await other.goto(mine.url())
  await Promise.all([write(mine), write(other)])
  await other.getByLabel('Urasuunnitelma').selectOption({ label: 'Jatko-opinnot' })
  await because(other, 'Ohjauskeskustelu')
  await save(other)
  await onPlan(other)
  await mine.getByLabel('Puhelin').fill('040 555 0606')
  await because(mine, 'Numero vaihtui')
  await save(mine)
  await mine.getByRole('button', { name: 'Näytä muutokset ja yhdistä' }).click()
  await mine.getByRole('button', { name: 'Yhdistä ja jatka muokkausta' }).click()
  await mine.getByText('Muutokset on yhdistetty.').first().waitFor()
  await save(mine)
  await onPlan(mine)
  const basics = mine.locator('#basics')
  await basics.getByText('040 555 0606').waitFor()
  await basics.getByText('Jatko-opinnot').waitFor()
}

/** Approved while the national service is away: it waits, and is accepted when the service is back. */
async function approve(page: Page): Promise<void> {
  fakes?.national.behave({ mode: 'down' })
  await write(page)
  await page.getByLabel('Hyväksytty yhdessä opiskelijan kanssa').check()
  await because(page, 'Hyväksyttiin opiskelijan kanssa')
  await save(page)
  await onPlan(page)
  expect(await told(page)).toContain('Tallennettu ja hyväksytty')
  await way(page).getByText('ei juuri nyt vastaa').first().waitFor(sent)
  fakes?.national.behave({ mode: 'normal' })
  await way(page).getByText('Lähettämisen tiedot').click()
  await way(page).getByRole('button', { name: 'Yritä uudelleen' }).click()
  await way(page).getByText('on kansallisessa palvelussa, perillä').waitFor(sent)
}

/** The version before the colleague's is made the newest; the words of the difference are shown first. */
async function restore(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Versiot' }).click()
  await page.getByText('Syy: Numero vaihtui').waitFor()
  await page.getByRole('link', { name: /^Palauta\W+Versio 1$/ }).click()
  await heading(page, 'Palauta versio 1')
  await page.getByText('040 555 0606').first().waitFor()
  await page.getByRole('button', { name: /Palauta versio/ }).click()
  await onPlan(page)
  expect(await told(page)).toContain('Versio 1 on palautettu')
  const basics = page.locator('#basics')
  await basics.getByText('040 555 0606').waitFor({ state: 'detached' })
}

interface Printed {
  readonly title: unknown
  readonly text: string
}

async function print(page: Page): Promise<Printed> {
  await page.getByRole('button', { name: 'Tulosta ja vie' }).click()
  const item = page.getByRole('menuitem', { name: 'Suunnitelma (PDF)' })
  const [download] = await Promise.all([page.waitForEvent('download'), item.click()])
  const proxy = await getDocumentProxy(new Uint8Array(readFileSync(await download.path())))
  const { info } = await proxy.getMetadata()
  const { text } = await extractText(proxy, { mergePages: true })
  return { title: 'Title' in info ? info.Title : undefined, text }
}

test('an hour: made, mended, merged, approved, sent, restored and printed', slow, async () => {
  const [page, colleague] = await Promise.all([
    visit({ persona: 'olli-opettavainen' }),
    visit({ persona: 'elina-ohjakka' }),
  ])
  await begin(page, 'Alma Kokeilu')
  await planPeriod(page)
  await mendThree(page)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Luo suunnitelma' }).click()
  await onPlan(page)
  await meet(page, colleague)
  await approve(page)
  expect(await violations(page)).toEqual([])
  await restore(page)
  const { text, title } = await print(page)
  // The title names the kind of document, and not the student.
  expect(title).toBe('Henkilökohtainen osaamisen kehittämissuunnitelma')
  expect(text).toContain('Alma Kokeilu')
  expect(text).toContain('Määräaikaishuollot')
  await Promise.all([page.context().close(), colleague.context().close()])
})

/** Presses Tab until what has the focus is called so, as far as a patient person would. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab')
    const called = await page.evaluate(() => {
      const at = document.activeElement
      const labels = at !== null && 'labels' in at ? (at.labels as NodeListOf<HTMLElement> | null) : null
      return at?.getAttribute('aria-label') ?? (labels?.[0] ?? at)?.textContent ?? ''
    })
    if (name.test(called.trim())) return
  }
  throw new Error(`Tab never came to ${name}`)
}

async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

test.skipIf(process.env.QUICK)(
  'by keyboard alone: from the front page to a finding that is mended and saved',
  slow,
  async () => {
    const page = await visit()
    await press(page, /^Olli Opettavainen/)
    await heading(page, 'Oma lista')
    await press(page, /^Korjaa suunnitelma: Eetu Keksinen$/)
    await heading(page, 'Eetu Keksinen')
    await press(page, /^Muokkaa suunnitelmaa$/)
    await page.getByRole('heading', { name: 'Tallennus' }).waitFor()
    await tabTo(page, /^Urasuunnitelma/)
    await page.keyboard.press('ArrowDown')
    await press(page, /^Työpaikkajaksolta puuttuu osa-aikaisuus/)
    await page.locator('input:focus').waitFor()
    await page.keyboard.type('80')
    await page.getByRole('link', { name: /puuttuu osa-aikaisuus/ }).waitFor({ state: 'detached' })
    await tabTo(page, /^Muutoksen syy/)
    await page.keyboard.type('Sovittiin työpaikan kanssa')
    await press(page, /^Tallenna$/)
    await onPlan(page)
    expect(await told(page)).toContain('Tallennettu')
    await page.getByText('80 %').first().waitFor()
    await page.context().close()
  },
)

test('in Swedish at 360 pixels: made from the qualification, approved and sent', slow, async () => {
  const page = await visit({ persona: 'olli-opettavainen', language: 'sv', width: 360 })
  const fits = async () => expect([await overflow(page), await violations(page)]).toEqual([0, []])
  await page.getByRole('link', { name: 'Gör upp en plan' }).first().click()
  await page.getByText('De obligatoriska examensdelarna och delområdena').waitFor()
  await page.getByLabel('Karriärplan').selectOption({ label: 'Fortsatta studier' })
  await page.getByLabel('Del', { exact: true }).selectOption({ label: 'Gemensamma examensdelar' })
  await page.getByRole('heading', { level: 2, name: 'Gemensamma examensdelar' }).waitFor()
  await fits()
  await page.getByLabel('Godkänd tillsammans med den studerande').check()
  await page.getByRole('button', { name: 'Skapa planen' }).click()
  await onPlan(page)
  expect(await told(page)).toContain('Sparat och godkänt')
  const national = page.getByRole('region', { name: 'Nationella tjänsten' })
  await national.getByText('finns i den nationella tjänsten').waitFor(sent)
  await page.locator('#basics').getByText('Fortsatta studier').waitFor()
  await fits()
  await page.context().close()
})

test('no page threw or was refused anything', () => expect(complaints).toEqual([]))
