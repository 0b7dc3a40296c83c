import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { installation } from './harness/installation.ts'
import { overflow, violations } from './harness/looks.ts'

const { complaints, visit } = await installation()

const student = { persona: 'studerande-havsvind', language: 'sv', width: 360 } as const
const asked = (page: Page) => page.locator('#approvals').getByRole('button', { name: /^Jag godkänner:/ })

async function openOwn(page: Page): Promise<void> {
  await page.goto(new URL('/path#approvals', page.url()).href)
  await page.getByRole('heading', { level: 2, name: 'Att godkänna' }).waitFor()
}

interface Period {
  readonly identifier?: string
  readonly end: string
  readonly workplace?: object
  partTimeShare?: number
}

/** The teacher's change, as the editor sends it: only how much of full time one workplace period is. */
async function changePeriod(page: Page, studentName: string, identifier: string): Promise<string> {
  const at = (path: string) => new URL(path, page.url()).href
  const found = await (await page.request.get(at(`/api/students?text=${studentName}`))).json()
  const planId: string = found.items[0].studyRights[0].plan.id
  const view = await (await page.request.get(at(`/api/plans/${planId}`))).json()
  const units: { learningPeriods?: Period[] }[] = view.plan.vocationalUnits
  const period = units.flatMap(unit => unit.learningPeriods ?? []).find(one => one.identifier === identifier)
  if (period === undefined) throw new Error(`There is no period ${identifier}`)
  period.partTimeShare = 60
  const { csrfToken } = await (await page.request.get(at('/api/session'))).json()
  const saved = await page.request.put(at(`/api/plans/${planId}`), {
    data: { plan: view.plan, reason: 'Mindre arbetstid' },
    headers: { 'x-csrf-token': csrfToken, 'if-match': `"v${view.version}"` },
  })
  expect(saved.status()).toBe(200)
  return planId
}

test('a student approves in Swedish on a phone, and is asked again only about what the teacher changed', async () => {
  const page = await visit(student)
  await openOwn(page)
  expect([await overflow(page), await violations(page)]).toEqual([0, []])
  const first = await asked(page).count()
  expect(first).toBeGreaterThan(1)
  for (let left = first; left > 0; left -= 1) {
    await asked(page).first().click()
    await expect.poll(() => asked(page).count()).toBe(left - 1)
  }
  // What was pressed has gone, and with it would have gone the place of whoever reads by keyboard.
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('approvals')

  const teacher = await visit({ persona: 'lars-lararson', language: 'sv' })
  await changePeriod(teacher, 'Saga', '5092-34')
  await expect
    .poll(
      async () => {
        await page.reload()
        await page.getByRole('heading', { level: 2, name: 'Att godkänna' }).waitFor()
        return asked(page).count()
      },
      { timeout: 20_000 },
    )
    .toBe(1)
  const again = page.locator('#approvals')
  await again.getByText('Du godkände det här tidigare. Nu har något ändrats.').waitFor()
  await again.getByText(/60\s%/).first().waitFor()
  expect([await overflow(page), await violations(page)]).toEqual([0, []])

  await page.getByRole('button', { name: /^Jag godkänner inte:/ }).click()
  await page.getByRole('button', { name: 'Skicka' }).click()
  await page.getByLabel('Orsak').fill('Jag vill arbeta heltid.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => asked(page).count()).toBe(0)
  await Promise.all([page.context().close(), teacher.context().close()])
})

test('the teacher sees the reason, writes down what the employer said, and asks again', async () => {
  const page = await visit({ persona: 'lars-lararson', language: 'sv', width: 360 })
  const found = await (await page.request.get(new URL('/api/students?text=Saga', page.url()).href)).json()
  await page.goto(new URL(`/plans/${found.items[0].studyRights[0].plan.id}#approvals`, page.url()).href)
  const block = page.locator('#approvals')
  await block.getByText('Orsak: Jag vill arbeta heltid.').waitFor()
  expect([await overflow(page), await violations(page)]).toEqual([0, []])
  await block
    .getByRole('button', { name: /^Anteckna svaret/ })
    .first()
    .click()
  await page.getByLabel('Hur svaret gavs').selectOption('Vid ett möte')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Spara' }).click()
  await block.getByText(/^Vid ett möte/).waitFor()
  await block.getByRole('button', { name: /^Fråga på nytt: Den studerande/ }).click()
  await block.getByRole('button', { name: /^Fråga på nytt/ }).waitFor({ state: 'detached' })
  await page.context().close()
})

test('an administrator demands an approval from a day on', async () => {
  const page = await visit({ persona: 'pekka-paakayttaja', width: 360 })
  await page.goto(new URL('/administration/approvals', page.url()).href)
  const rules = page.getByRole('group', { name: /^Sääntö \d+: / })
  await rules.first().waitFor()
  const before = await rules.count()
  await page.getByRole('button', { name: 'Lisää sääntö' }).click()
  const added = rules.nth(before)
  await added.getByLabel('Kuka hyväksyy').selectOption('Huoltaja')
  await added.getByLabel('Odotetaanko vastausta').selectOption('Vaaditaan, ennen kuin järjestäjä hyväksyy')
  await added.getByLabel('Mihin sääntö perustuu').fill('Rehtorin päätös')
  expect([await overflow(page), await violations(page)]).toEqual([0, []])
  const save = page.getByRole('button', { name: 'Tallenna säännöt' })
  await save.click()
  await page.getByText(/kaksi sääntöä, jotka ovat voimassa samaan aikaan/).waitFor()
  expect(await violations(page)).toEqual([])
  await added.getByLabel('Osa').selectOption('Oppimisen tuki')
  await save.click()
  await page.getByText('Säännöt on tallennettu.').first().waitFor()
  await page.reload()
  await expect.poll(() => rules.count()).toBe(before + 1)
  await rules.nth(before).getByText('Peruste: Rehtorin päätös').waitFor()
  await rules
    .first()
    .getByRole('button', { name: /^Muuta/ })
    .click()
  expect(await violations(page)).toEqual([])
  await page.context().close()
})

test('no page has complained', () => {
  expect(complaints).toEqual([])
})
