import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { audited, notAudited, record } from '../../platform/audit/audit.ts'
import { csvText } from '../../platform/csv/write.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import type { TextOf } from '../../platform/http/problem.ts'
import type { Uuid } from '../../platform/ids.ts'
import { studentAccess } from './access.ts'
import { studentsExported, studentsListed } from './audit.ts'
import { StudentList } from './contract.ts'
import { StudentChoices, type StudentFilters, StudentSearch } from './contract-list.ts'
import { choicesOfList } from './queries-list-choices.ts'
import type { ListQuery } from './queries-list-narrow.ts'
import { exportScope } from './rules-search.ts'
import { listedRow, type QualificationNames } from './rules-search-row.ts'
import { cursorOf, placeOf } from './service-cursor.ts'
import { exportLines } from './service-export.ts'
import { findStudents } from './service-list.ts'

export interface ListDependencies {
  /** Names of a qualification by its diary number, from the reference data in memory. */
  readonly qualificationNames: QualificationNames
  readonly text: TextOf
}

export function studentListRoutes(dependencies: ListDependencies): Endpoint[] {
  return [listRoute(dependencies), choicesRoute(dependencies), exportRoute(dependencies)]
}

function listRoute({ qualificationNames }: ListDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/students',
    tag: 'students',
    summary:
      'Students in order, or found by what was typed, with their study rights and the state of each plan',
    query: Type.Object({
      ...StudentSearch.properties,
      after: Type.Optional(Type.String({ maxLength: 1000 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    answers: { 200: StudentList },
    access: whoMay(studentAccess.list),
    audit: audited(studentsListed),
    transaction: 'read',
    handle: async ({ query, actor, audit, language, today }, transaction) => {
      const limit = query.limit ?? 50
      const { after, sort, ...filters } = query
      const asked = { ...orderAsked(filters, sort), filters, personId: personIdOf(actor), language, today }
      const place = placeOf(after, asked)
      const rows = await findStudents(transaction, actor, { ...asked, after: place, limit: limit + 1 })
      const page = rows.slice(0, limit)
      const details = { rows: page.length }
      await record(
        transaction,
        audit,
        studentsListed,
        page.map(row => ({ studentId: row.id, details })),
      )
      const last = rows.length > limit ? page.at(-1) : undefined
      const items = page.map(row => listedRow(row, qualificationNames))
      return { body: { items, ...(last ? { next: cursorOf(last, asked) } : {}) } }
    },
  })
}

function choicesRoute({ qualificationNames }: ListDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/students/filters',
    tag: 'students',
    summary: 'What the list of students can be narrowed by, and which lists may be taken out as a file',
    answers: { 200: StudentChoices },
    access: whoMay(studentAccess.export),
    audit: notAudited("Groups, qualifications and states are no one's data"),
    transaction: 'read',
    handle: async ({ actor }, transaction) => {
      const found = await choicesOfList(transaction, personIdOf(actor))
      const body: StudentChoices = {
        mine: found.mine,
        groups: found.groups.map(({ code, name }) => ({ code, ...(name === null ? {} : { name }) })),
        qualifications: found.diary_numbers.map(diaryNumber => {
          const names = qualificationNames(diaryNumber)
          return { diaryNumber, ...(names ? { names } : {}) }
        }),
        rightStates: [...found.right_states],
        export: exportScope(rolesOf(actor)),
      }
      return { body }
    },
  })
}

function exportRoute(dependencies: ListDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/students/export',
    tag: 'students',
    summary:
      'The list as a file for a spreadsheet, in the language of the reader; of turvakielto nothing that tells who',
    query: StudentSearch,
    answers: { 200: Type.String({ contentMediaType: 'text/csv' }) },
    access: whoMay(studentAccess.export),
    audit: audited(studentsExported),
    transaction: 'read',
    handle: async ({ query: { sort, ...filters }, actor, audit, language, today }, transaction) => {
      if (exportScope(rolesOf(actor)) === 'mine' && filters.mine !== true)
        throw new AppError('students.export-own', 403, { pointer: '/mine' })
      const asked = { ...orderAsked(filters, sort), filters, personId: personIdOf(actor), language, today }
      const lines = await exportLines(transaction, { ...dependencies, actor, audit, query: asked })
      const headers = {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="students.csv"',
      }
      return { body: csvText(lines), headers }
    },
  })
}

/** Within one group the order by group is the order by name. */
function orderAsked(
  filters: StudentFilters,
  sort: StudentSearch['sort'],
): Pick<ListQuery, 'sort' | 'backwards'> {
  const byGroup = (sort === 'group' || sort === '-group') && filters.group === undefined
  return { sort: byGroup ? 'group' : 'name', backwards: sort?.startsWith('-') === true }
}

const personIdOf = (actor: Actor): Uuid | undefined => (actor.kind === 'person' ? actor.id : undefined)
const rolesOf = (actor: Actor): readonly string[] => (actor.kind === 'person' ? actor.roles : [])
