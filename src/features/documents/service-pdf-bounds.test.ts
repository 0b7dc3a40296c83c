import { getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import type { Plan } from '../plans/contract.ts'
import { inputWith, readerIn } from './factory.ts'
import { planDocument } from './rules.ts'
import { pdfOf } from './service-pdf.ts'

const drawn = (plan: Partial<Plan>) =>
  pdfOf(planDocument(inputWith(plan), readerIn('fi'), 'whole'), new Date('2026-11-23T08:00:00Z'))

async function pagesOf(plan: Partial<Plan>): Promise<string[]> {
  const proxy = await getDocumentProxy(new Uint8Array(await drawn(plan)))
  const numbers = Array.from({ length: proxy.numPages }, (_, at) => at + 1)
  const texts = numbers.map(async number => {
    const { items } = await (await proxy.getPage(number)).getTextContent()
    return items.map(item => ('str' in item ? item.str : '')).join('')
  })
  return Promise.all(texts)
}

const saying = (aimsAndContent: string): Partial<Plan> => ({ localUnits: [{ name: 'x', aimsAndContent }] })
const marks = (text: string) => text.match(/\p{M}/gu)?.length ?? 0

const period = {
  ...{ start: '2026-09-01', end: '2026-10-15' },
  ...{ methodCode: 'osaamisenhankkimistapa_koulutussopimus', methodCodeVersion: 1 },
}

test('a letter with ever so many marks is drawn with a few, and the paper says so', async () => {
  const pages = (await pagesOf(saying(`a${'\u0316\u0323'.repeat(40_000)} loppu`))).join('')
  expect(marks(pages)).toBeLessThanOrEqual(8)
  expect(pages).toContain('Merkki ¤ on sellaisen merkin paikalla')
})

test('a text longer than paper bears is cut, and the paper says so', async () => {
  const pages = await pagesOf(saying('a'.repeat(1_900_000)))
  expect(pages.length).toBeLessThan(10)
  expect(pages.join('').match(/a/g)?.length).toBeLessThan(21_000)
  expect(pages.join('')).toContain('Merkin […] kohdalla on jätetty pois loput tekstistä')
})

test.each<[string, Partial<Plan>]>([
  ['periods', { vocationalUnits: [unitWith(Array(12_000).fill(period))] }],
  ['lines', { localUnits: Array(10).fill({ name: 'x', aimsAndContent: 'a\n'.repeat(9_000) }) }],
  ['letters of two scripts by turns', { localUnits: Array(10).fill({ aimsAndContent: 'aж'.repeat(9_000) }) }],
])('a plan with more %s than can be drawn is refused', async (_name, plan) => {
  await expect(drawn(plan)).rejects.toMatchObject({ code: 'documents.too-large', status: 422 })
})

test.each<[string, Partial<Plan>]>([
  ['one table', { vocationalUnits: [unitWith(Array(500).fill(period))] }],
  [
    'one cell',
    {
      vocationalUnits: [
        unitWith([
          {
            ...period,
            workplace: { name: 'x', instructor: { name: 'O' }, tasks: Array(30).fill('ab '.repeat(6_000)) },
          },
        ]),
      ],
    },
  ],
])('others are served while %s is drawn', async (_name, plan) => {
  let turns = 0
  let done = false
  const turn = () => {
    turns++
    if (!done) setImmediate(turn)
  }
  const work = drawn(plan)
  setImmediate(turn)
  await work
  done = true
  // The end of the writing alone is one turn or two.
  expect(turns).toBeGreaterThan(3)
})

test('a heading stands on the page on which its table begins', async () => {
  const count = 60
  const localUnits = Array.from({ length: count }, (_, at) => [
    { name: 'Täyte', aimsAndContent: 'rivi\n'.repeat((at * 7) % 23) },
    { name: `Otsikko ${at}.`, learningPeriods: [{ ...period, periodNote: `Rivit. Alku ${at}.` }] },
  ]).flat()
  const all = await pagesOf({ localUnits: localUnits as NonNullable<Plan['localUnits']> })
  // The schedule at the head names the units too: the last place of a name is its heading.
  const torn = Array.from({ length: count }, (_, at) => at).filter(
    at =>
      all.findLastIndex(page => page.includes(`Otsikko ${at}.`)) !==
      all.findLastIndex(page => page.includes(`Alku ${at}.`)),
  )
  expect(all.length).toBeGreaterThan(5)
  expect(torn).toEqual([])
})

function unitWith(learningPeriods: readonly object[]) {
  const unit = { unitCode: 'tutkinnonosat_1', unitCodeVersion: 1, learningPeriods }
  return unit as NonNullable<Plan['vocationalUnits']>[number]
}
