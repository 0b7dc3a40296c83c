import { type Cell, readCode, readEmail, readLanguage, readName, readText } from '../../platform/csv/cells.ts'
import type { Header } from '../../platform/csv/columns.ts'
import { type CellFault, given, RowReader } from '../../platform/csv/row.ts'
import {
  type RegisterStaffMember,
  type StaffColumn,
  type StaffRole,
  staffColumns,
} from './contract-register.ts'

export interface ReadStaffMember {
  /** As far as it can be read: who stands on a refused row has not vanished. */
  readonly staffNumber?: string
  readonly member?: RegisterStaffMember
  readonly faults: readonly CellFault<StaffColumn>[]
}

const words: Readonly<Record<string, StaffRole>> = {
  opettaja: 'teacher',
  lärare: 'teacher',
  teacher: 'teacher',
  'ohjaus- ja tukihenkilö': 'guidance',
  ohjaus: 'guidance',
  'opinto-ohjaaja': 'guidance',
  erityisopettaja: 'guidance',
  'handlednings- och stödperson': 'guidance',
  studiehandledare: 'guidance',
  speciallärare: 'guidance',
  'guidance and support': 'guidance',
  guidance: 'guidance',
  työelämäkoordinaattori: 'coordinator',
  koordinaattori: 'coordinator',
  arbetslivskoordinator: 'coordinator',
  'work-life coordinator': 'coordinator',
  coordinator: 'coordinator',
  laatupäällikkö: 'quality',
  laatuvastaava: 'quality',
  kvalitetschef: 'quality',
  kvalitetsansvarig: 'quality',
  'quality manager': 'quality',
  quality: 'quality',
  pääkäyttäjä: 'administrator',
  administratör: 'administrator',
  huvudanvändare: 'administrator',
  administrator: 'administrator',
}

/** Roles by their words in any of the three languages, separated by commas or slashes. */
function readRoles(text: string): Cell<readonly StaffRole[]> {
  const roles = text
    .split(/[,/;|]/)
    .flatMap(word => (word.trim() === '' ? [] : [words[word.trim().toLowerCase()]]))
  if (roles.some(role => role === undefined)) return { ok: false, code: 'cell-role' }
  return { ok: true, value: [...new Set(roles.filter(role => role !== undefined))] }
}

/** Reads one row of the staff's file. An unknown language is left out; any other fault refuses the row. */
export function readStaffRow(cells: readonly string[], header: Header<StaffColumn>): ReadStaffMember {
  const row = new RowReader(staffColumns, header, cells)
  const staffNumber = row.need('staff-number', readCode)
  const givenNames = row.need('given-names', readName)
  const familyName = row.need('family-name', readName)
  const told = {
    ...given('email', row.get('email', readEmail)),
    ...given('language', row.get('language', readLanguage)),
    ...given('subject', row.get('subject', readText)),
    ...given('roles', row.get('roles', readRoles)),
  }
  if (told.roles && told.roles.length > 0 && told.subject === null)
    row.fault('subject', 'role-without-subject')
  const { faults } = row
  const number = staffNumber === null ? {} : { staffNumber }
  const hard = faults.filter(fault => fault.code !== 'cell-language' && fault.code !== 'role-without-subject')
  if (staffNumber === null || givenNames === null || familyName === null || hard.length > 0)
    return { ...number, faults: hard }
  return { ...number, member: { staffNumber, givenNames, familyName, ...told }, faults }
}
