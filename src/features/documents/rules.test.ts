import { describe, expect, test } from 'vitest'
import { erasedMarker } from '../plans/rules-contacts.ts'
import { inputWith, readerIn, wholePlan } from './factory.ts'
import { planDocument } from './rules.ts'
import type { Block, Table } from './rules-blocks.ts'
import type { DocumentInput, Part } from './rules-input.ts'
import { drawable } from './rules-text.ts'

const blocksOf = (input: DocumentInput, language: 'fi' | 'sv' | 'en' = 'fi', part: Part = 'whole') =>
  planDocument(input, readerIn(language), part).blocks
const headings = (blocks: readonly Block[]) =>
  blocks.flatMap(block => (block.is === 'heading' ? [block.words.text] : []))
const tables = (blocks: readonly Block[]) =>
  blocks.flatMap((block): Table[] => (block.is === 'table' ? [block] : []))
const factOf = (blocks: readonly Block[], name: string) =>
  blocks
    .flatMap(block => (block.is === 'facts' ? block.items : []))
    .find(fact => fact.name === name)
    ?.values.map(({ text }) => text)
const textOf = (blocks: readonly Block[]) => JSON.stringify(blocks)

describe('the document of a plan', () => {
  test('says every kind of part under its heading, in the order of the page', () =>
    expect(headings(blocksOf(inputWith(wholePlan)))).toEqual([
      ...['Aamu Kuviteltu', 'Aikataulu', 'Perustiedot ja tavoitteet', 'Aiemmin hankittu osaaminen'],
      ...['tutkinnonosat_3 (Tuntematon koodi)', 'Ammatilliset tutkinnon osat', 'Huoltotyöt'],
      ...['Paikalliset tutkinnon osat', 'Ratsastus', 'Yhteiset tutkinnon osat', 'Viestintäosaaminen'],
      'ammatillisenoppiaineet_vvai22 (Tuntematon koodi)',
      ...['Oppimisen tuki', 'Opiskeluvalmiuksia tukevat opinnot'],
    ]))

  test('leaves out what is empty: sections, facts and columns', () => {
    const blocks = blocksOf(inputWith({}))
    expect(headings(blocks)).toEqual(['Aamu Kuviteltu', 'Aikataulu', 'Perustiedot ja tavoitteet'])
    expect(factOf(blocks, 'Sähköposti')).toBeUndefined()
    const schedule = tables(blocksOf(inputWith({ learningSupport: wholePlan.learningSupport ?? [] })))
    expect(schedule[0]?.columns.map(({ title }) => title)).toEqual(['Aika', 'Mitä', 'Miten'])
  })

  test('names codes in the language of the reader, else in another that it marks', () => {
    const [, unit] = tables(blocksOf(inputWith(wholePlan), 'sv'))[0]?.rows.flatMap(row => row[1]) ?? []
    expect(textOf(blocksOf(inputWith(wholePlan), 'sv'))).toContain('Servicearbeten')
    expect(unit).toBeDefined()
    const common = blocksOf(inputWith(wholePlan), 'sv').find(
      block => block.is === 'heading' && block.words.text === 'Viestintäosaaminen',
    )
    expect(common).toMatchObject({ words: { language: 'fi' }, aside: '11 kp' })
  })

  test('tells the days of work, the interruptions and who guides', () => {
    const text = textOf(blocksOf(inputWith(wholePlan)))
    for (const said of [
      '12 päivää',
      '20.9.2026 – 21.9.2026',
      'Oskari Ohjaava, 040\u00a0123\u00a04567',
      '80 %',
    ])
      expect(text).toContain(said)
  })

  test('in place of an erased person tells when the data were erased', () => {
    const gone = { name: erasedMarker('c1'), organisation: { name: 'Keksitty Korjaamo Oy' } }
    const shown = { start: '2026-10-14', end: '2026-10-15', content: ['x'], environment: { name: 'y' } }
    const unit = {
      ...{ unitCode: 'tutkinnonosat_1', unitCodeVersion: 1 },
      demonstrations: [{ ...shown, workAssessors: [gone] }],
    }
    const text = textOf(blocksOf(inputWith({ vocationalUnits: [unit] }, { erasures: { c1: '2026-11-02' } })))
    expect(text).toContain('Yhteystiedot poistettu 2.11.2026, Keksitty Korjaamo Oy')
    expect(text).not.toContain('erased')
  })

  const at = '2026-11-01T10:00:00Z'
  test.each([
    ['nobody approved it', {}, 'Tätä versiota ei ole hyväksytty.'],
    [
      'somebody approved it',
      { approved: { version: 2, at, by: 'Olli O' } },
      'Tämä versio on hyväksytty 1.11.2026 klo 12.00, Olli O.',
    ],
    [
      'an earlier one is approved',
      { approved: { version: 1, at, by: undefined } },
      'Viimeksi on hyväksytty versio 1, 1.11.2026 klo 12.00. Tätä versiota ei ole hyväksytty.',
    ],
  ])('tells the approval when %s', (_name, rest, said) =>
    expect(factOf(blocksOf(inputWith({}, rest)), 'Hyväksyntä')).toEqual([said]),
  )

  test('tells the day of a first approval, and none before there is one', () => {
    const first = (open: boolean) =>
      factOf(blocksOf(inputWith({}, { firstApprovalOpen: open })), 'Hyväksytty ensimmäisen kerran')
    expect([first(false), first(true)]).toEqual([['20.8.2026'], undefined])
  })

  test('that is old or of a student with turvakielto says so, and who printed it', () => {
    const blocks = blocksOf(inputWith({}, { version: 1, newest: 4, protected: true }))
    expect(textOf(blocks)).toContain('Turvakielto')
    expect(textOf(blocks)).toContain('vanha versio 1. Uusin on 4.')
    expect(factOf(blocks, 'Tulostettu')).toEqual(['23.11.2026 klo 10.00, Olli Opettavainen'])
  })

  test('as a schedule tells when and where, and neither support nor how the student is reached', () => {
    const blocks = blocksOf(inputWith({ ...wholePlan, learningSupport: [] }), 'en', 'schedule')
    expect(headings(blocks)).toEqual(['Aamu Kuviteltu', 'Schedule'])
    expect(textOf(blocks)).toContain('Keksitty Korjaamo Oy')
    expect(textOf(blocks)).not.toContain('aamu@esimerkki.example')
  })
})

test.each([
  ['kaksi\r\nriviä\u2028ja', 'kaksi\nriviä\nja'],
  ['a\u0000b\u001b[0m', 'ab[0m'],
  ['\u202eoikea\u202c', 'oikea'],
  ['A\u0308', 'Ä'],
  ['\ud83d', '¤'],
  ['\n\n\n\nx\n\n\n\ny\n', 'x\n\ny'],
])('%j is drawn as %j', (text, drawn) => expect(drawable(text)).toBe(drawn))
