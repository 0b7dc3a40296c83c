import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { languages } from '../src/platform/i18n/language.ts'
import { installation } from './harness/installation.ts'
import { overflow, picture, violations } from './harness/looks.ts'

const { address, complaints, visit } = await installation()

async function judge(page: Page, name: string): Promise<void> {
  expect({ name, overflow: await overflow(page) }).toEqual({ name, overflow: 0 })
  expect(await violations(page)).toEqual([])
  await picture(page, name)
}

async function openPath(page: Page, path = '/path'): Promise<void> {
  await page.goto(`${address}${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
}

async function pathOfStudent(page: Page, name: string): Promise<string> {
  const answer = await page.request.get(`${address}/api/students?text=${name}`)
  const { items } = (await answer.json()) as { items: readonly { id: string }[] }
  return `/students/${items[0]?.id}/path`
}

test.each(languages)('the path in %s, on a phone and on a desk', { timeout: 120_000 }, async language => {
  const page = await visit({ language, persona: 'opiskelija-kuusenkerkka' })
  await openPath(page)
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await judge(page, `path-${language}-${width}`)
  }
  await page.context().close()
})

test('in Swedish on a phone: other days are proposed, accepted with a reason, and the path has moved', {
  timeout: 120_000,
}, async () => {
  const student = await visit({ language: 'sv', persona: 'studerande-havsvind', width: 360 })
  await openPath(student)
  const proposals = student.locator('#proposals')
  await proposals.getByRole('button', { name: 'Föreslå en ändring' }).click()
  await judge(student, 'path-propose-sv-360')
  const about = proposals.getByLabel('Vad gäller det?')
  const before = await about.locator('option').first().innerText()
  await proposals.getByRole('group', { name: 'Ny sista dag' }).getByRole('spinbutton').first().fill('')
  await student.keyboard.press('ArrowUp')
  await proposals.getByLabel(/^Varför/).fill('Jag har ett annat prov den veckan.')
  // A link followed in the middle of writing loses nothing.
  await student
    .locator('#more')
    .getByRole('link', { name: /^Hela planen/ })
    .click()
  await student.waitForURL('**/plans/**')
  await student.goBack()
  await expect
    .poll(() => proposals.getByLabel(/^Varför/).inputValue())
    .toBe('Jag har ett annat prov den veckan.')
  await proposals.getByText(/^Du får svar senast \d/).waitFor()
  await proposals.getByRole('button', { name: 'Skicka förslaget' }).click()
  const made = proposals.getByRole('listitem').filter({ hasText: 'annat prov' })
  await made.getByText('Väntar på svar').waitFor()
  const wish = (await made.getByText(/^Önskan/).innerText()).replace('Önskan: ', '')
  await judge(student, 'path-proposed-sv-360')

  const teacher = await visit({ language: 'sv', persona: 'lars-lararson', width: 360 })
  await openPath(teacher, await pathOfStudent(teacher, 'Saga'))
  const card = teacher.locator('#proposals').getByRole('listitem').filter({ hasText: 'annat prov' })
  await card.getByRole('button', { name: /^Svara/ }).click()
  await card.getByText('Planen ändras genast').waitFor()
  expect(await card.innerText()).toContain(`Efter ändringen: ${wish}`)
  await card.getByRole('button', { name: 'Skicka svaret' }).click()
  await card.getByText('Ge en motivering.').waitFor()
  await card.getByLabel('Motivering som den studerande ser').fill('Det passar oss.')
  await judge(teacher, 'path-answer-sv-360')
  await card.getByRole('button', { name: 'Skicka svaret' }).click()
  await card.getByText('Godkänt').waitFor()

  await openPath(student)
  await made.getByText('Det passar oss.').waitFor()
  await made.getByText(/^Svar: Lars Lärarson, \d/).waitFor()
  await proposals.getByRole('button', { name: 'Föreslå en ändring' }).click()
  const options = await about.locator('option').allInnerTexts()
  expect(options).not.toContain(before)
  expect(options.some(option => option.endsWith(wish))).toBe(true)
  await judge(student, 'path-moved-sv-360')
  expect(complaints).toEqual([])
  await student.context().close()
  await teacher.context().close()
})

/** Goes on by the keyboard until the focus is on something that is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    const focused = await page.evaluate(() => {
      const at = document.activeElement
      if (at?.matches('input, textarea, button, select, a, [role=spinbutton]') !== true) return ''
      const label = document.querySelector(`label[for="${at.id}"]`)?.textContent
      const by = (at.getAttribute('aria-labelledby') ?? '').split(' ')
      const named = by.map(id => document.getElementById(id)?.textContent ?? '').join(' ')
      return [at.getAttribute('aria-label'), label, named.trim(), at.textContent].filter(Boolean).join('|')
    })
    if (focused.split('|').some(one => name.test(one))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No way by the keyboard to ${name}`)
}

test('in Finnish by keyboard alone: other days are proposed and accepted, support asked, a goal set', {
  timeout: 120_000,
}, async () => {
  const student = await visit({ language: 'fi', persona: 'opiskelija-kuusenkerkka' })
  await openPath(student)
  await tabTo(student, /^Ehdota muutosta$/)
  await student.keyboard.press('Enter')
  await tabTo(student, /Uusi loppupäivä/)
  await student.keyboard.press('ArrowUp')
  await tabTo(student, /^Miksi\?/)
  await student.keyboard.type('Minulla on silloin leiri.')
  await tabTo(student, /^Lähetä ehdotus$/)
  await student.keyboard.press('Enter')
  const made = student.locator('#proposals').getByRole('listitem').filter({ hasText: 'leiri' })
  await made.getByText('Odottaa vastausta').waitFor()
  const wish = (await made.getByText(/^Toive/).innerText()).replace('Toive: ', '')

  const teacher = await visit({ language: 'fi', persona: 'olli-opettavainen' })
  await openPath(teacher, await pathOfStudent(teacher, 'Aamu'))
  await judge(teacher, 'path-staff-fi-1280')
  await tabTo(teacher, /^Vastaa ehdotukseen/)
  await teacher.keyboard.press('Enter')
  await tabTo(teacher, /^Perustelu/)
  await teacher.keyboard.type('Leiri käy meille.')
  await tabTo(teacher, /^Lähetä vastaus$/)
  await teacher.keyboard.press('Enter')
  await teacher.locator('#proposals').getByText('Leiri käy meille.').waitFor()

  await openPath(student)
  await made.getByText('Leiri käy meille.').waitFor()
  const now = student.locator('section[aria-labelledby=now]')
  expect(await now.innerText()).toContain(`${wish.split(' – ')[1]} asti`)
  await tabTo(student, /^Lisää tavoite$/)
  await student.keyboard.press('Enter')
  await tabTo(student, /^Mitä haluat saavuttaa/)
  await student.keyboard.type('Oma kesätyö')
  await tabTo(student, /^Tallenna$/)
  await student.keyboard.press('Enter')
  await student.getByRole('heading', { name: 'Oma kesätyö' }).waitFor()
  await tabTo(student, /^Pyydä tukea$/)
  await student.keyboard.press('Enter')
  await judge(student, 'path-help-fi-1280')
  await tabTo(student, /^Missä tarvitset/)
  await student.keyboard.press('End')
  await student.getByText('Näissä asioissa auttavat muut').waitFor()
  await tabTo(student, /^Kirjoita kommentti$/)
  await student.keyboard.press('Enter')
  await student.getByText('Valitse ensin, kuka saa lukea.').waitFor()
  await tabTo(student, /^Opettaja: Olli/)
  await student.keyboard.press('Space')
  await student.getByText('Nämä ihmiset lukevat kommentin:').waitFor()
  await judge(student, 'path-comment-fi-1280')
  expect(complaints).toEqual([])
  await student.context().close()
  await teacher.context().close()
})
