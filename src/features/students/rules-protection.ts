import type { Protection } from './contract.ts'

/** How a student stands to a reader; undefined when there is no turvakielto. `masked` comes with the row. */
export function protectionOf(row: {
  readonly protected: boolean
  readonly masked: boolean
}): Protection | undefined {
  if (row.masked) return 'masked'
  return row.protected ? 'revealed' : undefined
}

/** What tells who or where a student is, as rows of lists hold it. */
interface TellingRow {
  readonly masked: boolean
  readonly given_names?: string | null
  readonly called_name?: string | null
  readonly family_name?: string | null
  readonly group_code?: string | null
  readonly student_number?: string | null
  readonly birth_date?: string | null
  readonly language?: string | null
}

const telling = [
  'given_names',
  'called_name',
  'family_name',
  'group_code',
  'student_number',
  'birth_date',
  'language',
] as const

/**
 * The row as its reader may have it. The learner number stays: it tells rows apart, and nobody finds anybody by it who
 * does not know them already.
 */
export function protectedRow<Row extends TellingRow>(row: Row): Row {
  if (!row.masked) return row
  const hidden = telling.filter(column => column in row).map(column => [column, null])
  return { ...row, ...Object.fromEntries(hidden) }
}
