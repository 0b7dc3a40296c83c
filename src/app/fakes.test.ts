import { afterAll, expect, test } from 'vitest'
import { runFakes, worldOf } from '../../fakes/main.ts'
import { startFakes } from '../../fakes/server.ts'

const world = worldOf(undefined)
const fakes = await startFakes({ ...world, lendsStudents: true })
afterAll(() => fakes.close())

interface Query {
  readonly resultsUrl: string
  readonly files: readonly string[]
}

interface Student {
  readonly opiskeluoikeudet: readonly { readonly koulutustoimija: { readonly oid: string } }[]
}

const headers = { authorization: `Basic ${Buffer.from('kone:sana').toString('base64')}` }

/** What Koski's fake gives for an organisation: the files of its bulk query. */
async function given(organisaatioOid: string): Promise<readonly string[]> {
  const question = {
    type: 'organisaationOpiskeluoikeudet',
    alkanutAikaisintaan: '2015-01-01',
    organisaatioOid,
  }
  const body = JSON.stringify(question)
  const begun = await fetch(`${fakes.addresses.koski}/api/massaluovutus`, { method: 'POST', headers, body })
  const { resultsUrl } = (await begun.json()) as Query
  await fetch(resultsUrl, { headers })
  return ((await (await fetch(resultsUrl, { headers })).json()) as Query).files
}

test('an organisation that has no students is lent all of a folder, as its own', async () => {
  const files = await given('1.2.246.562.10.999')
  expect(files).toHaveLength(world.students.length)
  const moved = await fetch(files[0] ?? '', { headers, redirect: 'manual' })
  const student = (await (await fetch(moved.headers.get('location') ?? '')).json()) as Student
  expect(student.opiskeluoikeudet.map(right => right.koulutustoimija.oid)).toContain('1.2.246.562.10.999')
  const own = await given('1.2.246.562.99.81085649296')
  expect(own.length).toBeLessThan(world.students.length)
  expect(own.length).toBeGreaterThan(0)
})

test('a port that was asked for is told to be taken', async () => {
  const port = Number(new URL(fakes.origin).port)
  await expect(runFakes(undefined, () => undefined, port)).rejects.toThrow('EADDRINUSE')
})
