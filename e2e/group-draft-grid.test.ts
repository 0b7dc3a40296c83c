import pg from 'pg'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { group, prepareDraftWorld, students, templateName } from './harness/draft-world.ts'
import { installation } from './harness/installation.ts'
import { overflow, picture, violations } from './harness/looks.ts'

const { address, complaints, visit } = await installation(async url => {
  const owner = new pg.Pool({ connectionString: url, max: 1 })
  try {
    await prepareDraftWorld(url, owner)
    await owner.query(
      `update study_right r set confidential = '{"specialSupport": [{"start": "2026-08-05"}]}'
       from student s where s.provider_id = r.provider_id and s.id = r.student_id and s.called_name = $1`,
      [students[1]],
    )
  } finally {
    await owner.end()
  }
})

const places = 'workplace:huolto-tyo'
const cellOf = (page: Page, at: number, column: string): Locator =>
  page
    .locator('table[role=grid] tbody tr')
    .filter({ has: page.getByRole('link', { name: `${students[at]} Keksitty`, exact: true }) })
    .locator(`td[data-column="${column}"]`)

async function open(page: Page): Promise<void> {
  await page.goto(`${address}/group-drafts/new`)
  await page.getByLabel('Polkupohja').selectOption({ label: templateName })
  await page.getByLabel('Ryhmä').selectOption({ label: `${group} Mitattu ryhmä` })
  await page.getByRole('button', { name: 'Tee luonnokset' }).click()
  await cellOf(page, 0, places).waitFor()
}

const focused = (cell: Locator) => expect.poll(() => cell.evaluate(one => one === document.activeElement))
const textOf = (page: Page, at: number) => expect.poll(() => cellOf(page, at, places).innerText())

async function paste(cell: Locator, text: string): Promise<void> {
  await cell.click()
  await cell.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

test('the table is filled by keyboard alone, and a paste of a wrong shape changes nothing', {
  timeout: 120_000,
}, async () => {
  const page = await visit({ persona: 'olli-opettavainen', width: 1440 })
  await open(page)
  // Tab comes to one cell, though the first student has no question in the first column.
  expect(await page.locator('table[role=grid] td[tabindex="0"]').count()).toBe(1)
  const first = cellOf(page, 0, places)
  await page.locator('table[role=grid] td[tabindex="0"]').focus()
  await focused(first).toBe(true)
  await page.keyboard.press('ArrowDown')
  await focused(cellOf(page, 1, places)).toBe(true)
  await page.keyboard.press('ArrowUp')
  await focused(first).toBe(true)
  await page.keyboard.press('F2')
  await page.keyboard.type('Väärä')
  await page.keyboard.press('Escape')
  await focused(first).toBe(true)
  await textOf(page, 0).toBe('Puuttuu')

  await page.keyboard.type('Keksitty korjaamo 1 Oy')
  await page.keyboard.press('Enter')
  await focused(cellOf(page, 1, places)).toBe(true)
  await textOf(page, 0).toContain('Keksitty korjaamo 1 Oy')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Control+d')
  await textOf(page, 1).toContain('Keksitty korjaamo 1 Oy')
  await textOf(page, 24).toContain('Keksitty korjaamo 1 Oy')
  await page.keyboard.press('Control+z')
  await textOf(page, 24).toBe('Puuttuu')
  await textOf(page, 0).toContain('Keksitty korjaamo 1 Oy')
  await page.keyboard.press('Control+z')
  await textOf(page, 0).toBe('Puuttuu')

  await paste(cellOf(page, 23, places), 'Yksi Oy\r\nKaksi Oy\r\nKolme Oy\r\n')
  await page.getByRole('alert').getByText('Mitään ei muutettu').waitFor()
  await paste(first, 'Yksi Oy\tYksi Ohjaaja\r\nKaksi Oy\r\n')
  await page.getByRole('alert').getByText('Rivillä 2').waitFor()
  for (const at of [0, 1, 23, 24]) await textOf(page, at).toBe('Puuttuu')
  expect(complaints).toEqual([])
})

test('on a phone one answer goes to the others who lack it', { timeout: 60_000 }, async () => {
  const page = await visit({ persona: 'olli-opettavainen', width: 360 })
  await page.goto(`${address}/group-drafts/new`)
  await page.getByLabel('Polkupohja').selectOption({ label: templateName })
  await page.getByLabel('Ryhmä').selectOption({ label: `${group} Mitattu ryhmä` })
  await page.getByRole('button', { name: 'Tee luonnokset' }).click()
  const place = page.getByLabel(/^Työpaikka: /).first()
  await place.fill('Keksitty korjaamo 1 Oy')
  await place.press('Enter')
  await page.getByText('Vastaukset ovat tallessa.').waitFor()
  // The question of the next period went away with it: where the answer was used is said and can be read.
  const also = page.locator('p').filter({ hasText: 'Sama työpaikka myös:' })
  await also.waitFor()
  expect(await page.locator('[role=status]').filter({ hasText: 'Sama työpaikka myös:' }).count()).toBe(1)
  await also.scrollIntoViewIfNeeded()
  await picture(page, 'group-draft-also-360')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Täytä muille, joilta puuttuu' }).first().click()
  expect(await overflow(page)).toBe(0)
  await page.getByRole('button', { name: 'Seuraava' }).click()
  await expect.poll(() => place.inputValue()).toContain('Keksitty korjaamo 1 Oy')
})

const support = (page: Page) => page.getByRole('columnheader', { name: 'Oppimisen tuki' })

test('guidance is asked of support, teachers are not, and a draft is discarded only as it was seen', {
  timeout: 90_000,
}, async () => {
  const teacher = await visit({ persona: 'olli-opettavainen', width: 1440 })
  await open(teacher)
  await teacher.getByLabel('Näytä kaikki sarakkeet').check()
  expect(await support(teacher).count()).toBe(0)
  const guidance = await visit({ persona: 'elina-ohjakka', width: 1440 })
  await guidance.goto(teacher.url())
  await support(guidance).scrollIntoViewIfNeeded()
  const cell = cellOf(guidance, 1, 'support')
  expect(await cell.innerText()).toContain('Päätös erityisestä tuesta on voimassa.')
  await picture(guidance, 'group-draft-support-1440')
  await cell.getByRole('button', { name: 'Valitse 02' }).click()
  await guidance.getByText('Vastaukset ovat tallessa.').waitFor()
  await expect.poll(() => cell.innerText()).toContain('02 Muu oppimisen tuki')
  expect(await violations(guidance)).toEqual([])
  await guidance.setViewportSize({ width: 360, height: 900 })
  await guidance.getByRole('button', { name: 'Seuraava' }).click()
  await guidance.getByLabel('Oppimisen tuki').scrollIntoViewIfNeeded()
  await picture(guidance, 'group-draft-support-360')
  expect(await overflow(guidance)).toBe(0)
  // The teacher has not seen what guidance answered.
  const discard = () => teacher.getByRole('button', { name: 'Poista luonnos' }).last().click()
  await discard()
  await discard()
  await teacher.getByRole('alert').getByText('Luonnosta ei poistettu').waitFor()
  await picture(teacher, 'group-draft-discard-1440')
  await teacher.getByRole('button', { name: 'Katso vastaukset' }).click()
  await teacher.waitForLoadState('networkidle')
  await discard()
  await discard()
  await teacher.waitForURL('**/group-drafts/new')
  expect(complaints).toEqual([])
})
