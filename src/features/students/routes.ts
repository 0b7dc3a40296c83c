import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited, record } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { isUuid } from '../../platform/ids.ts'
import { contactErased, eraseContactsOfStudent } from '../contacts/public.ts'
import { studentAccess } from './access.ts'
import { studentErased, studentsListed } from './audit.ts'
import { type Names, StudentErasure, StudentList, type StudentRow } from './contract.ts'
import { eraseStudent, type ListPlace, listStudents, type StudentListRow } from './queries.ts'
import { displayName } from './rules.ts'

interface Dependencies {
  /** Names of a qualification by its diary number, from the reference data in memory. */
  readonly qualificationNames: (diaryNumber: string) => Names | undefined
}

export function studentRoutes(dependencies: Dependencies): Endpoint[] {
  return [list(dependencies), erase()]
}

function list(dependencies: Dependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/students',
    tag: 'students',
    summary: 'Students in order of their names, with their study rights and the state of each plan',
    query: Type.Object({
      after: Type.Optional(Type.String({ maxLength: 400 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    answers: { 200: StudentList },
    access: whoMay(studentAccess.list),
    audit: audited(studentsListed),
    transaction: 'read',
    handle: async ({ query, actor, audit }, transaction) => {
      const limit = query.limit ?? 50
      const rows = await listStudents(transaction, actor, placeOf(query.after), limit + 1)
      const shown = rows.slice(0, limit)
      const details = { rows: shown.length }
      await record(
        transaction,
        audit,
        studentsListed,
        shown.map(row => ({ studentId: row.id, details })),
      )
      const last = rows.length > limit ? shown.at(-1) : undefined
      const next = last ? { next: cursorOf({ sortName: last.sort_name, id: last.id }) } : {}
      return { body: { items: shown.map(row => present(row, dependencies)), ...next } }
    },
  })
}

function erase(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/students/{studentId}/erase',
    tag: 'students',
    summary:
      "Erase a student's names, birth date, e-mail and phone; the gap stays and is logged, and no register fills it again",
    params: Type.Object({ studentId: Type.String({ format: 'uuid' }) }),
    body: StudentErasure,
    answers: { 204: null },
    access: whoMay(studentAccess.erase),
    audit: audited(studentErased, contactErased),
    transaction: 'write',
    handle: async ({ params, body, audit, now }, transaction) => {
      if (!(await eraseStudent(transaction, params.studentId, now)))
        throw new AppError('students.not-found', 404)
      await record(transaction, audit, studentErased, { studentId: params.studentId, details: body })
      await eraseContactsOfStudent(transaction, audit, { ...params, ...body })
      return { status: 204 }
    },
  })
}

function present(row: StudentListRow, { qualificationNames }: Dependencies): StudentRow {
  const name = displayName(row)
  return {
    id: row.id,
    ...(name === undefined ? {} : { name }),
    studentOid: row.student_oid,
    ...(row.group_code === null ? {} : { group: row.group_code }),
    studyRights: row.study_rights.map(right => {
      const names = right.diary_number === null ? undefined : qualificationNames(right.diary_number)
      const plan = right.plan
      return {
        oid: right.oid,
        ...(names ? { qualification: { names } } : {}),
        ...(plan
          ? {
              plan: {
                id: plan.id,
                version: plan.version,
                errors: plan.errors,
                warnings: plan.warnings,
                savedAt: new Date(plan.saved_at).toISOString(),
              },
            }
          : {}),
      }
    }),
  }
}

const cursorOf = (place: ListPlace): string =>
  Buffer.from(JSON.stringify([place.sortName, place.id])).toString('base64url')

/** @throws AppError when the cursor was not made by us. */
function placeOf(cursor: string | undefined): ListPlace | undefined {
  if (cursor === undefined) return undefined
  try {
    const [sortName, id]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (typeof sortName === 'string' && typeof id === 'string' && isUuid(id)) return { sortName, id }
  } catch {
    // Told below: a cursor that is no JSON is as foreign as one with other members.
  }
  throw new AppError('students.cursor', 400, { pointer: '/after' })
}
