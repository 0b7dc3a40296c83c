import { expect, test } from 'vitest'
import { installation } from './harness/installation.ts'
import { overflow, picture, violations } from './harness/looks.ts'

const { visit } = await installation()

test('what is typed stays, and so does the list, when the page moves under it', async () => {
  const page = await visit({ persona: 'olli-opettavainen', width: 360 })
  await page.goto(new URL('/templates/new', page.url()).href)
  const box = page.getByRole('combobox', { name: 'Tutkinto' })
  await box.pressSequentially('ajoneuvo')
  const option = page.getByRole('option', { name: /Ajoneuvoalan perustutkinto/ })
  await option.waitFor()
  // As a telephone does when its keyboard comes up.
  await page.evaluate(() => window.scrollBy({ top: 40, behavior: 'instant' }))
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve, 50))))
  await option.waitFor()
  expect(await box.inputValue()).toBe('ajoneuvo')
  await page.keyboard.press('Escape')
  await option.waitFor({ state: 'detached' })
  expect(await box.inputValue()).toBe('')
  await page.context().close()
})

test('a template of the structure, edited by keyboard, given, and taken by another provider', {
  timeout: 120_000,
}, async () => {
  const page = await visit({ persona: 'olli-opettavainen', width: 360 })
  await page.goto(new URL('/templates', page.url()).href)
  await page.getByRole('link', { name: 'Tee polkupohja' }).click()
  await page.getByRole('combobox', { name: 'Tutkinto' }).pressSequentially('ajoneuvo')
  await page.getByRole('option', { name: /Ajoneuvoalan perustutkinto/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByLabel('Osaamisala').selectOption({ label: 'Ajoneuvotekniikan osaamisala' })
  await page.getByLabel('Pohjan nimi').fill('Ajoneuvo syksyllä')
  expect(await violations(page)).toEqual([])
  await picture(page, 'templates-new-360')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Ajoneuvo syksyllä', level: 1 }).waitFor()

  const units = page.locator('#units ol > li h3')
  const before = await units.allTextContents()
  expect(before.length).toBeGreaterThan(4)
  const second = (before[1] ?? '').replace(/^2\. /, '')
  await page.getByRole('button', { name: `Siirrä ylemmäs: ${second}` }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => units.first().textContent()).toBe(`1. ${second}`)
  // The focus goes with the unit, to what can still be pressed.
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    `Siirrä alemmas: ${second}`,
  )
  await page.locator('#units summary').first().focus()
  await page.keyboard.press('Enter')
  const weeks = page.locator('#units li').first().getByLabel('Viikkoja').first()
  await weeks.fill('kuusi')
  await page.getByRole('button', { name: 'Tallenna', exact: true }).click()
  await page.getByText('Korjaa merkityt kentät ensin.').waitFor()
  await weeks.fill('6')
  await page.getByLabel('Miksi muutit').fill('Järjestys paremmaksi')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Polkupohja on tallennettu, versio 2').first().waitFor()
  await page.locator('#versions').getByText('Järjestys paremmaksi').waitFor()
  expect(await overflow(page)).toBe(0)
  expect(await violations(page)).toEqual([])
  // The sum is that of the units on the page; what it takes for granted stands beside it.
  await page.getByText(/lisäksi oletettu 9 osp valinnaisia/).waitFor()
  await picture(page, 'template-360')
  await page.setViewportSize({ width: 1440, height: 900 })
  await picture(page, 'template-1440')

  await page.getByRole('button', { name: 'Vertaa uusimpaan: versio 1' }).click()
  await page.getByText('Mitä on muuttunut versiosta 1 versioon 2').waitFor()
  await page.getByRole('button', { name: 'Anna versio 2' }).click()
  await page.getByText('Kaikki järjestäjät: versio 2', { exact: false }).waitFor()

  const taker = await visit({ persona: 'lars-lararson', language: 'sv' })
  await taker.goto(new URL('/templates/received', taker.url()).href)
  await taker.getByRole('button', { name: 'Ta en kopia: Ajoneuvo syksyllä' }).click()
  await taker.getByText(/^Kopia: .*, version 2$/).waitFor()
  expect(await violations(taker)).toEqual([])
  await picture(taker, 'template-sv-1280')
  await taker.goto(new URL('/templates', taker.url()).href)
  await taker.getByRole('link', { name: 'Ajoneuvo syksyllä' }).waitFor()
  await picture(taker, 'templates-sv-1280')
})

test('of two teachers who save, the second loses nothing and goes on', { timeout: 120_000 }, async () => {
  const page = await visit({ persona: 'olli-opettavainen' })
  const made = await page.evaluate(async () => {
    const session = await (await fetch('/api/session')).json()
    const headers = { 'content-type': 'application/json', 'x-csrf-token': session.csrfToken }
    const wish = { name: 'Kahden pohja', diaryNumber: 'OPH-5410-2021', from: { kind: 'structure' } }
    const answer = await fetch('/api/templates', { method: 'POST', headers, body: JSON.stringify(wish) })
    return (await answer.json()).id as string
  })
  const address = new URL(`/templates/${made}`, page.url()).href
  const other = await visit({ persona: 'elina-ohjakka' })
  for (const [one, name] of [
    [page, 'Ollin nimi'],
    [other, 'Elinan nimi'],
  ] as const) {
    await one.goto(address)
    await one.getByLabel('Pohjan nimi').fill(name)
  }
  await page.getByRole('button', { name: 'Tallenna', exact: true }).click()
  await page.getByText('Polkupohja on tallennettu, versio 2').first().waitFor()
  await other.getByRole('button', { name: 'Tallenna', exact: true }).click()
  await other.getByText('Joku muu tallensi version 2, kun muokkasit').waitFor()
  expect(await other.getByLabel('Pohjan nimi').inputValue()).toBe('Elinan nimi')
  expect(await violations(other)).toEqual([])
  await other.getByRole('button', { name: 'Tallenna omani seuraavaksi versioksi' }).click()
  await other.getByRole('heading', { name: 'Elinan nimi', level: 1 }).waitFor()
  await other.getByText('Polkupohja on tallennettu, versio 3').first().waitFor()
})
