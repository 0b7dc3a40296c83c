import { describe, expect, test } from 'vitest'
import { readCell, readDate, readEmail, readYesNo } from './cells.ts'
import type { Column } from './columns.ts'
import { CsvFault } from './fault.ts'
import { columnLetters } from './places.ts'
import { readCsv, separatorOf } from './read.ts'
import { examineTable, openTable } from './table.ts'
import { csvText } from './write.ts'

const columns: readonly Column<'number' | 'name' | 'born'>[] = [
  {
    key: 'number',
    headings: { fi: 'Numero', sv: 'Nummer', en: 'Number' },
    required: true,
    content: 'code',
    example: '1',
  },
  {
    key: 'name',
    headings: { fi: 'Sukunimi', sv: 'Efternamn', en: 'Family name' },
    also: ['surname'],
    required: true,
    content: 'name',
    example: 'K',
  },
  {
    key: 'born',
    headings: { fi: 'Syntymäaika', sv: 'Födelsedatum', en: 'Date of birth' },
    content: 'date',
    example: '',
  },
]

/** In pieces of three bytes, so that letters and line ends are cut. */
const source = (given: string | Uint8Array) => ({
  async *bytes() {
    const bytes = typeof given === 'string' ? new TextEncoder().encode(given) : given
    for (let at = 0; at < bytes.length; at += 3) yield bytes.subarray(at, at + 3)
  },
})

const latin = (text: string) => Uint8Array.from(text, letter => letter.charCodeAt(0))

async function rowsOf(given: string | Uint8Array) {
  const rows = []
  for await (const row of readCsv(source(given))) rows.push([row.number, ...row.cells])
  return rows
}

const expected = [
  [1, 'Numero', 'Sukunimi'],
  [2, '1', 'Åäö'],
]

test.each([
  ['semicolons', 'Numero;Sukunimi\r\n1;Åäö\r\n'],
  ['commas', 'Numero,Sukunimi\n1,Åäö'],
  ['tabs', 'Numero\tSukunimi\n1\tÅäö\n'],
  ['the mark of UTF-8', '\ufeffNumero;Sukunimi\n1;Åäö\n'],
  ['quotes', '"Numero";"Sukunimi"\n"1";"Åäö"\n'],
  ['Windows-1252', latin('Numero;Sukunimi\n1;Åäö\n')],
])('a file with %s is read', async (_what, given) => expect(await rowsOf(given)).toEqual(expected))

test('rows are counted as a spreadsheet shows them', async () => {
  expect(await rowsOf('a;b\n"x\ny";1\n\n;\nz;2\n')).toEqual([
    [1, 'a', 'b'],
    [2, 'x\ny', '1'],
    [5, 'z', '2'],
  ])
})

test('a separator inside quotes separates nothing', () => expect(separatorOf('"a;b;c",d\n;;;')).toBe(','))

test.each([
  ['', 'csv-empty', {}],
  ['Numero;Sukunimi\n', 'csv-empty', {}],
  ['Numero\n1\n', 'csv-missing-columns', { columns: 'Sukunimi' }],
  ['nummer;födelsedatum\n1;\n', 'csv-missing-columns', { columns: 'Efternamn' }],
  ['Numero;Sukunimi;surname\n1;A;B\n', 'csv-double-columns', { columns: 'C' }],
  ['Numero;Sukunimi;Keksitty;Toinen\n1;A;B;\n', 'csv-unknown-columns', { columns: 'C, D' }],
  ['Numero;Sukunimi\n1;"A\n2;B\n', 'csv-quotes', { row: '2' }],
  [`Numero;Sukunimi\n1;${'x'.repeat(200_000)}\n`, 'csv-long-row', { row: '2' }],
  [`Numero;Sukunimi\n1${';'.repeat(120)}\n`, 'csv-columns', { row: '2', limit: '100' }],
  [
    'Numero;Sukunimi;Syntymäaika\n1;1.2.2008;A\n2;3.2.2008;B\n3;C;D\n',
    'csv-swapped-columns',
    { columns: 'Sukunimi' },
  ],
  ['Numero;Sukunimi\n1;A\n2;B\n3', 'csv-breaks-off', { row: '4' }],
  [Uint8Array.from([0xff, 0xfe, 0x4e, 0x00]), 'csv-encoding', {}],
  [Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x00]), 'csv-encoding', {}],
])('%# a file that is not such a table is refused: %o', async (given, code, params) => {
  const failure = await examineTable(source(given), columns).then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(failure).toBeInstanceOf(CsvFault)
  expect(failure).toMatchObject({ code, params })
})

test('columns come in any order, language and case, with spaces where they are not needed', async () => {
  const { header } = await openTable(source(' date  of BIRTH ;SURNAME;"nummer"\n;A;1\n'), columns)
  expect(Object.fromEntries(header.at)).toEqual({ born: 0, name: 1, number: 2 })
})

test('cells beyond the heading are told of, unless they are empty; a short row breaks nothing off before the end', async () => {
  const { rows } = await openTable(source('Numero;Sukunimi\n1;A;;\n2\n3;B;C\n4;D\n5\r\n'), columns)
  const read = []
  for await (const row of rows) read.push([row.number, row.cells.length - row.columns])
  expect(read).toEqual([
    [2, 0],
    [3, -1],
    [4, 1],
    [5, 0],
    [6, -1],
  ])
})

test('two rows that are both wrong are told as rows, not as swapped columns', async () => {
  expect(await examineTable(source('Numero;Sukunimi\n1;1.2.2008\n2;3.2.2008\n'), columns)).toBe(2)
})

describe('cells', () => {
  test.each([
    ['15.8.2008', '2008-08-15'],
    ['5.08.2008', '2008-08-05'],
    ['2008-08-15', '2008-08-15'],
    ['31.2.2008', 'cell-date'],
    ['2008-02-31', 'cell-date'],
    ['8/15/2008', 'cell-date-form'],
    ['15.8.08', 'cell-date-form'],
  ])('the date %s', (text, date) =>
    expect(readDate(text)).toEqual(
      date.startsWith('cell') ? { ok: false, code: date } : { ok: true, value: date },
    ),
  )

  test.each(['=1+1', '+CMD', '-1', '@SUM', "'=1"])('%s looks like a formula', text =>
    expect(readCell(text, 'text')).toEqual({ ok: false, code: 'cell-formula' }),
  )

  test('a phone number begins with a plus', () => {
    expect(readCell('+358 40 000', 'phone')).toEqual({ ok: true, value: '+358 40 000' })
    expect(readCell("'+358 40 000", 'phone')).toEqual({ ok: true, value: '+358 40 000' })
    expect(readCell('+358 40 000', 'name').ok).toBe(false)
  })

  test.each(['a@b.fi', 'å.ä+x@esimerkki.test', 'a@xn--4ca.fi'])('the address %s', text =>
    expect(readEmail(text).ok).toBe(true),
  )
  test.each(['a', 'a@b', 'a b@c.fi', 'a@@c.fi', 'a@c..fi', '.a@c.fi', 'a@-c.fi'])('no address: %s', text =>
    expect(readEmail(text).ok).toBe(false),
  )

  test('words for yes and no in three languages', () => {
    expect(['k', 'KYLLÄ', 'ja', 'Yes', 'x'].map(readYesNo)).toEqual(Array(5).fill({ ok: true, value: true }))
    expect(['e', 'ei', 'Nej', 'no'].map(readYesNo)).toEqual(Array(4).fill({ ok: true, value: false }))
    expect(readYesNo('ehkä').ok).toBe(false)
  })
})

test('what is written is read again as it was, and no spreadsheet runs it', async () => {
  const rows = [
    ['Numero', 'Sukunimi'],
    ['1', 'A;"B"\nC'],
    ['=1+1', '@x'],
  ]
  const text = csvText(rows)
  expect(text).toContain("'=1+1;'@x")
  expect((await rowsOf(text)).map(([, ...cells]) => cells)).toEqual([...rows.slice(0, 2), ["'=1+1", "'@x"]])
})

test('columns have the letters of a spreadsheet', () =>
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']))
