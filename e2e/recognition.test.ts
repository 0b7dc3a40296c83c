import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { installation } from './harness/installation.ts'
import { overflow, picture, violations } from './harness/looks.ts'

const { address, complaints, visit } = await installation()

async function judge(page: Page, name: string): Promise<void> {
  expect({ name, overflow: await overflow(page) }).toEqual({ name, overflow: 0 })
  expect(await violations(page)).toEqual([])
  await picture(page, name)
}

/** Presses Tab until the focus is on what is sought. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab')
    const label = await page.evaluate(() => {
      const at = document.activeElement
      const labels =
        at instanceof HTMLSelectElement || at instanceof HTMLTextAreaElement ? at.labels : undefined
      return at?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? at?.textContent ?? ''
    })
    if (name.test(label)) return
  }
  throw new Error(`Tab never came to ${name}`)
}

async function studentAt(page: Page, name: string, rest = ''): Promise<string> {
  const answer = await page.request.get(`${address}/api/students?text=${encodeURIComponent(name)}`)
  const { items } = (await answer.json()) as { items: readonly { id: string }[] }
  return `${address}/students/${items[0]?.id}${rest}`
}

test('on a phone in Swedish a student tells of work with a file and asks; a file of another kind is refused in words', {
  timeout: 120_000,
}, async () => {
  const page = await visit({ language: 'sv', persona: 'studerande-havsvind', width: 360 })
  await page.goto(`${address}/path`)
  const section = page.locator('#evidence')
  await section.getByRole('button', { name: 'Berätta om kunnande' }).click()
  await section.getByLabel(/^Vad du gjorde/).fill('Sommarjobb på bilverkstad')
  await section.getByLabel('Vad du kan efter det').fill('Jag bytte bromsar och däck.')
  const chooser = section.locator('input[type=file]')
  await chooser.setInputFiles({ name: 'intyg.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\0') })
  await judge(page, 'evidence-form-sv-360')
  await section.getByRole('button', { name: 'Spara' }).click()
  await section.getByText('Filen intyg.pdf sparades inte.').waitFor()
  await section.getByText('Filens innehåll är inte det som namnet säger.').waitFor()
  await section.getByRole('button', { name: 'Ta bort filen intyg.pdf' }).click()
  await chooser.setInputFiles({
    ...{ name: 'intyg.pdf', mimeType: 'application/pdf' },
    buffer: Buffer.from('%PDF-1.4\nArbetsintyg\n%%EOF'),
  })
  await section.getByRole('button', { name: 'Spara' }).click()
  const told = section.getByRole('listitem').filter({ hasText: 'Sommarjobb på bilverkstad' })
  await told.getByRole('button', { name: 'Öppna filen intyg.pdf' }).waitFor()
  // The first saving stored the words: they are there once.
  expect(await section.getByRole('heading', { name: 'Sommarjobb på bilverkstad' }).count()).toBe(1)

  const requests = page.locator('#recognitions')
  await requests.getByRole('button', { name: 'Be om erkännande' }).click()
  const box = requests.getByRole('combobox', { name: /^Examensdel eller delområde/ })
  await box.fill('Bromsrep')
  await page.getByRole('option', { name: 'Bromsreparationer' }).first().click()
  await requests.getByRole('checkbox', { name: 'Sommarjobb på bilverkstad' }).check()
  await judge(page, 'recognition-ask-sv-360')
  await requests.getByRole('button', { name: 'Skicka begäran' }).click()
  const asked = requests.getByRole('listitem').filter({ hasText: 'Bromsreparationer' })
  await asked.getByText('Väntar på beslut').waitFor()
  await asked.getByText('Grundar sig på: Sommarjobb på bilverkstad').waitFor()
  await judge(page, 'recognition-asked-sv-360')
  await page.context().close()
})

test('by keyboard a teacher reads what a decision does and recognises; the plan shows it at once', {
  timeout: 120_000,
}, async () => {
  const page = await visit({ persona: 'olli-opettavainen' })
  await page.goto(await studentAt(page, 'Aamu Kuviteltu'))
  await page.getByRole('heading', { level: 1, name: 'Aamu Kuviteltu' }).waitFor()
  await tabTo(page, /^Aiemmin hankittu osaaminen$/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Pyynnöt ja päätökset' }).waitFor()
  await tabTo(page, /^Päätä: Sähkö- ja hybridiajoneuvon huoltotyö/)
  await page.keyboard.press('Enter')
  await page
    .getByText('Sähkö- ja hybridiajoneuvon huoltotyö: lisätään aiemmin hankittuun osaamiseen.')
    .waitFor()
  await page
    .getByText(/^Jakso .* poistuu/)
    .first()
    .waitFor()
  await judge(page, 'recognition-decide-fi')
  await tabTo(page, /^Perustelu/)
  await page.keyboard.type('Työtodistus on nähty.')
  await tabTo(page, /^Tallenna päätös$/)
  await page.keyboard.press('Enter')
  const decided = page.locator('#requests').getByRole('listitem').filter({ hasText: 'Työtodistus on nähty.' })
  await decided.getByText('Tunnustettu', { exact: true }).waitFor()
  await judge(page, 'recognition-decided-fi')

  const plan = page.request.get(
    (await studentAt(page, 'Aamu Kuviteltu')).replace('/students/', '/api/students/'),
  )
  const { studyRights } = (await (await plan).json()) as { studyRights: readonly { plan?: { id: string } }[] }
  await page.goto(`${address}/plans/${studyRights[0]?.plan?.id}`)
  const prior = page.getByRole('region', { name: /Aiemmin hankittu/ }).or(page.locator('#prior'))
  await prior.getByText('Sähkö- ja hybridiajoneuvon huoltotyö').first().waitFor()
  await page.context().close()
})

test.each(['fi', 'sv', 'en'] as const)(
  'the page of prior learning in %s, on a phone and on a desk',
  {
    timeout: 120_000,
  },
  async language => {
    const page = await visit({ language, persona: 'olli-opettavainen' })
    await page.goto(await studentAt(page, 'Siiri Satuhahmo', '/prior-learning'))
    await page.locator('#suggestions').getByRole('listitem').first().waitFor()
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      await judge(page, `prior-learning-${language}-${width}`)
    }
    await page.context().close()
  },
)

test('the pages complained of nothing', () => {
  expect(complaints).toEqual([])
})
