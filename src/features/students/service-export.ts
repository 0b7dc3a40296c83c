import type { Actor } from '../../platform/access/actor.ts'
import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import type { TextOf } from '../../platform/http/problem.ts'
import { pickName } from '../../platform/i18n/names.ts'
import { studentsExported } from './audit.ts'
import type { StudentRow } from './contract.ts'
import type { ListQuery } from './queries-list-narrow.ts'
import { listedRow, type QualificationNames } from './rules-search-row.ts'
import { cursorOf, placeOf } from './service-cursor.ts'
import { findStudents } from './service-list.ts'

const [pageOfExport, exportAtMost] = [500, 10_000]

interface Export {
  readonly actor: Actor
  readonly audit: AuditContext
  readonly query: Omit<ListQuery, 'after' | 'limit'>
  readonly qualificationNames: QualificationNames
  readonly text: TextOf
}

type Word = (key: string, params?: Record<string, string | number>) => string

/**
 * The list as lines of a file, one for each study right; each student of it is audited.
 * @throws AppError students.export-large
 */
export async function exportLines(
  transaction: ReadTransaction,
  { actor, audit, query, qualificationNames, text }: Export,
): Promise<string[][]> {
  const word: Word = (key, params = {}) => text(query.language, `students.${key}`, params)
  const students: StudentRow[] = []
  for (let after: ListQuery['after'], more = true; more; ) {
    const rows = await findStudents(transaction, actor, { ...query, after, limit: pageOfExport })
    students.push(...rows.map(row => listedRow(row, qualificationNames)))
    if (students.length > exportAtMost)
      throw new AppError('students.export-large', 400, { params: { most: exportAtMost } })
    const last = rows.at(-1)
    more = rows.length === pageOfExport && last !== undefined
    after = last && placeOf(cursorOf(last, query), query)
  }
  await auditAll(transaction, audit, students)
  const head = ['name', 'number', 'group', 'qualification', 'right', 'state', 'plan'].map(key =>
    word(`export.${key}`),
  )
  return [head, ...students.flatMap(student => linesOf(student, query, word))]
}

async function auditAll(
  transaction: ReadTransaction,
  audit: AuditContext,
  students: readonly StudentRow[],
): Promise<void> {
  const details = { rows: students.length }
  for (let at = 0; at < students.length; at += pageOfExport) {
    const part = students.slice(at, at + pageOfExport)
    await record(
      transaction,
      audit,
      studentsExported,
      part.map(({ id }) => ({ studentId: id, details })),
    )
  }
}

function linesOf(student: StudentRow, { language }: Pick<ListQuery, 'language'>, word: Word): string[][] {
  // A file leaves the house: of a student with turvakielto not even the number, by which registers know the name.
  const who = student.protection
    ? [word('export.protected'), '', '']
    : [student.name ?? '', student.studentOid, student.group ?? '']
  const rights: readonly (StudentRow['studyRights'][number] | undefined)[] =
    student.studyRights.length === 0 ? [undefined] : student.studyRights
  return rights.map(right => [
    ...who,
    pickName(right?.qualification?.names, language)?.text ?? '',
    right?.oid !== undefined && !student.protection ? right.oid : '',
    right?.state === undefined ? '' : stateWord(right.state, word),
    right === undefined ? '' : planWord(right.plan, word),
  ])
}

function planWord(plan: StudentRow['studyRights'][number]['plan'], word: Word): string {
  if (plan === undefined) return word('export.none')
  const { errors, warnings } = plan
  return errors + warnings === 0 ? word('export.fine') : word('export.findings', { errors, warnings })
}

/** A state that nobody has named here is told by its code. */
function stateWord(state: string, word: Word): string {
  const text = word(`states.${state}`)
  return text.endsWith(`states.${state}`) ? state : text
}
