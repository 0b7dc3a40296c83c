import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../test/harness/database.ts'
import { saveCodeSet } from '../features/codes/public.ts'
import type { Organisation } from '../features/organisations/contract.ts'
import { saveNames, saveTree } from '../features/organisations/public.ts'
import { knownOids, replaceSuccessors } from '../features/organisations/queries.ts'
import type { Qualification } from '../features/qualifications/contract.ts'
import type { UnitText } from '../features/qualifications/contract-texts.ts'
import { saveQualification, saveTexts } from '../features/qualifications/public.ts'
import { findTexts } from '../features/qualifications/queries-texts.ts'
import { installation } from '../platform/access/installation.ts'
import { openDatabase } from '../platform/db/database.ts'
import { type WriteTransaction, write } from '../platform/db/door.ts'

// A statement with a parameter for each row is another one for every number of rows, to be prepared anew, and ends at
// 65 535 parameters.
const { url } = await testDatabase()
const database = openDatabase(url, { connections: 1 })
afterAll(() => database.close())

const now = new Date('2026-11-23T10:00:00Z')
const today = '2026-11-23'
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

async function statements(): Promise<string[]> {
  const { rows } = await database.pool.query<{ statement: string }>(
    `select regexp_replace(statement, '^prepare \\S+ as ', '') as statement from pg_prepared_statements order by 1`,
  )
  return rows.map(row => row.statement)
}

async function codes(transaction: WriteTransaction, count: number): Promise<void> {
  const source = { name: 'Koodisto', date: today }
  for (const kind of ['a', 'b']) {
    const set = numbers(count).map(at => ({
      uri: `koe_${count}${kind}${at}`,
      value: `${at}`,
      version: 1,
      names: {},
    }))
    await saveCodeSet(transaction, { uri: 'koe', complete: true, source, codes: set }, now)
  }
}

async function organisations(transaction: WriteTransaction, count: number): Promise<void> {
  const root = `1.${count}`
  const one = (oid: string, fi: string): Organisation => ({ oid, names: { fi }, kinds: ['x'], languages: [] })
  const children = (fi: string) =>
    numbers(count).map(at => ({ ...one(`${root}.${at}`, fi), parentOid: root }))
  for (const below of [children('Vanha'), children('Uusi'), []]) {
    const tree = { root, organisations: [one(root, 'Koulu'), ...below], refusedOids: [], complete: true }
    await saveTree(transaction, tree, { now, today })
  }
  const names = numbers(count).map(at => ({ startsOn: `2020-01-0${at}`, names: { fi: `Nimi ${at}` } }))
  await saveNames(transaction, root, names)
  const successors = numbers(count).map(at => ({ oid: `${root}.${at}`, changesOn: today, source: 'Päätös' }))
  await replaceSuccessors(transaction, root, successors)
  const known = await knownOids(
    transaction,
    successors.map(successor => successor.oid),
  )
  expect(known.size).toBe(count)
}

async function qualifications(transaction: WriteTransaction, count: number): Promise<void> {
  const qualification = (kind: string): Qualification => ({
    ...{
      id: count,
      diaryNumber: `OPH-${count}-2026`,
      names: {},
      source: { name: 'ePerusteet', date: today },
    },
    ...{
      educationCodes: [],
      replaces: [],
      competenceAreas: [],
      titles: [],
      structures: [],
      educationParts: [],
    },
    units: numbers(count).map(at => ({
      ...{ codeUri: `tutkinnonosat_${kind}${at}`, names: {}, kind: 'vocational', subjectAreas: [] },
    })),
  })
  await saveQualification(transaction, qualification('a'), now)
  await saveQualification(transaction, qualification('b'), now)
  // The order of members is what the text's digest was made of.
  const text: UnitText = { requirements: [], criteria: [], areas: [] }
  const units = new Map(numbers(count).map(at => [`tutkinnonosat_b${at}`, text] as const))
  const texts = { structure: {}, scales: new Map(), units }
  expect(await saveTexts(transaction, qualification('b'), texts)).toBe(count + 1)
  expect(await saveTexts(transaction, qualification('b'), texts)).toBe(0)
  const found = await findTexts(transaction, qualification('b'), [...units.keys()])
  expect([found.size, JSON.stringify(found.get('tutkinnonosat_b1'))]).toEqual([count, JSON.stringify(text)])
}

test.each([
  ['codes', codes],
  ['organisations', organisations],
  ['qualifications', qualifications],
])('%s of any number are saved by the same statements', async (_name, save) => {
  const run = (count: number) => write(database, installation, transaction => save(transaction, count))
  await run(2)
  const before = await statements()
  expect(before.length).toBeGreaterThan(3)
  await run(3)
  await run(5)
  expect(await statements()).toEqual(before)
})
