import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../test/harness/database.ts'
import { runFile } from '../../test/harness/file-run.ts'
import { newProvider } from '../../test/harness/people.ts'
import type { ImportDefinition } from '../features/imports/contract-definition.ts'
import { enCsv } from '../features/imports/i18n/en-csv.ts'
import { en } from '../features/imports/i18n/en-pages.ts'
import { fiCsv } from '../features/imports/i18n/fi-csv.ts'
import { fi } from '../features/imports/i18n/fi-pages.ts'
import { svCsv } from '../features/imports/i18n/sv-csv.ts'
import { sv } from '../features/imports/i18n/sv-pages.ts'
import { inventedOids } from '../features/plans/factory.ts'
import { staffColumns } from '../features/staff/public.ts'
import { saveStudents, studentColumns } from '../features/students/public.ts'
import { templateOf } from '../platform/csv/template.ts'
import { csvText } from '../platform/csv/write.ts'
import { write } from '../platform/db/door.ts'
import { languages } from '../platform/i18n/language.ts'
import type { Uuid } from '../platform/ids.ts'
import { staffFile } from './import-staff-file.ts'
import { studentFile } from './import-student-file.ts'

const { database, owner } = await testDatabase()
const now = new Date('2026-11-22T08:00:00Z')
let provider: Uuid

beforeEach(async () => {
  provider = (await newProvider(owner)).id
  await run(staffFile('demo'), 'Henkilöstönumero;Etunimet;Sukunimi\n1001;Olli;Opettava\n1002;Oona;Ohjaava\n')
})

function run<T>(definition: ImportDefinition<T>, text: string | Uint8Array, options = {}) {
  return runFile({ database, now, provider }, definition, text, options)
}

const roleWords: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ fi, sv, en }).map(([key, one]) => [key, one.contents.roles]),
)

const heading = studentColumns.map(column => column.headings.fi)
type Cells = Partial<Record<(typeof studentColumns)[number]['key'], string>>

let numbers = 100_000
function oid() {
  numbers += 1
  return inventedOids(numbers).studentOid
}

const rowOf = (cells: Cells) => studentColumns.map(({ key }) => cells[key] ?? '')
const file = (rows: readonly Cells[]) => csvText([heading, ...rows.map(rowOf)])
const someone = (cells: Cells = {}): Cells => ({
  'learner-number': oid(),
  'given-names': 'Keksi Esimerkki',
  'family-name': 'Kuviteltu',
  ...cells,
})
const students = async () =>
  (await owner.query('select * from student where provider_id = $1 order by student_oid', [provider])).rows
const count = async (table: string) =>
  (await owner.query(`select count(*)::int as n from ${table} where provider_id = $1`, [provider])).rows[0].n

describe('3 000 rows', () => {
  const mistakes: readonly [Cells, string, string][] = [
    [{ 'learner-number': '1.2.246.562.24.12345678901' }, 'Oppijanumero', 'cell-learner-number'],
    [{ 'learner-number': '' }, 'Oppijanumero', 'cell-empty'],
    [{ 'birth-date': '31.2.2010' }, 'Syntymäaika', 'cell-date'],
    [{ 'birth-date': '1.1.2030' }, 'Syntymäaika', 'cell-birth-date'],
    [{ email: 'keksi.esimerkki' }, 'Sähköposti', 'cell-email'],
    [{ teacher: '9999' }, 'Vastuuopettaja', 'unknown-teacher'],
    [{ 'given-names': '=1+1' }, 'Etunimet', 'cell-formula'],
    [{ 'family-name': '' }, 'Sukunimi', 'cell-empty'],
    [{ protected: 'ehkä' }, 'Turvakielto', 'cell-yes-no'],
  ]

  test('with mistakes are stored without them, and again with what was mended', async () => {
    const good = Array.from({ length: 3_000 - mistakes.length - 1 }, (_, at) =>
      someone({
        'student-number': String(at),
        'group-code': `R${at % 30}`,
        teacher: at % 2 === 0 ? '1001' : '1002',
        'birth-date': '15.8.2010',
        phone: '040 000 0000',
        'guardian1-name': 'Huolto Kuviteltu',
        'guardian1-custody': 'k',
      }),
    )
    const bad = mistakes.map(([cells]) => someone(cells))
    const twice = someone({ 'learner-number': good[0]?.['learner-number'] ?? '' })
    const started = performance.now()
    const first = await run(studentFile, file([...good, ...bad, twice]))
    expect(performance.now() - started).toBeLessThan(15_000)
    expect([first.read, first.written, first.refused.length]).toEqual([3_000, good.length, bad.length + 1])
    const at = good.length + 2
    const told = [...first.refused].sort(
      (a, b) => Number(a.pointer.split('/')[1]) - Number(b.pointer.split('/')[1]),
    )
    expect(told).toEqual([
      ...mistakes.map(([, column, code], index) => ({
        pointer: `/${at + index}/${column}`,
        code,
        params: { column },
      })),
      { pointer: `/${at + bad.length}/Oppijanumero`, code: 'row-twice', params: { column: 'Oppijanumero' } },
    ])
    expect(await count('student_group')).toBe(30)
    expect(await count('guardian')).toBe(good.length)

    const mended = bad.map(({ 'student-number': _number, ...rest }, index) => ({
      ...rest,
      ...someone({ 'student-number': `m${index}` }),
      'birth-date': '15.8.2010',
      email: '',
      teacher: '1001',
      protected: '',
    }))
    expect(await run(studentFile, file([...good, ...mended]))).toMatchObject({
      read: 2_999,
      written: mended.length,
      refused: [],
    })
    expect(await count('student')).toBe(2_999)
  }, 60_000)
})

test.each(languages)('the template in %s is taken in as it is', async language => {
  const result = await run(studentFile, templateOf(studentColumns, language))
  expect(result).toMatchObject({ read: 1, written: 1, refused: [] })
  expect(await run(staffFile('demo'), templateOf(staffColumns, language))).toMatchObject({
    read: 1,
    refused: [],
  })
})

test('only changes are written, and each is told in the audit', async () => {
  const [one, two] = [someone({ email: 'a@esimerkki.test' }), someone()]
  expect((await run(studentFile, file([one, two]))).written).toBe(2)
  expect((await run(studentFile, file([one, two]))).written).toBe(0)
  expect((await run(studentFile, file([{ ...one, email: 'b@esimerkki.test' }, two]))).written).toBe(1)
  const { rows } = await owner.query(
    `select count(*)::int as n from audit_event where provider_id = $1 and action = 'students.save'`,
    [provider],
  )
  expect(rows[0].n).toBe(3)
})

test('what a column that the file lacks holds stays, and an empty cell empties', async () => {
  const one = someone({ phone: '040 1', email: 'a@esimerkki.test', 'group-code': 'A' })
  await run(studentFile, file([one]))
  const named = `Oppijanumero;Etunimet;Sukunimi;Puhelin\n${one['learner-number']};Uusi;Nimi;\n`
  await run(studentFile, named)
  const contact = await owner.query('select email, phone from student_contact where provider_id = $1', [
    provider,
  ])
  expect(contact.rows).toEqual([{ email: 'a@esimerkki.test', phone: null }])
  expect(await students()).toMatchObject([{ called_name: 'Uusi', group_code: 'A', sort_name: 'nimi uusi' }])
})

test('who is not in a whole file is marked, and unmarked when back; with a row refused nobody is marked', async () => {
  const [one, two, three] = [someone(), someone(), someone()]
  await run(studentFile, file([one, two, three]))
  const half = await run(studentFile, file([one, { ...three, 'birth-date': 'x' }]), { whole: true })
  expect(half).toMatchObject({ vanished: 0, written: 0, noted: [{ code: 'vanishing-refused' }] })
  const short = `${file([one]).trimEnd()}\r\n${three['learner-number']};Keksi;Kuviteltu\r\n`
  expect(await run(studentFile, short, { whole: true })).toMatchObject({
    vanished: 0,
    refused: [{ pointer: '/3', code: 'row-cells', params: { cells: '3', columns: String(heading.length) } }],
  })
  const good = await run(studentFile, file([one, three]), { whole: true })
  expect(good).toMatchObject({ vanished: 1, noted: [] })
  const marked = async () =>
    (await students()).filter(row => row.vanished_at !== null).map(row => row.student_oid)
  expect(await marked()).toEqual([two['learner-number']])
  expect(await run(studentFile, file([two]))).toMatchObject({ written: 1, vanished: 0 })
  expect(await marked()).toEqual([])
})

test('a short row changes nothing, and a file that breaks off is refused whole', async () => {
  const one = someone({ 'group-code': 'A', teacher: '1001' })
  await run(studentFile, file([one]))
  const short = `${heading.join(';')}\n${one['learner-number']};;Uusi;Nimi`
  expect(await run(studentFile, `${short}\n`)).toMatchObject({ written: 0, refused: [{ code: 'row-cells' }] })
  expect(await run(studentFile, short)).toMatchObject({
    refusal: { pointer: '/2', code: 'csv-breaks-off', params: { row: '2' } },
  })
  expect(await students()).toMatchObject([
    { group_code: 'A', family_name: 'Kuviteltu', told_teacher: '1001' },
  ])
})

test('more than half does not vanish by one file', async () => {
  const all = Array.from({ length: 100 }, () => someone())
  await run(studentFile, file(all))
  const few = await run(studentFile, file(all.slice(51)), { whole: true })
  expect(few).toMatchObject({ vanished: 0, noted: [{ code: 'vanishing-many', params: { count: '51' } }] })
  const most = await run(studentFile, file(all.slice(50)), { whole: true })
  expect(most).toMatchObject({ vanished: 50, noted: [] })
})

test('whom only another register brought does not vanish by a file that never told of them', async () => {
  const [one, brought] = [someone(), someone()]
  await run(studentFile, file([one]))
  const told = { studentOid: brought['learner-number'] ?? '', givenNames: 'Koski', familyName: 'Kuviteltu' }
  const actor = { kind: 'system', source: 'koski', providerId: provider } as const
  await write(database, provider, transaction => saveStudents(transaction, { actor, now }, [told], 'koski'))
  expect(await run(studentFile, file([one]), { whole: true })).toMatchObject({ vanished: 0 })
  await run(studentFile, file([{ ...brought, 'given-names': 'Koski' }]))
  expect(await run(studentFile, file([one]), { whole: true })).toMatchObject({ vanished: 1 })
})

test('of a refused row nothing is told that was left out of it, and it takes no place from the next', async () => {
  const one = someone({ language: 'xx', 'birth-date': '15/8/2010', 'guardian1-name': 'H' })
  const result = await run(
    studentFile,
    file([one, { ...one, 'birth-date': '15.8.2010', 'guardian1-name': '' }]),
  )
  expect(result.refused.map(({ code, pointer }) => [pointer, code])).toEqual([
    ['/2/Syntymäaika', 'cell-date-form'],
  ])
  expect(result.noted.map(({ code, pointer }) => [pointer, code])).toEqual([['/3/Kieli', 'cell-language']])
  expect(result.written).toBe(1)
})

test('who was erased stays erased', async () => {
  const one = someone({ phone: '040 1' })
  await run(studentFile, file([one]))
  await owner.query(
    `update student set given_names = null, called_name = null, family_name = null, erased_at = now()
     where provider_id = $1`,
    [provider],
  )
  await owner.query('delete from student_contact where provider_id = $1', [provider])
  expect(await run(studentFile, file([one]))).toMatchObject({ read: 1, written: 0 })
  expect(await students()).toMatchObject([{ family_name: null }])
  expect(await count('student_contact')).toBe(0)
})

test('a group gets the teacher of most, and a student without a teacher the group’s', async () => {
  await run(
    studentFile,
    file([
      someone({ 'group-code': 'A', teacher: '1001' }),
      someone({ 'group-code': 'A', teacher: '1002' }),
      someone({ 'group-code': 'A', teacher: '1002' }),
      someone({ 'group-code': 'A', 'group-name': 'Ryhmä A' }),
    ]),
  )
  const { rows } = await owner.query(
    `select staff_number, g.name, (select count(*)::int from student s where s.teacher_id = m.id) as students
     from student_group g join staff_member m on m.id = g.teacher_id where g.provider_id = $1`,
    [provider],
  )
  expect(rows).toEqual([{ staff_number: '1002', name: 'Ryhmä A', students: 3 }])
})

describe('turvakielto', () => {
  const state = async () => (await students()).map(row => [row.protected, row.sort_name])

  test('stays until the register says no, and hides the name from order and search', async () => {
    const one = someone({ protected: 'k' })
    await run(studentFile, file([one]))
    expect(await state()).toEqual([[true, '']])
    const keys = await owner.query('select key from student_key where provider_id = $1', [provider])
    expect(keys.rows.some(({ key }) => /kuviteltu|keksi/.test(key))).toBe(false)
    await run(studentFile, file([{ ...one, protected: '' }]))
    expect(await state()).toEqual([[true, '']])
    await run(studentFile, file([{ ...one, protected: 'ei' }]))
    expect(await state()).toEqual([[false, 'kuviteltu keksi']])
    const { rows } = await owner.query(
      `select action from audit_event where provider_id = $1 and action like 'students.%protect' order by action`,
      [provider],
    )
    expect(rows.map(row => row.action)).toEqual(['students.protect', 'students.unprotect'])
  })
})

test('a called name that nothing tells stays, and is derived only where none is stored or can be', async () => {
  const one = someone({ 'given-names': 'Keksi Esimerkki', 'called-name': 'Esimerkki' })
  const called = async () => (await students()).map(row => row.called_name)
  const told = (names: string) =>
    run(studentFile, `Oppijanumero;Etunimet;Sukunimi\n${one['learner-number']};${names};Kuviteltu\n`)
  await run(studentFile, file([one]))
  expect(await told('Keksi Esimerkki')).toMatchObject({ written: 0 })
  expect(await run(studentFile, file([{ ...one, 'called-name': '' }]))).toMatchObject({ written: 0 })
  expect(await called()).toEqual(['Esimerkki'])
})

describe('guardians', () => {
  const guardian: Cells = { 'guardian1-name': 'Huolto', 'guardian1-custody': 'k', 'guardian1-phone': '040 5' }
  const stored = async () =>
    (
      await owner.query(
        'select name, custody, ends_on::text from guardian where provider_id = $1 order by ordinal',
        [provider],
      )
    ).rows

  test('end at 18, and one without custody is kept as such', async () => {
    const second: Cells = { 'guardian2-name': 'Toinen', 'guardian2-custody': 'e' }
    const one = someone({ 'birth-date': '29.2.2012', ...guardian, ...second })
    await run(studentFile, file([one]))
    expect(await stored()).toEqual([
      { name: 'Huolto', custody: true, ends_on: '2030-02-28' },
      { name: 'Toinen', custody: false, ends_on: '2030-02-28' },
    ])
    await run(
      studentFile,
      file([{ ...one, 'guardian1-name': '', 'guardian1-phone': '', 'guardian1-custody': '' }]),
    )
    expect((await stored()).map(row => row.name)).toEqual(['Toinen'])
  })

  test('whose other columns the file lacks keep them, and without a word on custody nothing changes', async () => {
    const second: Cells = { 'guardian2-name': 'Toinen', 'guardian2-custody': 'e' }
    const one = someone({ 'birth-date': '29.2.2012', ...guardian, ...second })
    await run(studentFile, file([one]))
    const heading = 'Oppijanumero;Etunimet;Sukunimi;Huoltaja 1 nimi'
    const text = `${heading}\n${one['learner-number']};Keksi Esimerkki;Kuviteltu;`
    expect(await run(studentFile, `${text}Huolto\n`)).toMatchObject({ written: 0, refused: [] })
    const other = await run(studentFile, `${text}Uusi\n`)
    expect(other.refused).toEqual([])
    expect(other.noted.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['guardian-custody', '/2/Huoltaja 1 huoltajuus'],
    ])
    expect((await stored()).map(row => row.name)).toEqual(['Huolto', 'Toinen'])
  })

  test('of an adult are nobody’s business, and no fault', async () => {
    const cells = { 'birth-date': '22.11.2008', ...guardian, 'guardian1-email': 'x' }
    const result = await run(studentFile, file([someone(cells)]))
    expect(result).toMatchObject({ written: 1, refused: [], noted: [] })
    expect(await stored()).toEqual([])
  })

  test.each<[string, Cells, string, number]>([
    [
      'without a word on custody',
      { 'birth-date': '2010-01-01', 'guardian1-name': 'H' },
      'guardian-custody',
      0,
    ],
    ['without a birth date', guardian, 'guardian-birth-date', 1],
    ['without a name', { 'birth-date': '2010-01-01', 'guardian1-phone': '040 1' }, 'cell-empty', 0],
  ])('%s is told', async (_what, cells, code, guardians) => {
    const result = await run(studentFile, file([someone(cells)]))
    expect([...result.refused, ...result.noted].map(one => one.code)).toEqual([code])
    expect(result.written).toBe(code === 'cell-empty' ? 0 : 1)
    expect(await stored()).toHaveLength(guardians)
  })
})

describe('staff', () => {
  const text = (rows: string) => `Henkilöstönumero;Etunimet;Sukunimi;Kirjautumistunnus;Roolit\n${rows}`
  const roles = async () =>
    (
      await owner.query('select role, origin from assignment where provider_id = $1 order by role', [
        provider,
      ])
    ).rows.map(row => `${row.role} ${row.origin}`)

  test('are joined to who signs in, with the roles of the file and no others', async () => {
    const subject = `olli-${provider}`
    await run(staffFile('demo'), text(`1001;Olli;Opettava;${subject};opettaja, Laatuvastaava\n`))
    expect(await roles()).toEqual(['quality register', 'teacher register'])
    await owner.query(
      `insert into assignment (person_id, provider_id, role)
       select id, $1, 'coordinator' from person where subject = $2`,
      [provider, subject],
    )
    expect((await run(staffFile('demo'), text(`1001;Olli;Opettava;${subject};lärare\n`))).written).toBe(1)
    expect(await roles()).toEqual(['coordinator granted', 'teacher register'])
    const gone = await run(staffFile('demo'), text('1002;Oona;Ohjaava;;\n'), { whole: true })
    expect(gone.vanished).toBe(1)
    expect(await roles()).toEqual(['coordinator granted'])
  })

  test.each(Object.entries({ fi: fiCsv, sv: svCsv, en: enCsv }))(
    'roles have the words that the text in %s tells of',
    async (language, { 'cell-role': told }) => {
      const words = roleWords[language]?.split(': ')[1]?.split(', ') ?? []
      expect(words).toHaveLength(5)
      for (const word of words) expect(told).toContain(word)
      const row = text(`1001;Olli;Opettava;x-${provider};"${words.join(', ')}"\n`)
      expect((await run(staffFile('demo'), row)).refused).toEqual([])
      expect(await roles()).toHaveLength(5)
    },
  )

  test.each([
    ['1001;Olli;Opettava;x;rehtori\n', 'cell-role', 'Roolit'],
    ['1001;Olli;Opettava;;opettaja\n', 'role-without-subject', 'Kirjautumistunnus'],
    [';Olli;Opettava;;\n', 'cell-empty', 'Henkilöstönumero'],
  ])('%s is told', async (rows, code, column) => {
    const { noted, refused } = await run(staffFile('demo'), text(rows))
    expect(code === 'role-without-subject' ? noted : refused).toEqual([
      { pointer: `/2/${column}`, code, params: { column } },
    ])
  })
})
