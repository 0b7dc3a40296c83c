import { expect, test } from 'vitest'
import { testApp } from '../../test/harness/app.ts'
import { openBrowser } from '../../test/harness/browser.ts'
import { testDatabase } from '../../test/harness/database.ts'
import { loadEmptyDemo } from './demo.ts'
import { withDemo } from './start-database.ts'

const { database, owner, url } = await testDatabase()

async function count(table: string): Promise<number> {
  const { rows } = await owner.query<{ count: string }>(`select count(*) from ${table}`)
  return Number(rows[0]?.count)
}

test('the empty demo has people to sign in as, and nothing else, once', async () => {
  // A database that has only been migrated counts as empty, although the installation stands in it.
  expect(await withDemo(url, () => loadEmptyDemo(url))).toBe(true)
  expect(await withDemo(url, () => loadEmptyDemo(url))).toBe(false)
  for (const table of ['student', 'study_right', 'plan', 'qualification', 'code_set', 'organisation'])
    expect([table, await count(table)]).toEqual([table, 0])
  expect(await count(`provider where kind = 'provider'`)).toBe(3)
  expect(await count(`assignment where role = 'student'`)).toBe(0)

  const app = await testApp(database)
  const { items } = (await app.inject('/api/personas')).json() as { items: { id: string; roles: string[] }[] }
  const roles = new Set(items.flatMap(item => item.roles))
  expect([...roles].sort()).toEqual(['administrator', 'coordinator', 'guidance', 'quality', 'teacher'])

  const visitor = openBrowser(app)
  await visitor.follow('/auth/sign-in?persona=pekka-paakayttaja')
  expect((await visitor.get('/api/session')).json()).toMatchObject({
    operator: true,
    roles: ['administrator'],
    // The installation is no provider to work at.
    providers: [{ names: { fi: 'Keksitty koulutuskuntayhtymä Kuusenkerkkä' } }],
  })
})
