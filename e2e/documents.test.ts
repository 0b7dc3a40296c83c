import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Download, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { installation } from './harness/installation.ts'
import { overflow, violations } from './harness/looks.ts'
import { openPlan } from './harness/plans.ts'

const { complaints, visit } = await installation()

async function taken(page: Page, take: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), take()])
  return download
}

const bytesOf = async (download: Download): Promise<Buffer> => readFileSync(await download.path())

test('a teacher prints a plan by keyboard alone, and is told that it is there', async () => {
  const page = await visit({ persona: 'olli-opettavainen' })
  await openPlan(page, 'Aamu Kuviteltu')
  await page.getByRole('button', { name: 'Tulosta ja vie' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Suunnitelma (PDF)' }).waitFor()
  expect(await violations(page)).toEqual([])
  const download = await taken(page, () => page.keyboard.press('Enter'))
  expect(download.suggestedFilename()).toMatch(/^hoks-\d+\.pdf$/)
  expect((await bytesOf(download)).toString('latin1', 0, 5)).toBe('%PDF-')
  await page.getByText('Tiedosto on ladattu.').waitFor({ state: 'attached' })
  await page.context().close()
})

test('in Swedish on a narrow screen the menu fits, and gives the calendar and the national form', async () => {
  const page = await visit({ persona: 'lars-lararson', language: 'sv', width: 360 })
  await openPlan(page, 'Elias Exempelstrand')
  const menu = page.getByRole('button', { name: 'Skriv ut och exportera' })
  const names = []
  for (const item of ['Tidsplanen (PDF)', 'Kalender (iCalendar)', 'Nationell form (JSON)']) {
    await menu.click()
    expect(await overflow(page)).toBe(0)
    const download = await taken(page, () => page.getByRole('menuitem', { name: item }).click())
    names.push(download.suggestedFilename().replace(/\d+/, 'N'))
  }
  expect(names).toEqual(['tidsplan-N.pdf', 'kalender.ics', 'puk-nationell-N.json'])
  await page.context().close()
})

test('an administrator takes out a whole record only with a reason', async () => {
  const teacher = await visit({ persona: 'olli-opettavainen' })
  await openPlan(teacher, 'Aamu Kuviteltu')
  const link = teacher.getByRole('link', { name: 'Opiskelijan tiedot' })
  const path = (await link.getAttribute('href')) ?? ''
  await teacher.context().close()
  const page = await visit({ persona: 'pekka-paakayttaja' })
  await page.goto(new URL(path, page.url()).href)
  const take = page.getByRole('button', { name: 'Lataa paketti (ZIP)' })
  await take.click()
  await page.getByText('Kerro lyhyesti, miksi paketti tehdään.').waitFor()
  await page.getByLabel('Miksi paketti tehdään').fill('Opiskelijan pyyntö 20.11.')
  expect(await violations(page)).toEqual([])
  const download = await taken(page, () => take.click())
  expect(download.suggestedFilename()).toBe('tiedot.zip')
  const files = Object.keys(unzipSync(new Uint8Array(await bytesOf(download))))
  expect(files).toEqual(expect.arrayContaining(['student.json', 'audit.csv', 'index.html']))
  await page.context().close()
})

test('a student takes out the own data from the page that tells who has seen them', async () => {
  const page = await visit({ persona: 'opiskelija-kuusenkerkka' })
  await page.goto(new URL('/own-audit', page.url()).href)
  const download = await taken(page, () => page.getByRole('button', { name: 'Lataa paketti (ZIP)' }).click())
  expect(download.suggestedFilename()).toBe('tiedot.zip')
  await page.context().close()
})

test('no page complained', () => expect(complaints).toEqual([]))
