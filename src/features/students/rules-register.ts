import {
  type Cell,
  readCode,
  readDate,
  readEmail,
  readLanguage,
  readName,
  readPhone,
  readPostalCode,
  readText,
  readYesNo,
} from '../../platform/csv/cells.ts'
import type { Header } from '../../platform/csv/columns.ts'
import { type CellFault, given, RowReader } from '../../platform/csv/row.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { ToldGuardian } from '../guardians/contract.ts'
import { comesOfAgeOn } from '../guardians/rules.ts'
import { isPersonOid } from '../identifiers/rules.ts'
import {
  type RegisterContact,
  type RegisterStudent,
  type StudentColumn,
  studentColumns,
} from './contract-register.ts'

export interface ReadStudent {
  /** The learner number as far as it can be read: a student whose row is refused has not vanished. */
  readonly oid?: string
  /** Undefined when the row is refused. */
  readonly student?: RegisterStudent
  readonly faults: readonly CellFault<StudentColumn>[]
}

type Row = RowReader<StudentColumn>

const readOid = (text: string): Cell<string> =>
  isPersonOid(text) ? { ok: true, value: text } : { ok: false, code: 'cell-learner-number' }

/** Faults that leave out what they are about, and not the whole row. */
const soft = new Set(['cell-language', 'guardian-birth-date'])

/** Reads one row of the students' file. */
export function readStudentRow(
  cells: readonly string[],
  header: Header<StudentColumn>,
  today: PlainDate,
): ReadStudent {
  const row = new RowReader(studentColumns, header, cells)
  const studentOid = row.need('learner-number', readOid)
  const givenNames = row.need('given-names', readName)
  const familyName = row.need('family-name', readName)
  const birthDate = birthDateOf(row, today)
  const told = {
    ...given('studentNumber', row.get('student-number', readCode)),
    ...given('calledName', row.get('called-name', readName)),
    ...given('birthDate', birthDate),
    ...given('group', row.get('group-code', readCode)),
    ...given('groupName', row.get('group-name', readText)),
    ...given('teacher', row.get('teacher', readCode)),
    ...given('language', row.get('language', readLanguage)),
    ...given('protected', row.get('protected', readYesNo) ?? undefined),
    ...given('guardians', guardiansOf(row, birthDate, today)),
    contact: contactOf(row),
  }
  if (told.groupName && !told.group) row.fault('group-code', 'cell-empty')
  const { faults } = row
  const oid = studentOid === null ? {} : { oid: studentOid }
  // What was left out of a row is no news when none of it is stored.
  const hard = faults.filter(fault => !soft.has(fault.code))
  if (studentOid === null || givenNames === null || familyName === null || hard.length > 0)
    return { ...oid, faults: hard }
  return { ...oid, student: { studentOid, givenNames, familyName, ...told }, faults }
}

function birthDateOf(row: Row, today: PlainDate): PlainDate | null | undefined {
  const date = row.get('birth-date', readDate)
  if (date && (date > today || date < '1900-01-01')) {
    row.fault('birth-date', 'cell-birth-date')
    return null
  }
  return date
}

function contactOf(row: Row): RegisterContact {
  return {
    ...given('email', row.get('email', readEmail)),
    ...given('phone', row.get('phone', readPhone)),
    ...given('street', row.get('street', readText)),
    ...given('postalCode', row.get('postal-code', readPostalCode)),
    ...given('city', row.get('city', readText)),
  }
}

function guardiansOf(
  row: Row,
  birthDate: PlainDate | null | undefined,
  today: PlainDate,
): readonly ToldGuardian[] | undefined {
  // Registers' files usually go on telling them; an adult has none.
  if (birthDate && comesOfAgeOn(birthDate) <= today) return undefined
  const told = ([1, 2] as const).flatMap(ordinal => guardianIn(row, ordinal, birthDate) ?? [])
  return told.length === 0 ? undefined : told
}

/** Undefined when the file tells nothing of the guardian in this place. */
function guardianIn(
  row: Row,
  ordinal: 1 | 2,
  birthDate: PlainDate | null | undefined,
): ToldGuardian | undefined {
  const nameColumn = `guardian${ordinal}-name` as const
  const name = row.get(nameColumn, readName)
  const reach = {
    ...given('email', row.get(`guardian${ordinal}-email`, readEmail)),
    ...given('phone', row.get(`guardian${ordinal}-phone`, readPhone)),
    ...given('language', languageIn(row, `guardian${ordinal}-language`)),
  }
  const custody = row.get(`guardian${ordinal}-custody`, readYesNo) ?? undefined
  const told = { ordinal, ...given('name', name), ...reach, ...given('custody', custody) }
  if (Object.keys(told).length === 1) return undefined
  const says = Object.values(reach).some(value => value !== null)
  if (name === null) return says ? fault(row, nameColumn, 'cell-empty') : { ordinal, name }
  if (birthDate === null) row.fault(nameColumn, 'guardian-birth-date')
  return told
}

/** A language that cannot be read is not told. */
function languageIn(row: Row, column: StudentColumn): Language | null | undefined {
  const before = row.faults.length
  const language = row.get(column, readLanguage)
  return row.faults.length > before ? undefined : language
}

function fault(row: Row, column: StudentColumn, code: string): undefined {
  row.fault(column, code)
  return undefined
}
