import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { languages } from '../src/platform/i18n/language.ts'
import { installation } from './harness/installation.ts'
import { overflow, picture, violations } from './harness/looks.ts'
import { told } from './harness/plans.ts'

const { address, complaints, visit } = await installation()

interface View {
  readonly id: string
  readonly version: number
  readonly plan: Body
}
interface Body {
  vocationalUnits: { learningPeriods?: Period[]; deviation?: string }[]
}
interface Period {
  start: string
  end: string
  partTimeShare?: number
  workplace?: object
}

/** Calls the service as the page's own person. */
async function call(page: Page, method: 'GET' | 'PUT', path: string, body?: object, version?: number) {
  const { csrfToken } = (await (await page.request.get(`${address}/api/session`)).json()) as {
    csrfToken: string
  }
  const answer = await page.request.fetch(`${address}${path}`, {
    method,
    headers: { 'x-csrf-token': csrfToken, ...(version === undefined ? {} : { 'if-match': `"v${version}"` }) },
    ...(body === undefined ? {} : { data: body }),
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  return answer.json()
}

async function planOf(page: Page, student: string): Promise<string> {
  await page.getByRole('link', { name: student }).click()
  await page.getByRole('heading', { level: 1, name: student }).waitFor()
  return page.url().split('/plans/')[1]?.split(/[?#/]/)[0] ?? ''
}

async function edit(
  page: Page,
  planId: string,
  reason: string,
  change: (body: Body) => void,
): Promise<number> {
  const view: View = await call(page, 'GET', `/api/plans/${planId}`)
  const plan = structuredClone(view.plan)
  change(plan)
  const saved = await call(page, 'PUT', `/api/plans/${planId}`, { plan, reason }, view.version)
  return saved.version
}

function workplacePeriod(body: Body): Period {
  const periods = body.vocationalUnits.flatMap(unit => unit.learningPeriods ?? [])
  const found = periods.find(period => period.workplace !== undefined)
  if (found === undefined) throw new Error('The demo plan has no workplace period')
  return found
}

const later = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)

const long = 'Opiskelija osoittaa osaamisensa koulun työsalissa neljän päivän aikana ohjaajan kanssa.'

/** A plan with three more versions: a period moved, a text came, its words changed and a share changed. */
async function history(
  page: Page,
  student: string,
): Promise<{ planId: string; first: number; last: number }> {
  const planId = await planOf(page, student)
  const moved = await edit(page, planId, 'Työpaikka pyysi siirtämään', body => {
    const period = workplacePeriod(body)
    period.start = later(period.start, 14)
    period.end = later(period.end, 14)
  })
  await edit(page, planId, 'Poikkeama kirjattiin', body => {
    for (const unit of body.vocationalUnits.slice(0, 1)) unit.deviation = long
  })
  const last = await edit(page, planId, 'Tarkennus', body => {
    for (const unit of body.vocationalUnits.slice(0, 1)) unit.deviation = long.replace('neljän', 'viiden')
    workplacePeriod(body).partTimeShare = 60
  })
  return { planId, first: moved - 1, last }
}

const teacher = await visit({ persona: 'olli-opettavainen' })
const made = await history(teacher, 'Leevi Kuvitelma')
afterAll(() => teacher.context().close())

const words = {
  fi: [/siirtyi 2 viikkoa myöhemmäksi/, /osa-aikaisuus oli/],
  sv: [/senarelades med 2 veckor/, /deltidsandelen ändrades från/],
  en: [/moved 2 weeks later/, /part-time share changed from/],
} as const

describe.each(languages)('in %s', language => {
  test('versions tell in words who changed what and why', async () => {
    const page = await visit({ persona: 'olli-opettavainen', language, width: 360 })
    await page.goto(`${address}/plans/${made.planId}/versions`)
    const list = page.getByRole('main')
    for (const said of words[language]) await list.getByText(said).first().waitFor()
    const text = (await list.textContent()) ?? ''
    expect(text).toContain('Työpaikka pyysi siirtämään')
    expect(text).toContain('Olli Opettavainen')
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await violations(page)).toEqual([])
    await picture(page, `versions-360-${language}`)
    await page.context().close()
  })

  test('two versions stand beside each other', async () => {
    const width = language === 'fi' ? 1280 : 360
    const page = await visit({ persona: 'olli-opettavainen', language, width })
    const { first, last, planId } = made
    await page.goto(`${address}/plans/${planId}/versions/compare?from=${first}&to=${last}`)
    await page.getByRole('table').first().waitFor()
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await violations(page)).toEqual([])
    await picture(page, `compare-${width}-${language}`)
    const few = await page.getByRole('row').count()
    await page.getByRole('checkbox').check()
    await expect.poll(() => page.getByRole('row').count()).toBeGreaterThan(few)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.context().close()
  })

  test('what restoring changes is told before it is done', async () => {
    const page = await visit({ persona: 'olli-opettavainen', language, width: 360 })
    await page.goto(`${address}/plans/${made.planId}/versions/${made.first}/restore`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByRole('main').getByRole('listitem').first().waitFor()
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await violations(page)).toEqual([])
    await picture(page, `restore-360-${language}`)
    await page.context().close()
  })
})

test('by keyboard alone: two versions are chosen, an earlier one comes back with a reason', async () => {
  const page = await visit({ persona: 'olli-opettavainen' })
  const { planId, first, last } = await history(page, 'Iida Harjoite')
  await page.goto(`${address}/plans/${planId}/versions/compare`)
  await page.getByRole('table').first().waitFor()
  const from = page.getByLabel('Ensimmäinen versio')
  await from.focus()
  for (let version = last - 1; version > first; version -= 1) await page.keyboard.press('ArrowDown')
  await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe(String(first))
  await page.getByText('3 eroa').waitFor()

  await page.goto(`${address}/plans/${planId}/versions`)
  await page.getByRole('link', { name: new RegExp(`^Palauta\\W+Versio ${first}$`) }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: `Palauta versio ${first}` }).waitFor()
  await page.getByText(/aikaistui 2 viikkoa/).waitFor()
  const reason = page.getByLabel('Palauttamisen syy')
  await reason.focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Enter')
  await page.getByText('Kerro lyhyesti, miksi palautat.').waitFor()
  await reason.focus()
  await page.keyboard.type('Työpaikka perui siirron')
  await page.keyboard.press('Enter')
  await page.waitForURL(url => url.pathname === `/plans/${planId}`)
  await expect.poll(() => told(page)).toContain(`Versio ${first} on palautettu`)
  await page.goto(`${address}/plans/${planId}/versions`)
  await page.getByText('Syy: Työpaikka perui siirron').waitFor()
  await page.context().close()
})

test('restoring over what somebody saved meanwhile tells so, and shows what would change now', async () => {
  const page = await visit({ persona: 'olli-opettavainen' })
  const { planId, first } = await history(page, 'Eetu Keksinen')
  await page.goto(`${address}/plans/${planId}/versions/${first}/restore`)
  await page.getByRole('button', { name: /Palauta versio/ }).waitFor()
  await edit(page, planId, 'Toinen ehti ensin', body => {
    workplacePeriod(body).partTimeShare = 70
  })
  await page.getByRole('button', { name: /Palauta versio/ }).click()
  await page.getByRole('button', { name: 'Katso, mitä nyt muuttuisi' }).click()
  await page.getByText('70 %').waitFor()
  await page.getByRole('button', { name: /Palauta versio/ }).click()
  await page.waitForURL(url => url.pathname === `/plans/${planId}`)
  await page.context().close()
})

test('two teachers at once: what only one changed stands, what both changed is put together, by keyboard', async () => {
  const page = await visit({ persona: 'olli-opettavainen' })
  const planId = await planOf(page, 'Helmi Olematon')
  const deviate = (text: string) => (body: Body) => {
    for (const unit of body.vocationalUnits.slice(0, 1)) unit.deviation = text
  }
  await edit(page, planId, 'Alku', deviate('Näyttö on koulussa.'))
  await page.goto(`${address}/plans/${planId}/edit#/vocationalUnits/0/deviation`)
  await page.getByLabel('Poikkeaminen vaatimuksista tai tavoitteista').first().fill('Näyttö on kaksi päivää.')
  await page.getByLabel('Muutoksen syy').fill('Oma muutos')
  await edit(page, planId, 'Toisen muutos', body => {
    deviate('Näyttö on työpaikalla.')(body)
    workplacePeriod(body).partTimeShare = 70
  })
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await page.getByRole('button', { name: 'Näytä muutokset ja yhdistä' }).click()
  await page.getByRole('heading', { level: 2, name: 'Suunnitelma on muuttunut sillä välin' }).waitFor()
  await page.getByText(/osa-aikaisuus/).waitFor()

  await page.getByRole('button', { name: 'Yhdistä ja jatka muokkausta' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Valitse, kumpi jää voimaan.').waitFor()
  expect(await page.locator(':focus').getAttribute('value')).toBe('theirs')
  for (const key of ['Space', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key)
  const text = page.getByLabel('Teksti, joka jää voimaan')
  expect(await text.inputValue()).toBe('Näyttö on työpaikalla.\nNäyttö on kaksi päivää.')
  await text.fill('Näyttö on työpaikalla kaksi päivää.')
  await page.getByRole('button', { name: 'Yhdistä ja jatka muokkausta' }).click()
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await page.waitForURL(url => url.pathname === `/plans/${planId}`)
  const { plan }: View = await call(page, 'GET', `/api/plans/${planId}`)
  expect(plan.vocationalUnits[0]?.deviation).toBe('Näyttö on työpaikalla kaksi päivää.')
  expect(workplacePeriod(plan).partTimeShare).toBe(70)
  await page.context().close()
})

test('who may not edit reads and compares, and is offered no restoring', async () => {
  const page = await visit({ persona: 'laura-laatunen' })
  await page.goto(`${address}/plans/${made.planId}/versions`)
  await page
    .getByText(/siirtyi 2 viikkoa/)
    .first()
    .waitFor()
  expect(await page.getByRole('link', { name: /^Palauta/ }).count()).toBe(0)
  await page.context().close()
})

test('the pages complained of nothing', () => expect(complaints).toEqual([]))
