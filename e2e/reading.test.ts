import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { installation } from './harness/installation.ts'
import { openPlan } from './harness/plans.ts'

const { address, complaints, visit } = await installation()

test('a teacher signs in, finds a plan and reads what is wrong with it', async () => {
  const page = await visit()
  await page.getByRole('link', { name: /Olli Opettavainen/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Oma lista' }).waitFor()
  await page.getByRole('link', { name: 'Opiskelijat', exact: true }).click()
  const row = page.getByRole('row', { name: /Eetu Keksinen/ })
  expect(await row.textContent()).toContain('1 virhe')
  await openPlan(page, 'Eetu Keksinen')
  const summary = page.locator('#findings')
  await summary.getByRole('link', { name: /osa-aikaisuus/ }).click()
  const focused = page.locator(':focus')
  expect(await focused.textContent()).toContain('Työpaikkajaksolta puuttuu osa-aikaisuus')
  const beside = focused.locator('xpath=ancestor::*[dt]').locator('dt')
  expect(await beside.textContent()).toBe('Osa-aikaisuus')
  await page.context().close()
})

test('every finding of the summary leads to a place of its own on the page', async () => {
  const page = await visit({ persona: 'olli-opettavainen' })
  await openPlan(page, 'Iida Harjoite')
  const links = page.locator('#findings a')
  const targets = await links.evaluateAll(found => found.map(link => link.getAttribute('href') ?? ''))
  expect(targets.length).toBeGreaterThan(0)
  expect(new Set(targets).size).toBe(targets.length)
  for (const target of targets) expect(await page.locator(target).count()).toBe(1)
  await page.context().close()
})

test('the first jump lands on its finding, whatever lies unmeasured on the way', async () => {
  const page = await visit({ persona: 'olli-opettavainen' })
  await openPlan(page, 'Iida Harjoite')
  const targets = page.locator('main [id^="finding-"]')
  const last = await targets.last().getAttribute('id')
  await page.locator(`#findings a[href="#${last}"]`).click()
  const middle = (id: string) => {
    const { bottom, top } = document.getElementById(id)?.getBoundingClientRect() ?? { bottom: -1, top: -1 }
    return (top + bottom) / 2 / innerHeight
  }
  // Long enough for all that comes into sight to have got its real height.
  await page.waitForTimeout(800)
  const place = await page.evaluate(middle, last ?? '')
  expect(place).toBeGreaterThan(0.2)
  expect(place).toBeLessThan(0.8)
  await page.context().close()
})

test('a student without a plan is said so, and leads to their own page', async () => {
  const page = await visit({ persona: 'olli-opettavainen' })
  const row = page.getByRole('row', { name: /Alma Kokeilu/ })
  expect(await row.textContent()).toContain('Ei suunnitelmaa')
  expect(await row.getByRole('link', { name: 'Alma Kokeilu' }).getAttribute('href')).toMatch(
    /^\/students\/[0-9a-f-]{36}$/,
  )
  await page.context().close()
})

test('both sides of a conflict are shown with the one that was taken, and it can be dealt with', async () => {
  const page = await visit({ persona: 'lars-lararson', language: 'sv' })
  await openPlan(page, 'Elias Exempelstrand')
  const conflicts = page.locator('#conflicts')
  const text = await conflicts.textContent()
  expect(text).toContain('Studeranderegistret60 %')
  expect(text).toContain('Här80 %')
  expect(text).toContain('Studeranderegistrets uppgift togs i bruk')
  await conflicts.getByRole('button', { name: 'Behåll 60 %' }).waitFor()
  await conflicts.getByRole('button', { name: 'Ta i bruk 80 %' }).click()
  await conflicts.waitFor({ state: 'detached' })
  expect(await page.locator('#vocationalUnits').textContent()).toContain('80 %')
  await page.getByRole('link', { name: 'Versioner' }).click()
  await page.getByText('Konflikt med studeranderegistret: 80 % valdes.').waitFor()
  await page.context().close()
})

test('versions tell the difference in words, and an old one opens read-only', async () => {
  const page = await visit({ persona: 'olli-opettavainen' })
  await openPlan(page, 'Eetu Keksinen')
  await page.getByRole('link', { name: 'Versiot' }).click()
  const change = page.locator('li', { hasText: 'Versio 2' }).last()
  expect(await change.textContent()).toMatch(
    /Työpaikkajakso \(.+\) lyheni loppupäästä viikon: ennen [\d. –]+, nyt/,
  )
  await page.getByRole('link', { name: /^Lue ?: Versio 1$/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Versio 1' }).waitFor()
  expect(await page.getByText(/^Tallennettu: /).textContent()).toMatch(/\d{4} klo .+, /)
  expect(await page.getByRole('link', { name: /Muokkaa/ }).count()).toBe(0)
  await page.context().close()
})

test('days that are still being counted are said so, and come by themselves', async () => {
  const page = await visit({ persona: 'olli-opettavainen' })
  let answers = 0
  await page.route(/\/api\/plans\/[^/]+$/, async route => {
    const response = await route.fetch()
    const plan = await response.json()
    answers += 1
    await route.fulfill({ response, json: answers === 1 ? { ...plan, durations: {} } : plan })
  })
  await openPlan(page, 'Eetu Keksinen')
  await page.getByText('lasketaan…').first().waitFor()
  await page.getByText('lasketaan…').first().waitFor({ state: 'detached' })
  expect(await page.locator('#vocationalUnits').textContent()).toMatch(/Työpaikkajakson pituus\d+ päivä/)
  expect(answers).toBe(2)
  await page.context().close()
})

test('whoever only reads is told who chooses in a conflict', async () => {
  const page = await visit({ persona: 'laura-laatunen' })
  await page.route(/\/api\/plans\/[^/]+$/, async route => {
    const response = await route.fetch()
    const conflicts = [
      {
        id: '1',
        pointer: '/competenceAchievedOn',
        register: '2026-11-20',
        taken: 'register',
        source: 'wilma',
        at: '2026-11-20T08:05:00Z',
      },
    ]
    await route.fulfill({ response, json: { ...(await response.json()), conflicts } })
  })
  await openPlan(page, 'Eetu Keksinen')
  const text = await page.locator('#conflicts').textContent()
  expect(text).toContain('Suunnitelmaa muokkaava henkilö valitsee')
  expect(text).toContain('Opiskelijarekisteri20.11.2026')
  expect(await page.locator('#conflicts').getByRole('button').count()).toBe(0)
  await page.context().close()
})

describe('languages', () => {
  test('a switch changes texts, title and lang, and is remembered', async () => {
    const page = await visit({ persona: 'olli-opettavainen' })
    await page.getByRole('button', { name: 'SV', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Studerande' }).waitFor()
    expect(await page.title()).toBe('Studerande – Yhdessä')
    expect(await page.locator('html').getAttribute('lang')).toBe('sv')
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Studerande' }).waitFor()
    await page.context().close()
  })

  test("without a choice in the browser the page speaks the person's own language", async () => {
    const page = await visit({ persona: 'lars-lararson' })
    await page.getByRole('heading', { level: 1, name: 'Studerande' }).waitFor()
    await page.context().close()
  })

  test('findings come in the chosen language', async () => {
    const page = await visit({ persona: 'olli-opettavainen', language: 'en' })
    await openPlan(page, 'Eetu Keksinen')
    expect(await page.locator('#findings').textContent()).toContain('part-time')
    await page.getByRole('button', { name: 'FI' }).click()
    await page.locator('#findings', { hasText: 'osa-aikaisuus' }).waitFor()
    await page.context().close()
  })
})

const firstOfNavigation = (page: Page) =>
  page.getByRole('navigation').first().getByRole('link').first().textContent()

describe('who may see what', () => {
  test('a student comes straight to the own path and edits nothing', async () => {
    const page = await visit({ persona: 'opiskelija-kuusenkerkka' })
    await page.getByRole('heading', { level: 1, name: 'Oma polku' }).waitFor()
    expect(await firstOfNavigation(page)).toBe('Oma polku')
    expect(await page.getByRole('link', { name: 'Hallinta' }).count()).toBe(0)
    expect(await page.getByRole('link', { name: 'Opiskelijat' }).count()).toBe(0)
    expect(await page.getByRole('link', { name: /Muokkaa/ }).count()).toBe(0)
    await page.context().close()
  })

  test.each(['olli-opettavainen', 'pekka-paakayttaja'])('%s begins at what waits', async persona => {
    const page = await visit({ persona, atOwnList: true })
    await page.getByRole('heading', { level: 1, name: 'Oma lista' }).waitFor()
    expect(await firstOfNavigation(page)).toBe('Oma lista')
    await page.context().close()
  })

  test('an administrator goes on to the administration', async () => {
    const page = await visit({ persona: 'pekka-paakayttaja' })
    await page.getByRole('heading', { level: 1, name: 'Hallinta' }).waitFor()
    expect(await page.getByRole('link', { name: 'Opiskelijat' }).count()).toBe(0)
    await page.context().close()
  })

  test('a page of another role says so in words', async () => {
    const page = await visit({ persona: 'olli-opettavainen' })
    await page.goto(`${address}/administration`)
    await page.getByRole('heading', { level: 1, name: 'Tämä ei ole sinulle auki' }).waitFor()
    await page.context().close()
  })

  test('whoever works at two providers moves between them', async () => {
    const page = await visit({ persona: 'kaija-kahdella' })
    await page.getByRole('link', { name: 'Eetu Keksinen' }).waitFor()
    await page
      .getByLabel('Koulutuksen järjestäjä', { exact: true })
      .selectOption({ label: 'Keksitty koulutussäätiö Kaksoisvirta' })
    await page.getByRole('link', { name: 'Eetu Keksinen' }).waitFor({ state: 'detached' })
    await page.getByRole('heading', { level: 1, name: 'Oma lista' }).waitFor()
    await page.getByRole('link', { name: 'Opiskelijat', exact: true }).click()
    await page.getByRole('row').nth(1).waitFor()
    await page.context().close()
  })

  test('after signing out the pages ask to sign in, and come back to where one was', async () => {
    const page = await visit({ persona: 'olli-opettavainen' })
    await page.getByRole('button', { name: 'Kirjaudu ulos' }).click()
    await page.getByRole('link', { name: /Olli Opettavainen/ }).waitFor()
    await page.goto(`${address}/students`)
    await page.getByRole('link', { name: 'Kirjaudu sisään' }).click()
    await page.getByRole('link', { name: /Olli Opettavainen/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Opiskelijat' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/students')
    await page.context().close()
  })
})

describe('when something is not there', () => {
  test('a plan that does not exist', async () => {
    const page = await visit({ persona: 'olli-opettavainen' })
    for (const id of ['01a20561-c1f1-7509-bfda-000000000000', 'roska']) {
      await page.goto(`${address}/plans/${id}`)
      await page.getByRole('main').getByRole('link', { name: 'Opiskelijat' }).waitFor()
      expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe('')
      expect(await page.getByRole('button', { name: 'Yritä uudelleen' }).count()).toBe(0)
    }
    await page.context().close()
  })

  test('the service is away for a moment, and comes back on trying again', async () => {
    const page = await visit({ persona: 'olli-opettavainen' })
    // The browser's side of an outage; the server's side has tests of its own.
    await page.route('**/api/session', route => route.fulfill({ status: 503, body: '' }))
    await page.goto(`${address}/students`)
    await page.getByRole('heading', { level: 1, name: 'Palvelu on hetken poissa' }).waitFor()
    await page.unroute('**/api/session')
    await page.getByRole('button', { name: 'Yritä uudelleen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Opiskelijat' }).waitFor()
    await page.context().close()
  })
})

test('no page threw or was refused anything', () => expect(complaints).toEqual([]))
