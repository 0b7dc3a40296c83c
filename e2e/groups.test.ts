import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { languages } from '../src/platform/i18n/language.ts'
import { installation } from './harness/installation.ts'
import { overflow, picture, violations } from './harness/looks.ts'

const { address, complaints, visit } = await installation()

const long = { timeout: 120_000 }

async function go(page: Page, path: string): Promise<void> {
  await page.goto(`${address}${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
}

async function looks(page: Page, name: string): Promise<void> {
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    expect({ name, width, overflow: await overflow(page) }).toEqual({ name, width, overflow: 0 })
    expect(await violations(page)).toEqual([])
    await picture(page, `${name}-${width}`)
  }
}

/** The page of the first student with turvakielto, as far as the list tells of them. */
async function openProtected(page: Page): Promise<string> {
  const id = await page.evaluate(async () => {
    for (let after = ''; ; ) {
      const answer = await fetch(`/api/students?limit=200${after}`)
      const { items, next } = await answer.json()
      const found = items.find((one: { protection?: string }) => one.protection === 'masked')
      if (found) return found.id as string
      if (!next) throw new Error('Nobody in the demo has a turvakielto')
      after = `&after=${next}`
    }
  })
  await go(page, `/students/${id}`)
  return id
}

/** One each: whoever has looked behind a turvakielto is not asked again on the same day. */
const lookers = { fi: 'elina-ohjakka', sv: 'taina-tyopari', en: 'riikka-rinnakkainen' }

describe.each(languages)('in %s', language => {
  test('groups, change of year and a protected student', { timeout: 180_000 }, async () => {
    const administrator = await visit({ persona: 'pekka-paakayttaja', language })
    await go(administrator, '/groups')
    await looks(administrator, `groups-${language}`)
    await go(administrator, '/groups/year-change')
    const row = administrator.getByRole('row').nth(1)
    await row.getByRole('textbox').first().fill('UUSI27')
    await administrator.getByRole('row').nth(2).getByRole('checkbox').check()
    await looks(administrator, `year-${language}`)
    await administrator.context().close()

    const teacher = await visit({ persona: lookers[language], language })
    const id = await openProtected(teacher)
    await looks(teacher, `protected-${language}`)
    await teacher.getByRole('main').getByRole('button').first().click()
    await teacher.getByRole('dialog').waitFor()
    await looks(teacher, `reveal-${language}`)
    await teacher.getByRole('dialog').getByRole('textbox').fill('Työpaikkakäynti sovittava')
    await teacher.getByRole('dialog').getByRole('button').first().click()
    await teacher.locator('#contact').waitFor()
    await go(teacher, `/students/${id}`)
    await looks(teacher, `revealed-${language}`)
    await teacher.context().close()
  })
})

test('after the change of year one reads what came of it', long, async () => {
  const page = await visit({ persona: 'pekka-paakayttaja', width: 1280 })
  await go(page, '/groups/year-change')
  await page.getByRole('button', { name: 'Ehdota uusia tunnuksia' }).click()
  const confirm = page.getByRole('button', { name: 'Vaihda lukuvuosi' })
  await page.evaluate(() => window.scrollTo(0, 0))
  expect(await confirm.evaluate(button => button.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
  await picture(page, 'year-suggested')
  await confirm.click()
  await page.getByText('Lukuvuosi on vaihdettu').first().waitFor()
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('Lukuvuosi on vaihdettu'))
  expect(await page.getByText('Mitään ei ole vielä muutettu').count()).toBe(0)
  await picture(page, 'year-done')
  await page.getByRole('button', { name: 'Kumoa vaihto' }).click()
  await page.getByText('Vaihto on kumottu').first().waitFor()
  await page.context().close()
})

test('a turvakielto hides name and places, and opens to one person who says why', long, async () => {
  const teacher = await visit({ persona: 'olli-opettavainen' })
  const id = await openProtected(teacher)
  await teacher.getByRole('heading', { level: 1, name: 'Turvakielto' }).waitFor()
  await teacher.getByRole('link', { name: 'Avaa suunnitelma' }).first().click()
  // The student's page has the same heading: only the plan's has versions.
  await teacher.getByRole('link', { name: 'Versiot' }).waitFor()
  await teacher.getByRole('heading', { level: 1, name: 'Turvakielto' }).waitFor()
  expect(await teacher.getByText('protected⟩').count()).toBe(0)
  await picture(teacher, 'protected-plan')
  await teacher.getByRole('button', { name: 'Näytä tiedot' }).click()
  const dialog = teacher.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Näytä tiedot' }).click()
  await dialog.getByText('Kirjoita syy').waitFor()
  await dialog.getByLabel('Syy').fill('Työpaikkakäynti sovittava')
  await dialog.getByRole('button', { name: 'Näytä tiedot' }).click()
  await teacher.getByText('tiedot näkyvät nyt vain sinulle').waitFor()
  expect(await teacher.getByRole('heading', { level: 1 }).textContent()).not.toBe('Turvakielto')
  const colleague = await visit({ persona: 'pekka-paakayttaja' })
  await go(colleague, `/students/${id}`)
  await colleague.getByRole('heading', { level: 1, name: 'Turvakielto' }).waitFor()
  await teacher.context().close()
  await colleague.context().close()
})

test('a group is handed over, and the year is changed and changed back', long, async () => {
  const page = await visit({ persona: 'pekka-paakayttaja' })
  await go(page, '/groups')
  const first = page.getByRole('row').nth(1)
  const before = await first.textContent()
  await first.getByRole('button').click()
  const dialog = page.getByRole('dialog')
  const choice = dialog.getByRole('combobox')
  await choice.selectOption({ index: 1 })
  await dialog.getByRole('button', { name: 'Luovuta' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => first.textContent()).not.toBe(before)

  await page.getByRole('link', { name: 'Lukuvuoden vaihto' }).click()
  await page.getByRole('heading', { level: 1, name: 'Lukuvuoden vaihto' }).waitFor()
  const code = (await page.getByRole('rowheader').first().textContent()) ?? ''
  await page.getByLabel(`Ryhmä ${code} jatkaa tunnuksella`).fill('UUSI27')
  await page.getByText(`${code} jatkaa tunnuksella UUSI27`).waitFor()
  await page.getByRole('button', { name: 'Vaihda lukuvuosi' }).click()
  await page.getByRole('rowheader', { name: 'UUSI27' }).waitFor()
  await page.getByRole('button', { name: 'Kumoa vaihto' }).click()
  await page.getByRole('rowheader', { name: code, exact: true }).waitFor()
  expect(await page.getByRole('rowheader', { name: 'UUSI27' }).count()).toBe(0)
  await page.context().close()
})

test('no page threw or was refused anything', () => expect(complaints).toEqual([]))
