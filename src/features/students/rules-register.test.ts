import { expect, test } from 'vitest'
import { readHeader } from '../../platform/csv/columns.ts'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import type { Guardian } from '../guardians/contract.ts'
import { guardianChange } from '../guardians/rules-register.ts'
import { inventedOids } from '../plans/factory.ts'
import { studentColumns } from './contract-register.ts'
import { readStudentRow } from './rules-register.ts'

const today = plainDateOf('2026-11-22')
const birthDate = plainDateOf('2012-02-29')
const known: Guardian & { id: string } = {
  ...{ id: 'a', ordinal: 1, name: 'Huolto', email: 'h@esimerkki.test', phone: '040 5' },
  ...{ language: 'sv', custody: true, endsOn: '2030-02-28' },
}
const second = { ...known, id: 'b', ordinal: 2, name: 'Toinen', email: null, custody: false }
const uncertain = [{ ordinal: 1, missing: 'custody' }]

/** The guardians after a file with these columns of guardians, and who was refused. */
function after(columns: string, cells: string, stored: readonly (Guardian & { id: string })[]) {
  const headings = [
    'Oppijanumero',
    'Etunimet',
    'Sukunimi',
    ...columns.split(';').map(one => `Huoltaja ${one}`),
  ]
  const row = [inventedOids(1).studentOid, 'Keksi', 'Kuviteltu', ...cells.split(';')]
  const { faults, student } = readStudentRow(row, readHeader(studentColumns, headings), today)
  const change = guardianChange(stored, student?.guardians ?? [], birthDate, today)
  const written = new Map(change.written.map(one => [one.ordinal, one]))
  const left = stored.filter(one => !change.gone.includes(one.id))
  const there = left.map(one => ({ ...(written.get(one.ordinal) ?? one), id: one.id }))
  const added = change.written.filter(one => one.id === undefined)
  return { guardians: [...there, ...added], refused: [...change.refused, ...faults.map(one => one.code)] }
}

const both = [known, second]
const newcomer = { id: undefined, name: 'Uusi', custody: false }
test.each([
  ['name and custody', '1 nimi;1 huoltajuus', 'Huolto;k', both, []],
  ['custody alone', '1 huoltajuus', 'e', [{ ...known, custody: false }, second], []],
  ['an address alone', '1 puhelin', '040 9', [{ ...known, phone: '040 9' }, second], []],
  ['an empty address', '1 nimi;1 puhelin', 'Huolto;', [{ ...known, phone: null }, second], []],
  ['empty custody', '1 nimi;1 huoltajuus', 'Huolto;', both, []],
  ['a language that cannot be read', '1 kieli', 'kieli?', both, ['cell-language']],
  ['an empty name', '1 nimi', '', [second], []],
  // Somebody else, with an id of their own: who signs in as the one before stays behind.
  ['another name', '1 nimi;1 huoltajuus', 'Uusi;e', [second, { ...known, ...newcomer }], []],
  ['another name without custody', '1 nimi', 'Uusi', both, uncertain],
  ['another name with empty custody', '1 nimi;1 huoltajuus', 'Uusi;', both, uncertain],
  ['the second one', '2 nimi;2 huoltajuus', 'Toinen;k', [known, { ...second, custody: true }], []],
])('a file with %s leaves the rest of the guardians', (_what, columns, cells, guardians, refused) =>
  expect(after(columns, cells, both)).toEqual({ guardians, refused }),
)

test.each([
  ['1 puhelin', '040 9', [{ ordinal: 1, missing: 'name' }]],
  ['1 puhelin', '', []],
  ['1 nimi', 'Uusi', uncertain],
])('nobody is made of too little: %s %s', (columns, cells, refused) =>
  expect(after(columns, cells, [])).toEqual({ guardians: [], refused }),
)
