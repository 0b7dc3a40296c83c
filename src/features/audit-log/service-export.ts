import type { Person } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import type { TextOf } from '../../platform/http/problem.ts'
import { formatDay, formatInstant } from '../../platform/i18n/format.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { AuditActor, AuditRow, AuditSearch } from './contract.ts'
import type { Reader } from './queries.ts'
import { valueWords } from './rules-details.ts'
import { auditRowView } from './rules-view.ts'
import { searchAudit } from './service.ts'

const [pageOfExport, exportAtMost] = [1_000, 20_000]

interface Export {
  readonly reader: Reader & { readonly actor: Person }
  readonly search: AuditSearch
  readonly language: Language
  readonly text: TextOf
}

/**
 * What was searched for as lines of a file, and the students of it.
 * @throws AppError audit-log.export-large
 */
export async function exportAudit(
  transaction: ReadTransaction,
  { language, reader, search, text }: Export,
): Promise<{ readonly lines: string[][]; readonly students: readonly string[]; readonly rows: number }> {
  const word = (key: string, params = {}) => text(language, `audit-log.${key}`, params)
  const columns = ['at', 'what', 'who', 'roles', 'student', 'number', 'details']
  const lines = [columns.map(key => word(`csv.${key}`))]
  const students = new Set<string>()
  for (let after: string | undefined, more = true; more; ) {
    const page = await searchAudit(transaction, reader, {
      ...search,
      ...(after === undefined ? {} : { after }),
      limit: pageOfExport,
    })
    for (const row of page.rows) {
      if (row.student_id !== null) students.add(row.student_id)
      lines.push(lineOf(auditRowView(row, { byActor: search.actorId !== undefined }), language, word))
    }
    if (lines.length - 1 > exportAtMost || (lines.length - 1 === exportAtMost && page.next !== undefined))
      throw new AppError('audit-log.export-large', 400, { params: { most: exportAtMost } })
    after = page.next
    more = after !== undefined
  }
  return { lines, students: [...students], rows: lines.length - 1 }
}

type Word = (key: string, params?: Record<string, string | number>) => string

function lineOf(row: AuditRow, language: Language, word: Word): string[] {
  const masked = row.student?.protection === 'masked'
  // A file leaves the house: of a masked student not even the number, by which registers know the name.
  const student = masked ? word('protected') : (row.student?.name ?? '')
  return [
    row.dayOnly === true ? formatDay(row.at, language) : formatInstant(row.at, language),
    word(`actions.${row.action}`),
    whoOf(row.actor, word),
    row.actor.kind === 'machine'
      ? (row.actor.source ?? '')
      : row.actor.roles.map(role => word(`roles.${role}`)).join(', '),
    student,
    masked ? '' : (row.student?.studentOid ?? ''),
    row.details
      .map(({ key, params }) => word(`details.${key}`, { value: inWords(params.value ?? '', word) }))
      .join('; '),
  ]
}

function inWords(value: string | number, word: Word): string | number {
  return valueWords(value, code => {
    const text = word(`details.values.${code}`)
    return text.endsWith(`details.values.${code}`) ? undefined : text
  })
}

function whoOf(actor: AuditActor, word: Word): string {
  if (actor.hidden === true) return word('hidden')
  if (actor.kind === 'system') return word('system')
  return actor.name ?? word('unknown')
}
