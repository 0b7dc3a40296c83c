import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { installation } from './harness/installation.ts'
import { overflow, violations } from './harness/looks.ts'
import { told } from './harness/plans.ts'

const { address, complaints, visit } = await installation()

const slow = 90_000

interface Found {
  readonly items: readonly { readonly studyRights: readonly { readonly plan?: { readonly id: string } }[] }[]
}

/** The address of a student's plan, as the list tells it. */
async function planOf(page: Page, student: string): Promise<string> {
  const answer = await page.request.get(`${address}/api/students?text=${encodeURIComponent(student)}`)
  const { items } = (await answer.json()) as Found
  return `${address}/plans/${items[0]?.studyRights[0]?.plan?.id}`
}

/** Opens the page of writing at a place. */
async function write(page: Page, student: string, place = ''): Promise<void> {
  await page.goto(`${await planOf(page, student)}/edit${place === '' ? '' : `#${place}`}`)
  await page.locator('form').getByRole('heading').waitFor()
}

const phone = (page: Page) => page.getByLabel('Puhelin')
const reason = (page: Page) => page.getByLabel('Muutoksen syy')
const save = (page: Page) => page.getByRole('button', { name: 'Tallenna', exact: true }).click()
const draftKept = (page: Page) => page.getByText('Luonnos on tallessa tällä laitteella.').waitFor()
/** The plan's own page, after a save. */
const onPlan = (page: Page) => page.waitForURL(/\/plans\/[0-9a-f-]{36}$/)

test(
  'a plan is made from the qualification, and nothing known is typed',
  async () => {
    const page = await visit({ persona: 'olli-opettavainen' })
    await page.goto(`${address}/students?text=Alma`)
    await page
      .getByRole('row', { name: /Alma Kokeilu/ })
      .getByRole('link', { name: 'Laadi suunnitelma' })
      .click()
    await page.getByRole('heading', { level: 1, name: 'Alma Kokeilu' }).waitFor()
    await page.getByText('Pakolliset tutkinnon osat ja osa-alueet on lisätty').waitFor()
    expect(await page.getByLabel('Sähköposti').inputValue()).toBe('alma.kokeilu@opiskelija.test')
    await page.getByRole('link', { name: /Yhteiset tutkinnon osat/ }).click()
    await page.getByText('Viestintä- ja vuorovaikutusosaaminen').first().waitFor()
    const points = page.getByRole('listitem').filter({ hasText: 'kohta Tutkinnon muodostuminen' })
    await points.getByText('Ammatilliset tutkinnon osat', { exact: true }).waitFor()
    await points.getByRole('link').click()
    await page.getByRole('button', { name: 'Lisää tutkinnon osia' }).waitFor()
    expect(new URL(page.url()).searchParams.get('studyRight')).not.toBeNull()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Luo suunnitelma' }).click()
    await onPlan(page)
    expect(await told(page)).toContain('Suunnitelman versio on nyt 1')
    await page.context().close()
  },
  slow,
)

test(
  'a finding leads to its field, is mended there, and the plan is approved in the same save',
  async () => {
    const page = await visit({ persona: 'olli-opettavainen' })
    await write(page, 'Eetu Keksinen')
    await page.getByRole('link', { name: /Työpaikkajaksolta puuttuu osa-aikaisuus/ }).click()
    const share = page.getByLabel('Osa-aikaisuus')
    await share.waitFor()
    await expect.poll(() => share.evaluate(field => field === document.activeElement)).toBe(true)
    await page.keyboard.type('80')
    await expect
      .poll(() => page.getByRole('link', { name: /Työpaikkajaksolta puuttuu osa-aikaisuus/ }).count())
      .toBe(0)
    await save(page)
    await page.getByText('Kerro lyhyesti, miksi muutat.').waitFor()
    await reason(page).fill('Työaika sovittiin työpaikan kanssa')
    await page.getByLabel('Hyväksytty yhdessä opiskelijan kanssa').check()
    await save(page)
    await onPlan(page)
    expect(await told(page)).toContain('Tallennettu ja hyväksytty')
    await page
      .getByText(/Tallennettu ja hyväksytty/)
      .first()
      .waitFor()
    await page.context().close()
  },
  slow,
)

describe('what is written is not lost', () => {
  test(
    'when the page is closed: the draft comes back, unreadable to others, and may be discarded',
    async () => {
      const page = await visit({ persona: 'olli-opettavainen' })
      await write(page, 'Aamu Kuviteltu')
      const before = await phone(page).inputValue()
      await phone(page).fill('040 555 0101')
      await draftKept(page)
      const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }))
      expect(stored).toContain('draft:')
      expect(stored).not.toMatch(/0101|Kuviteltu/)
      await page.reload()
      await page.getByText('Luonnos on palautettu').waitFor()
      expect(await phone(page).inputValue()).toBe('040 555 0101')
      await page.goBack()
      await page.goForward()
      await page.getByText('Luonnos on palautettu').waitFor()
      await page.getByRole('button', { name: 'Hylkää luonnos' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Hylkää luonnos' }).click()
      expect(await phone(page).inputValue()).toBe(before)
      await page.getByText('Ei tallentamattomia muutoksia.').waitFor()
      await expect
        .poll(() => page.evaluate(() => JSON.stringify({ ...localStorage })))
        .not.toContain('draft:')
      await page.context().close()
    },
    slow,
  )

  test(
    'when the connection is gone while saving, and when the session has ended',
    async () => {
      const page = await visit({ persona: 'olli-opettavainen' })
      await write(page, 'Iida Harjoite')
      await phone(page).fill('040 555 0202')
      await reason(page).fill('Numero vaihtui')
      await page.context().setOffline(true)
      await page.getByText('Ei yhteyttä palveluun.').waitFor()
      await save(page)
      await page.getByText('Mitään kirjoittamaasi ei ole kadonnut.').waitFor()
      expect(await violations(page)).toEqual([])
      await page.context().setOffline(false)
      await page.getByText('Yhteys palasi. Tallenna.').waitFor()
      await page.context().clearCookies()
      await page.getByRole('button', { name: 'Tallenna', exact: true }).first().click()
      await page.getByText('Istuntosi on päättynyt.').waitFor()
      expect(await phone(page).inputValue()).toBe('040 555 0202')
      const second = await page.context().newPage()
      await second.goto(`${address}/auth/sign-in?persona=olli-opettavainen&returnTo=/home`)
      await second.getByRole('heading', { level: 1 }).waitFor()
      // A tab behind another is drawn when the browser finds the time.
      await page.bringToFront()
      await page.getByRole('button', { name: 'Yritä uudelleen' }).click()
      await onPlan(page)
      await page.getByText('040 555 0202').first().waitFor()
      expect(await page.getByText('Ei yhteyttä palveluun.').count()).toBe(0)
      await page.context().close()
    },
    slow,
  )

  test(
    'when two tabs write the same plan: one writes, and the other can take over',
    async () => {
      const first = await visit({ persona: 'olli-opettavainen' })
      await write(first, 'Leevi Kuvitelma')
      await phone(first).fill('040 555 0303')
      const second = await first.context().newPage()
      await second.goto(first.url())
      await second.getByText('Suunnitelma on auki toisessa välilehdessä').waitFor()
      await second.getByRole('button', { name: 'Kirjoita tässä' }).click()
      await second.getByText('Luonnos on palautettu').waitFor()
      expect(await phone(second).inputValue()).toBe('040 555 0303')
      await first.getByText('Kirjoittaminen on siirretty toiseen välilehteen.').waitFor()
      await first.context().close()
    },
    slow,
  )

  test(
    'when a colleague saves first: both changes stand after the merge',
    async () => {
      const [mine, other] = [
        await visit({ persona: 'olli-opettavainen' }),
        await visit({ persona: 'elina-ohjakka' }),
      ]
      await write(mine, 'Leevi Kuvitelma', '/phone')
      await phone(mine).fill('040 555 0404')
      await reason(mine).fill('Numero vaihtui')
      await write(other, 'Leevi Kuvitelma')
      await other.getByLabel('Urasuunnitelma').selectOption({ label: 'Jatko-opinnot' })
      await reason(other).fill('Ohjauskeskustelu')
      await save(other)
      await onPlan(other)
      await save(mine)
      await mine.getByText(/Tallentaja: Elina Ohjakka/).waitFor()
      await mine.getByRole('button', { name: 'Näytä muutokset ja yhdistä' }).click()
      await mine.getByRole('button', { name: 'Yhdistä ja jatka muokkausta' }).click()
      const focused = () => mine.evaluate(() => document.activeElement?.textContent)
      await expect.poll(focused).toContain('Muutokset on yhdistetty.')
      await save(mine)
      await onPlan(mine)
      const basics = mine.locator('#basics')
      await basics.getByText('040 555 0404').waitFor()
      await basics.getByText('Jatko-opinnot').waitFor()
      await mine.context().close()
      await other.context().close()
    },
    slow,
  )
})

test(
  'a fix of a finding is carried out by its button',
  async () => {
    const page = await visit({ persona: 'olli-opettavainen' })
    await write(page, 'Aamu Kuviteltu', '/email')
    const email = page.getByLabel('Sähköposti')
    await expect.poll(() => email.evaluate(field => field === document.activeElement)).toBe(true)
    await email.fill(' oma@esimerkki.test ')
    await page.getByText('Sähköpostiosoite ei näytä oikealta').first().waitFor()
    await page
      .getByRole('button', { name: /oma@esimerkki\.test/ })
      .first()
      .click()
    expect(await email.inputValue()).toBe('oma@esimerkki.test')
    await expect.poll(() => page.getByText('Sähköpostiosoite ei näytä oikealta').count()).toBe(0)
    await page.context().close()
  },
  slow,
)

test(
  'in Swedish at 360 pixels by keyboard alone',
  async () => {
    const page = await visit({ persona: 'olli-opettavainen', language: 'sv', width: 360 })
    await write(page, 'Iida Harjoite')
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await violations(page)).toEqual([])
    await page.getByLabel('Telefon').focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('040 555 0505')
    await page.getByLabel('Orsak till ändringen').focus()
    await page.keyboard.type('Nytt nummer')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Spara')
    await page.keyboard.press('Enter')
    await onPlan(page)
    expect(await told(page)).toContain('Sparat')
    await page.context().close()
  },
  slow,
)

test('a date is typed in parts, and those who may only read do not get here', async () => {
  const page = await visit({ persona: 'elina-ohjakka' })
  await write(page, 'Aamu Kuviteltu')
  await page.getByRole('group', { name: 'Osaaminen saavutettu' }).getByRole('spinbutton').first().click()
  await page.keyboard.type('20112026')
  await reason(page).fill('Kaikki osat suoritettu')
  await page.keyboard.press('ControlOrMeta+s')
  await onPlan(page)
  await page.locator('#basics').getByText('20.11.2026').waitFor()
  const reader = await visit({ persona: 'laura-laatunen' })
  const plan = await planOf(reader, 'Aamu Kuviteltu')
  await reader.goto(plan)
  await reader.locator('#basics').waitFor()
  expect(await reader.getByRole('link', { name: /Muokkaa/ }).count()).toBe(0)
  await reader.goto(`${plan}/edit`)
  await reader.getByText('Tämä ei ole sinulle auki').waitFor()
  await page.context().close()
  await reader.context().close()
}, 90_000)

test(
  'a turvakielto hides what is being written, and what was typed is there again behind it',
  async () => {
    const page = await visit({ persona: 'olli-opettavainen' })
    await write(page, 'Eetu Keksinen')
    await phone(page).fill('040 555 0606')
    await draftKept(page)
    const colleague = await visit({ persona: 'elina-ohjakka' })
    await colleague.goto(await planOf(colleague, 'Eetu Keksinen'))
    await colleague.locator('main a[href^="/students/"]').first().click()
    await colleague.getByRole('button', { name: 'Merkitse turvakielto' }).click()
    await colleague.getByLabel('Peruste').fill('Opiskelija toi todistuksen')
    await colleague.getByRole('dialog').getByRole('button', { name: 'Merkitse turvakielto' }).click()
    await page.getByText('Katso tiedot ensin, niin voit kirjoittaa.').waitFor()
    expect(await phone(page).count()).toBe(0)
    await page.getByRole('button', { name: 'Näytä tiedot' }).click()
    await page.getByLabel('Syy').fill('Suunnitelma on kesken')
    await page.getByRole('dialog').getByRole('button', { name: 'Näytä tiedot' }).click()
    await page.getByText('Luonnos on palautettu').waitFor()
    expect(await phone(page).inputValue()).toBe('040 555 0606')
    await colleague.context().close()
    await page.context().close()
  },
  slow,
)

test('no page threw or was refused anything', () => expect(complaints).toEqual([]))
