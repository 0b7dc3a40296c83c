import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { installation } from './harness/installation.ts'
import { overflow, picture, violations } from './harness/looks.ts'

const { address, complaints, visit } = await installation()

const guardian = { persona: 'huoltaja-kuusenkerkka', language: 'sv', width: 360 } as const
const fine = async (page: Page, name: string) => {
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect([await overflow(page), await violations(page)]).toEqual([0, []])
  await picture(page, name)
}

async function moveClock(to: object): Promise<void> {
  const page = await visit({ persona: 'pekka-paakayttaja' })
  const at = (path: string) => new URL(path, page.url()).href
  const { csrfToken } = await (await page.request.get(at('/api/session'))).json()
  const answer = await page.request.put(at('/api/clock'), {
    data: to,
    headers: { 'x-csrf-token': csrfToken },
  })
  expect(answer.status()).toBe(200)
  await page.context().close()
}

const asked = (page: Page) => page.locator('#approvals').getByRole('button', { name: /^Jag godkänner:/ })

test('a guardian approves in Swedish on a phone, and loses access on the 18th birthday', async () => {
  const page = await visit(guardian)
  await page.getByRole('heading', { level: 1, name: 'Iida Harjoite' }).waitFor()
  expect(new URL(page.url()).pathname).toMatch(/^\/guardian\/[\w-]{36}$/)
  await asked(page).first().waitFor()
  await fine(page, 'guardian-approves-sv-360')
  const count = await asked(page).count()
  await asked(page).first().click()
  await expect.poll(() => asked(page).count()).toBe(count - 1)
  await moveClock({ date: '2027-09-21' })
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Iida Harjoite' }).waitFor()
  await moveClock({ date: '2027-09-22' })
  await page.reload()
  await page.getByText('Den studerande har fyllt 18 år.').waitFor()
  await fine(page, 'guardian-ended-sv-360')
  const refused = await page.request.get(
    `${address}/api/own-approvals?student=${page.url().split('/').at(-1)}`,
  )
  expect(refused.status()).toBe(403)
  await page.context().close()
  await moveClock({ days: 0 })
})

/** The link of a new invitation of a guardian, as a teacher makes it by the page. */
async function inviteGuardian(page: Page, student: string): Promise<string> {
  const found = await (await page.request.get(`${address}/api/students?text=${student}`)).json()
  await page.goto(`${address}/students/${found.items[0].id}`)
  await page
    .getByRole('button', { name: /^Kutsu: Huoltaja/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Tee kutsu' }).click()
  await page.getByText('Linkki näytetään vain tämän kerran').waitFor()
  const link = await page.getByRole('dialog').locator('code').innerText()
  await page.getByRole('button', { name: 'Sulje' }).click()
  return link
}

test('an invitation is accepted in the demo: by who matches at once, by a stranger when staff have confirmed', async () => {
  const teacher = await visit({ persona: 'olli-opettavainen', width: 360 })
  const link = await inviteGuardian(teacher, 'Joona')
  await teacher.locator('#invitations').scrollIntoViewIfNeeded()
  await fine(teacher, 'invitations-fi-360')

  const invited = await visit({ width: 360 })
  await invited.goto(link)
  await invited.getByRole('heading', { level: 1, name: /kutsuu sinut$/ }).waitFor()
  await fine(invited, 'invitation-fi-360')
  await invited.getByRole('link', { name: 'Huolta Malline' }).click()
  await invited.getByRole('heading', { level: 1, name: 'Joona Malline' }).waitFor()

  const other = await inviteGuardian(teacher, 'Toivo')
  const stranger = await visit({ width: 360 })
  await stranger.goto(other)
  await stranger.getByRole('link', { name: 'Tuulia Tuntematon' }).click()
  await stranger.getByText('Kiitos, olet kirjautunut.').waitFor()
  await fine(stranger, 'invitation-waiting-fi-360')

  await teacher.goto(`${address}/invitations`)
  await teacher.getByRole('button', { name: 'Vahvista: Tuulia Tuntematon' }).waitFor()
  await fine(teacher, 'invitations-waiting-fi-360')
  await teacher.getByRole('button', { name: 'Vahvista: Tuulia Tuntematon' }).click()
  await teacher.getByRole('button', { name: 'Kyllä, vahvista' }).click()
  await teacher.getByRole('button', { name: 'Vahvista: Tuulia Tuntematon' }).waitFor({ state: 'detached' })
  await stranger.goto(other)
  await stranger.goto(`${address}/auth/sign-in?persona=tuulia-tuntematon&returnTo=/home`)
  await stranger.getByRole('heading', { level: 1, name: 'Toivo Näytenen' }).waitFor()
  for (const page of [teacher, invited, stranger]) await page.context().close()
})

test('a student shares parts by a link, and sees that somebody signed out opened it', async () => {
  const page = await visit({ persona: 'opiskelija-kuusenkerkka', width: 360 })
  await page.goto(`${address}/path`)
  const shares = page.locator('#shares')
  await shares.getByRole('button', { name: 'Jaa osia' }).click()
  await shares.getByLabel('Kenelle annat linkin').fill('Kummitäti')
  await shares.getByLabel('Kuinka pitkällä olen').check()
  await shares.getByRole('spinbutton').first().click()
  const year = new Date().getFullYear()
  await page.keyboard.type(`3112${year}`)
  await fine(page, 'share-form-fi-360')
  await shares.getByRole('button', { name: 'Tee linkki' }).click()
  await shares.getByText('Linkki on valmis').waitFor()
  const link = await shares.locator('code').innerText()
  await shares.getByRole('button', { name: 'Valmis' }).click()
  await shares.getByText('Kukaan ei ole avannut.').waitFor()

  const aunt = await visit({ width: 360 })
  await aunt.goto(link)
  await fine(aunt, 'shared-closed-fi-360')
  await aunt.getByRole('button', { name: 'Avaa jaetut osat' }).click()
  await aunt.getByRole('heading', { level: 1, name: 'Osia opintopolusta: Aamu Kuviteltu' }).waitFor()
  await fine(aunt, 'shared-open-fi-360')

  await page.reload()
  const entry = shares.getByRole('listitem').filter({ hasText: 'Kummitäti' })
  await entry.getByText(/^Avattu kerran/).waitFor()
  await fine(page, 'shares-fi-360')
  await entry.getByRole('button', { name: 'Peru linkki: Kummitäti' }).click()
  await entry.getByText('Peruit linkin').waitFor()
  await aunt.goto(link)
  await aunt.getByRole('heading', { level: 1, name: 'Tämä linkki ei avaa mitään' }).waitFor()
  for (const one of [page, aunt]) await one.context().close()
})

test('nothing was complained of', () => expect(complaints).toEqual([]))
