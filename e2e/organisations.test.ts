import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { saveNames, saveTree } from '../src/features/organisations/public.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import { write } from '../src/platform/db/door.ts'
import { languages } from '../src/platform/i18n/language.ts'
import { installation } from './harness/installation.ts'
import { overflow, picture, violations } from './harness/looks.ts'

const one = (oid: string, fi: string, more: object = {}) => ({
  ...{ oid, names: { fi }, kinds: ['organisaatiotyyppi_03'], languages: [], status: 'AKTIIVINEN' },
  ...more,
})

const { address, complaints, visit } = await installation(async url => {
  const database = openDatabase(url)
  await write(database, null, async transaction => {
    const parentOid = '1.2.246.562.10.100'
    const organisations = [
      one(parentOid, 'Keksitty koulutuskuntayhtymä', {
        kinds: ['organisaatiotyyppi_01'],
        businessId: '1234567-1',
        validFrom: '1992-01-01',
      }),
      one('1.2.246.562.10.101', 'Keksitty ammattiopisto', { parentOid, kinds: ['organisaatiotyyppi_02'] }),
      one('1.2.246.562.10.102', 'Xylofonikadun toimipiste', { parentOid: '1.2.246.562.10.101' }),
      one('1.2.246.562.10.103', 'Lakkautettu toimipiste', {
        parentOid: '1.2.246.562.10.101',
        validUntil: '2020-07-31',
      }),
    ]
    const tree = { root: parentOid, organisations, refusedOids: [], complete: true }
    await saveTree(transaction, tree, { now: new Date(), today: '2026-11-23' })
    await saveNames(transaction, '1.2.246.562.10.101', [
      { startsOn: '1992-01-01', names: { fi: 'Keksitty ammattikoulu' } },
      { startsOn: '2010-08-01', names: { fi: 'Keksitty ammattiopisto' } },
    ])
  })
  await database.close()
})

async function go(page: Page, path: string): Promise<void> {
  await page.goto(`${address}${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
}

test('a teacher finds an organisation by letters, by a former name and by number, and opens the tree', async () => {
  const page = await visit({ persona: 'olli-opettavainen' })
  await page.getByRole('link', { name: 'Organisaatiot' }).click()
  const field = page.getByLabel('Hae organisaatiota')
  await field.fill('lakkautettu toim')
  await page.getByText('Hakua vastaavia organisaatioita ei ole.').waitFor()
  await page.getByLabel('Toiminta').selectOption({ label: 'Myös lakkautetut' })
  await page.getByRole('rowheader', { name: 'Lakkautettu toimipiste' }).waitFor()
  for (const [typed, name] of [
    ['ammattikou', 'Keksitty ammattiopisto'],
    ['12345671', 'Keksitty koulutuskuntayhtymä'],
    ['xyl', 'Xylofonikadun toimipiste'],
  ] as const) {
    await field.fill(typed)
    await page.getByRole('status').getByText('1 organisaatio', { exact: true }).last().waitFor()
    await page.getByRole('rowheader', { name }).waitFor()
  }
  await page.getByRole('rowheader').getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: 'Xylofonikadun toimipiste' }).waitFor()
  await page.getByRole('navigation', { name: 'Paikka hierarkiassa' }).getByRole('link').first().click()
  await page.getByRole('heading', { level: 1, name: 'Keksitty koulutuskuntayhtymä' }).waitFor()
  await page.locator('summary', { hasText: '2 alaorganisaatiota' }).click()
  await page.getByRole('link', { name: 'Lakkautettu toimipiste' }).waitFor()
  await page.context().close()
})

describe.each(languages)('in %s', language => {
  test.each([
    ['organisations', '/organisations'],
    ['organisation', '/organisations/1.2.246.562.10.101'],
  ])('%s look right and can be used by all', { timeout: 60_000 }, async (name, path) => {
    const page = await visit({ persona: 'olli-opettavainen', language })
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      await go(page, path)
      expect(await violations(page)).toEqual([])
      expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: 0 })
      await picture(page, `${name}-${language}-${width}`)
    }
    await page.context().close()
  })
})

test('no page complains', () => expect(complaints).toEqual([]))
