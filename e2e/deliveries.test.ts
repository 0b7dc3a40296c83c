import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { type DemoFakes, startDemoFakes } from '../src/app/demo-fakes.ts'
import { languages } from '../src/platform/i18n/language.ts'
import { installation } from './harness/installation.ts'
import { overflow, picture, violations } from './harness/looks.ts'
import { told } from './harness/plans.ts'

// The demo as `npm start` gives it: with a national service of its own, which can be told to fail.

const folder = mkdtempSync(join(tmpdir(), 'yhdessa-deliveries-'))
const secretKey = 'k'.repeat(32)
let fakes: DemoFakes | undefined
const { address, complaints, visit } = await installation(undefined, async databaseUrl => {
  fakes = await startDemoFakes({ databaseUrl, secretKey, file: join(folder, 'national-service.json') })
  return { secretKey, nationalFake: fakes.national }
})
afterAll(async () => {
  await fakes?.close()
  rmSync(folder, { recursive: true })
})

afterEach(() => fakes?.national.behave({ mode: 'normal' }))

const longEnough = { timeout: 90_000 }
const teacher = () => visit({ persona: 'olli-opettavainen' })
const administrator = () => visit({ persona: 'pekka-paakayttaja' })

async function go(page: Page, path: string): Promise<void> {
  await page.goto(`${address}${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** Asks the service as the page would; `plan` is put in the place of the one that is there. */
function ask<T>(page: Page, method: string, path: string, body?: object, ifMatch?: string): Promise<T> {
  return page.evaluate(
    async ([verb, where, sent, version]) => {
      const { csrfToken } = await (await fetch('/api/session')).json()
      const headers = { 'x-csrf-token': csrfToken, 'content-type': 'application/json' }
      const answer = await fetch(where, {
        method: verb,
        headers: { ...headers, ...(version === undefined ? {} : { 'if-match': version }) },
        ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
      })
      if (!answer.ok) throw new Error(`${verb} ${where}: ${answer.status} ${await answer.text()}`)
      return answer.json()
    },
    [method, path, body, ifMatch] as const,
  )
}

interface Found {
  readonly items: readonly {
    readonly studyRights: readonly { readonly plan: { readonly id: string; readonly version: number } }[]
  }[]
}

async function planOf(page: Page, name: string) {
  const found = await ask<Found>(page, 'GET', `/api/students?mine=false&text=${encodeURIComponent(name)}`)
  const plan = found.items[0]?.studyRights[0]?.plan
  if (plan === undefined) throw new Error(`No plan of ${name}`)
  return plan
}

const way = (page: Page) => page.getByRole('region', { name: 'Kansallinen palvelu' })

/** Tells the demo's service how to behave, on its page. */
async function tell(page: Page, mode: string): Promise<void> {
  await go(page, '/administration/demo-services')
  await page.getByLabel('Palvelu toimii', { exact: true }).selectOption({ label: mode })
  await page.getByRole('button', { name: 'Muuta toimintaa' }).click()
  await page.locator('#behaviour dd').first().getByText(mode).waitFor()
}

test('what is approved while the service is away arrives when it is back', longEnough, async () => {
  const [keeper, page] = await Promise.all([administrator(), teacher()])
  await tell(keeper, 'ei lainkaan: palvelu on poissa')
  const plan = await planOf(page, 'Venla Esimerkkinen')
  await ask(page, 'POST', `/api/plans/${plan.id}/approve`, undefined, `"v${plan.version}"`)
  await go(page, `/plans/${plan.id}`)
  await way(page).getByText('ei juuri nyt vastaa').first().waitFor({ timeout: 30_000 })
  await go(keeper, '/administration/deliveries?state=waiting')
  await keeper.getByRole('row', { name: /Venla Esimerkkinen/ }).waitFor()

  await tell(keeper, 'normaalisti')
  await way(page).getByText('Lähettämisen tiedot').click()
  await way(page).getByRole('button', { name: 'Yritä uudelleen' }).click()
  await way(page).getByText('on kansallisessa palvelussa, perillä').waitFor({ timeout: 30_000 })
  expect(await told(page)).toContain('Kansallinen palvelu: Perillä')
  await Promise.all([keeper.context().close(), page.context().close()])
})

test('what is approved and not yet taken up waits, and is looked at again', longEnough, async () => {
  const page = await teacher()
  const plan = await planOf(page, 'Venla Esimerkkinen')
  let looks = 0
  // As if the first look came before the job that takes the approval up.
  await page.route(/\/api\/plans\/[^/]+\/delivery$/, async route => {
    const response = await route.fetch()
    const { state, wantedVersion, ...early } = await response.json()
    looks += 1
    await route.fulfill({ response, json: looks === 1 ? early : { ...early, state, wantedVersion } })
  })
  await go(page, `/plans/${plan.id}`)
  await way(page).getByText(`Versio ${plan.version} odottaa lähetystä.`).waitFor()
  expect(await page.getByRole('main').textContent()).not.toContain('Ei lähetetä vielä')
  await way(page).getByText('on kansallisessa palvelussa, perillä').waitFor({ timeout: 30_000 })
  await page.context().close()
})

interface Shown {
  readonly version: number
  readonly plan: { vocationalUnits: { learningPeriods: { interruptions?: object[] }[] }[] }
}

test('a refusal names its place, and a mended and approved plan is taken', longEnough, async () => {
  const page = await teacher()
  const { id } = await planOf(page, 'Eino Luonnosmaa')
  await go(page, `/plans/${id}`)
  const refusal = way(page).getByText('Keskeytykset menevät päällekkäin')
  await refusal.waitFor()
  const mend = way(page).getByRole('link', { name: /^Korjaa: .*Keskeytykset/ })
  expect(await mend.getAttribute('href')).toMatch(
    /\/edit#\/vocationalUnits\/\d\/learningPeriods\/\d\/interruptions/,
  )
  const shown = await ask<Shown>(page, 'GET', `/api/plans/${id}`)
  for (const unit of shown.plan.vocationalUnits)
    for (const period of unit.learningPeriods) delete period.interruptions
  const edit = { plan: shown.plan, reason: 'Päällekkäinen keskeytys oli virhe.', approve: true }
  await ask(page, 'PUT', `/api/plans/${id}`, edit, `"v${shown.version}"`)
  await page.reload()
  await way(page).getByText('Versio 3 on kansallisessa palvelussa').waitFor({ timeout: 30_000 })
  expect(await refusal.count()).toBe(0)
  await page.context().close()
})

test('a removal is done by a person, and believed when the service has none', longEnough, async () => {
  const page = await administrator()
  const task = page.locator('#removals').getByRole('row', { name: /Saga Satunnainen/ })
  const done = task.getByRole('button', { name: 'Merkitse poistetuksi: Saga Satunnainen' })
  await go(page, '/administration/deliveries')
  const number = (await task.getByRole('cell').first().textContent()) ?? ''
  await done.click()
  await task.getByText('Oli siellä yhä').waitFor({ timeout: 30_000 })

  await go(page, '/administration/demo-services')
  await page.getByRole('button', { name: `Poista suunnitelma ${number}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Poista' }).click()
  await page.getByRole('row', { name: new RegExp(number) }).waitFor({ state: 'detached' })
  await go(page, '/administration/deliveries')
  await done.click()
  await page.getByText('Mitään ei ole poistettavana.').waitFor({ timeout: 30_000 })
  await page.getByRole('link', { name: 'Poistettu 1' }).click()
  await page.getByRole('row', { name: /Saga Satunnainen/ }).waitFor()
  await page.context().close()
})

test('asking for a removal wants a reason, and may be taken back', longEnough, async () => {
  const page = await teacher()
  const { id } = await planOf(page, 'Otso Oletus')
  await go(page, `/plans/${id}`)
  await way(page).getByText('Lähettämisen tiedot').click()
  await way(page).getByRole('button', { name: 'Pyydä poistoa' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Pyydä poistoa' }).click()
  await dialog.getByText('Kirjoita syy').waitFor()
  await dialog.getByLabel('Syy').fill('Tallennettu väärin.')
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Pyydä poistoa' }).click()
  await way(page).getByText('Poistettava kansallisesta palvelusta').waitFor()
  await way(page).getByRole('button', { name: 'Peru pyyntö' }).click()
  await way(page).getByText('on kansallisessa palvelussa').waitFor({ timeout: 30_000 })
  await page.context().close()
})

/** Each page at one width. */
const pages = [
  { name: 'all', width: 360, path: '/administration/deliveries?state=delivered' },
  { name: 'waiting', width: 1280, path: '/administration/deliveries?state=waiting' },
  { name: 'demo-services', width: 360, path: '/administration/demo-services' },
  { name: 'settings', width: 768, path: '/administration' },
]

describe.each(languages)('in %s', language => {
  test.each(pages)('the page $name holds for everybody', longEnough, async ({ name, width, path }) => {
    const page = await visit({ persona: 'pekka-paakayttaja', language, width })
    await go(page, path)
    await page.waitForLoadState('networkidle')
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: 0 })
    expect(await violations(page)).toEqual([])
    await picture(page, `deliveries-${name}-${language}`)
    await page.context().close()
  })
})

test('in Swedish at 360 px a teacher sees where a plan stands', longEnough, async () => {
  const page = await visit({ persona: 'olli-opettavainen', language: 'sv', width: 360 })
  const { id } = await planOf(page, 'Luka Keksintö')
  await go(page, `/plans/${id}`)
  const region = page.getByRole('region', { name: 'Nationella tjänsten' })
  await region.getByText(/Väntar|Framme/).waitFor()
  await region.getByText('Uppgifter om sändningen').press('Enter')
  await region.getByText('Vad som har hänt').waitFor()
  expect(await overflow(page)).toBe(0)
  expect(await violations(page)).toEqual([])
  await picture(page, 'deliveries-plan-sv')
  await page.context().close()
})

test('no page threw or was refused anything', () => expect(complaints).toEqual([]))
