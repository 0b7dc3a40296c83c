import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { languages } from '../src/platform/i18n/language.ts'
import { installation } from './harness/installation.ts'
import { overflow, picture, violations } from './harness/looks.ts'
import { openPlan } from './harness/plans.ts'

const { complaints, visit } = await installation()

const words = {
  fi: { table: 'Taulukko', picture: 'Kuva', columns: ['Osa', 'Mitä', 'Aika', 'Viikot', 'Missä'] },
  sv: { table: 'Tabell', picture: 'Bild', columns: ['Del', 'Vad', 'Tid', 'Veckor', 'Var'] },
  en: { table: 'Table', picture: 'Picture', columns: ['Part', 'What', 'Time', 'Weeks', 'Where'] },
}

const focused = (page: Page) => page.locator(':focus').getAttribute('aria-label')

test('the keyboard walks from bar to bar, zooms, and opens the part', async () => {
  const page = await visit({ persona: 'olli-opettavainen' })
  await openPlan(page, 'Eetu Keksinen')
  const grid = page.getByRole('grid')
  const stops = grid.locator('a[tabindex="0"]')
  expect(await stops.count()).toBe(1)
  await stops.focus()
  await page.keyboard.press('Control+Home')
  expect(await focused(page)).toMatch(
    /^Opiskeluoikeus, \d+\.\d+\.2024 – .*viikot \d+\/2024 – \d+\/2027 \(\d+ viikkoa\)/,
  )
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  const name = (await focused(page)) ?? ''
  expect(name).toMatch(/^Ajoneuvon huoltotyöt: Koulutussopimus, .*viikko.*, Työpaikka: /)
  expect(await stops.count()).toBe(1)
  const width = () => grid.locator('a:focus').evaluate(bar => bar.getBoundingClientRect().width)
  const before = await width()
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  expect(await width()).toBeGreaterThan(before)
  expect(await focused(page)).toBe(name)
  await page.keyboard.press('Enter')
  const part = page.locator(':focus')
  expect(await part.getAttribute('id')).toBe('part-vocationalUnits-0-learningPeriods-1')
  expect(await part.textContent()).toContain('Koulutussopimus')
  await page.context().close()
})

test('the buttons choose the scale and move the picture', async () => {
  const page = await visit({ persona: 'olli-opettavainen', width: 768 })
  await openPlan(page, 'Eetu Keksinen')
  const timeline = page.locator('#timeline')
  const scroller = timeline.getByRole('grid').locator('xpath=../..')
  await timeline.getByRole('radio', { name: 'Lukukausi' }).check()
  const left = () => scroller.evaluate(element => element.scrollLeft)
  const today = await left()
  expect(today).toBeGreaterThan(0)
  await timeline.getByRole('button', { name: 'Aikaisemmaksi' }).click()
  await expect.poll(left).toBeLessThan(today)
  await timeline.getByRole('button', { name: 'Tähän päivään' }).click()
  await expect.poll(async () => Math.abs((await left()) - today)).toBeLessThan(3)
  await timeline.getByRole('radio', { name: 'Koko polku' }).check()
  expect(await scroller.evaluate(element => element.scrollWidth - element.clientWidth)).toBe(0)
  await page.context().close()
})

test('the table says all that the picture shows, and the choice is remembered', async () => {
  const page = await visit({ persona: 'olli-opettavainen' })
  await openPlan(page, 'Eetu Keksinen')
  const timeline = page.locator('#timeline')
  const bars = await timeline.getByRole('grid').getByRole('link').count()
  expect(bars).toBeGreaterThan(20)
  await timeline.getByRole('radio', { name: 'Taulukko' }).check()
  expect(await timeline.locator('tbody tr').count()).toBe(bars)
  await page.reload()
  await timeline.locator('tbody tr').first().waitFor()
  await timeline.locator('tbody tr').nth(1).getByRole('link').click()
  expect(await page.locator(':focus').getAttribute('id')).toBe('part-vocationalUnits-0-learningPeriods-0')
  await page.context().close()
})

test('dates the wrong way round are told instead of drawn, with the way to mend them', async () => {
  const page = await visit({ persona: 'olli-opettavainen' })
  await openPlan(page, 'Iida Harjoite')
  const told = page.locator('#timeline').getByRole('link', { name: /loppu on ennen alkua/ })
  await told.click()
  expect(await page.locator(':focus').getAttribute('id')).toBe('part-vocationalUnits-1-learningPeriods-1')
  await page.locator('#findings').getByRole('button', { name: 'Vaihda päivät keskenään' }).waitFor()
  await page.context().close()
})

describe.each(languages)('in %s', language => {
  test.concurrent('both forms hold, without anything that axe would find', { timeout: 120_000 }, async () => {
    const page = await visit({ persona: 'olli-opettavainen', language })
    await openPlan(page, 'Iida Harjoite')
    const timeline = page.locator('#timeline')
    for (const [form, width] of [
      ['picture', 1440] as const,
      ['picture', 360] as const,
      ['table', 360] as const,
    ]) {
      await page.setViewportSize({ width, height: 900 })
      await timeline.getByRole('radio', { name: words[language][form] }).check()
      expect({ form, width, overflow: await overflow(page) }).toEqual({ form, width, overflow: 0 })
      expect(await violations(page)).toEqual([])
      await picture(page, `timeline-${form}-${language}-${width}`)
    }
    const columns = timeline.locator('thead th')
    expect(await columns.allTextContents()).toEqual(words[language].columns)
    await page.context().close()
  })
})

test('no page threw or was refused anything', () => expect(complaints).toEqual([]))
