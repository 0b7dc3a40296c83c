import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellsOf, pasteFault } from './rules-paste.ts'

test.each([
  ['yksi', [['yksi']]],
  [
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['"rivi\n""toinen"""\tb', [['rivi\n"toinen"', 'b']]],
  ['a\n\nb\n', [['a'], [''], ['b']]],
])('reads %j', (text, cells) => {
  expect(cellsOf(text)).toEqual(cells)
})

test('always: what a spreadsheet writes comes back', () => {
  const cell = fc.string({ maxLength: 6 }).map(text => text.replaceAll(/[\r]/g, '').trim())
  const table = fc
    .integer({ min: 1, max: 3 })
    .chain(width =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
    )
    .filter(rows => rows.at(-1)?.join('') !== '')
  const quoted = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  fc.assert(
    fc.property(table, rows => {
      const written = rows.map(row => row.map(quoted).join('\t')).join('\r\n')
      expect(cellsOf(`${written}\r\n`)).toEqual(rows.map(row => row.map(one => one.trim())))
    }),
  )
})

test('tells what does not fit, and where', () => {
  const room = { rows: 2, columns: 2 }
  expect(pasteFault([['a', 'b'], ['c']], room)).toEqual({ fault: 'uneven', row: 2 })
  expect(pasteFault([['a'], ['b'], ['c']], room)).toEqual({ fault: 'too-many-rows', pasted: 3, room: 2 })
  expect(pasteFault([['a', 'b', 'c']], room)).toEqual({ fault: 'too-many-columns', pasted: 3, room: 2 })
  expect(pasteFault([['a', 'b']], room)).toBeUndefined()
})
