import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { installation } from './harness/installation.ts'
import { overflow, picture, violations } from './harness/looks.ts'

const { address, complaints, visit } = await installation()

const long = { timeout: 120_000 }

async function go(page: Page, path: string): Promise<void> {
  await page.goto(`${address}${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
}

async function fine(page: Page, name: string): Promise<void> {
  expect(await overflow(page)).toBe(0)
  expect(await violations(page)).toEqual([])
  await picture(page, name)
}

/** Goes on by the keyboard until the focus stands on what is meant. */
async function tabTo(page: Page, label: string): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed += 1) {
    const here = await page.evaluate(wanted => {
      const at = document.activeElement
      // The dialog has the focus first, and the text of all that is in it.
      if (at?.matches('input, textarea, button, select, [role=spinbutton]') !== true) return false
      const named = at?.getAttribute('aria-label') ?? at?.textContent ?? ''
      const labelled = (at as HTMLInputElement | null)?.labels?.[0]?.textContent ?? ''
      const by = (at?.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map(id => document.getElementById(id)?.textContent ?? '')
        .join(' ')
      return [named, labelled, by].some(text => text.startsWith(wanted) || text.includes(wanted))
    }, label)
    if (here) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${label}`)
}

test(
  'a sign is explained by the student on a phone, gets a measure by keyboard, and is followed up',
  long,
  async () => {
    // The night has noticed that nothing goes forward; the student is told of it at once, in plain words.
    const phone = await visit({ persona: 'studerande-havsvind', language: 'sv', width: 360 })
    await go(phone, '/path')
    const own = phone.locator('#signs')
    await own.getByRole('heading', { name: /Dina studier har inte gått framåt på \d+ veckor/ }).waitFor()
    await own.getByText(/Det här visas när/).waitFor()
    await fine(phone, 'own-sign-360')
    await own.getByRole('button', { name: 'Berätta vad det handlar om' }).click()
    await own.getByLabel('Vad handlar det om?').fill('Jag väntar på svar från en båtverkstad.')
    await fine(phone, 'own-sign-writing-360')
    await own.getByRole('button', { name: 'Spara' }).click()
    await own.getByText('Jag väntar på svar från en båtverkstad.').waitFor()
    await own.getByRole('button', { name: 'Ändra texten' }).waitFor()

    // The teacher reads it, and agrees on one thing, without a mouse.
    const teacher = await visit({ persona: 'lars-lararson', language: 'sv' })
    await go(teacher, '/signs')
    const card = teacher.getByRole('article').filter({ hasText: 'båtverkstad' })
    await card.waitFor()
    await fine(teacher, 'signs-1280')
    await card
      .getByRole('heading', { level: 3 })
      .evaluate(node => (node.closest('article') as HTMLElement).focus())
    await tabTo(teacher, 'Avgör: ')
    await teacher.keyboard.press('Enter')
    await teacher.getByRole('dialog').waitFor()
    await tabTo(teacher, 'Vad ni kommer överens om')
    await teacher.keyboard.type('Vi ringer verkstaden tillsammans.')
    await tabTo(teacher, 'Vem gör det')
    await teacher.keyboard.type('Lars')
    await teacher.getByRole('option', { name: /Lars Lärarson/ }).waitFor()
    await teacher.keyboard.press('ArrowDown')
    await teacher.keyboard.press('Enter')
    await teacher.keyboard.press('Tab')
    const today = await teacher.evaluate(
      async () => (await (await fetch('/api/session')).json()).today as string,
    )
    const [year = '', month = '', day = ''] = today.split('-')
    await tabTo(teacher, 'Senast vilken dag')
    await teacher.keyboard.type(`${day}${month}${year}`)
    await fine(teacher, 'sign-deciding-1280')
    await tabTo(teacher, 'Spara avgörandet')
    await teacher.keyboard.press('Enter')
    await teacher.getByRole('dialog').waitFor({ state: 'detached' })
    await card.waitFor({ state: 'detached' })

    // Its day has come: it waits on the teacher's own list until somebody tells what came of it.
    await go(teacher, '/my-list')
    await teacher.getByText('Saga Påhittsdotter').first().waitFor()
    await picture(teacher, 'my-list-measure')
    await go(teacher, '/signs?state=decided')
    const decided = teacher.getByRole('article').filter({ hasText: 'båtverkstad' })
    await decided.getByRole('button', { name: /Anteckna hur det gick/ }).press('Enter')
    const dialog = teacher.getByRole('dialog')
    await dialog.getByLabel('Vad ledde det till').fill('Verkstaden tar emot i januari.')
    await dialog.getByRole('button', { name: 'Spara' }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await decided.getByText('Verkstaden tar emot i januari.').waitFor()
    await fine(teacher, 'sign-followed-1280')

    // The student reads what was decided and what came of it.
    await go(phone, '/path')
    await phone.locator('#signs').getByText('Verkstaden tar emot i januari.').waitFor()
    expect(await phone.locator('#signs').getByRole('button', { name: 'Ändra texten' }).count()).toBe(0)
    await fine(phone, 'own-sign-decided-360')
    await teacher.context().close()
    await phone.context().close()
  },
)

test(
  'guidance sees signs on the page of the student; the limits are set on a page of their own',
  long,
  async () => {
    const guidance = await visit({ persona: 'elina-ohjakka', width: 360 })
    await go(guidance, '/signs')
    await fine(guidance, 'signs-360')
    await guidance.getByRole('article').first().getByRole('link').first().click()
    await guidance.locator('#signs').waitFor()
    await guidance.locator('#measures').waitFor()
    await fine(guidance, 'student-signs-360')
    await guidance.context().close()

    const administrator = await visit({ persona: 'pekka-paakayttaja' })
    await go(administrator, '/administration/signs')
    await administrator.getByLabel('Viikkoja ilman etenemistä').fill('100')
    await administrator.getByText('Kirjoita luku 1–52.').waitFor()
    await administrator.getByLabel('Viikkoja ilman etenemistä').fill('10')
    await administrator.getByRole('button', { name: 'Lisää loma' }).click()
    await fine(administrator, 'limits-1280')
    await administrator.getByRole('button', { name: 'Poista 1. loma' }).click()
    await administrator.getByRole('button', { name: 'Tallenna rajat' }).click()
    await administrator.getByText('Rajat on tallennettu.').first().waitFor()
    await go(administrator, '/administration/signs')
    expect(await administrator.getByLabel('Viikkoja ilman etenemistä').inputValue()).toBe('10')
    await administrator.context().close()
  },
)

test('no page threw or was refused anything', () => expect(complaints).toEqual([]))
