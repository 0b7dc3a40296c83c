import { type Static, Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import type { Actor, Person } from '../../platform/access/actor.ts'
import { type AuditContext, type AuditEvent, audited, record } from '../../platform/audit/audit.ts'
import { csvText } from '../../platform/csv/write.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import type { TextOf } from '../../platform/http/problem.ts'
import { pickStudents } from '../students/public.ts'
import { auditLogAccess } from './access.ts'
import { auditExported, auditPicked, auditSearched } from './audit.ts'
import { AuditList, AuditSearch, PickedActors, PickedStudents } from './contract.ts'
import { findActors } from './queries.ts'
import { actorView, auditRowView, studentView } from './rules-view.ts'
import { searchAudit } from './service.ts'
import { exportAudit } from './service-export.ts'

const pickAtMost = 8
const typed = Type.Object({ text: Type.String({ minLength: 1, maxLength: 100 }) })

export function auditLogRoutes({ text }: { readonly text: TextOf }): Endpoint[] {
  return [searchRoute(), exportRoute(text), studentsRoute(), actorsRoute()]
}

function searchRoute(): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/audit',
    tag: 'audit-log',
    summary: 'Who saw, changed or took out data: by student, by who acted, by kind and days; newest first',
    query: Type.Object({
      ...AuditSearch.properties,
      after: Type.Optional(Type.String({ maxLength: 200 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    answers: { 200: AuditList },
    access: whoMay(auditLogAccess.search),
    audit: audited(auditSearched),
    transaction: 'read',
    handle: async ({ query: { after, limit = 50, ...search }, actor, audit, today }, transaction) => {
      const reader = { actor: personOf(actor), today }
      const asked = { ...search, ...(after === undefined ? {} : { after }), limit }
      const { about, next, rows } = await searchAudit(transaction, reader, asked)
      const byActor = search.actorId !== undefined
      const students = new Set(rows.flatMap(row => row.student_id ?? []))
      await recordAsked(transaction, audit, auditSearched, { search, students, rows: rows.length })
      const items = rows.map(row => auditRowView(row, { byActor }))
      return { body: { items, ...(next === undefined ? {} : { next }), about } }
    },
  })
}

function exportRoute(text: TextOf): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/audit/export',
    tag: 'audit-log',
    summary: 'The same as a file for a spreadsheet, in the language of the reader; bounded',
    query: AuditSearch,
    answers: { 200: Type.String({ contentMediaType: 'text/csv' }) },
    access: whoMay(auditLogAccess.export),
    audit: audited(auditExported),
    transaction: 'read',
    handle: async ({ query: search, actor, audit, language, today }, transaction) => {
      const reader = { actor: personOf(actor), today }
      const { lines, rows, students } = await exportAudit(transaction, { language, reader, search, text })
      await recordAsked(transaction, audit, auditExported, { search, students: new Set(students), rows })
      const headers = {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="audit.csv"',
      }
      return { body: csvText(lines), headers }
    },
  })
}

interface Asked {
  readonly search: AuditSearch
  readonly students: ReadonlySet<string>
  readonly rows: number
}

/** One event for each student who was shown or asked for; one alone where there was nobody. */
async function recordAsked(
  transaction: ReadTransaction,
  audit: AuditContext,
  event: AuditEvent<typeof auditSearched.details>,
  { rows, search: { studentId, ...rest }, students }: Asked,
): Promise<void> {
  const details: Static<typeof auditSearched.details> = { rows, ...rest }
  const all = studentId === undefined ? [...students] : [studentId]
  const entries = all.length === 0 ? [{ details }] : all.map(id => ({ studentId: id, details }))
  for (let at = 0; at < entries.length; at += 500)
    await record(transaction, audit, event, entries.slice(at, at + 500))
}

function studentsRoute(): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/audit/students',
    tag: 'audit-log',
    summary: 'The first students whom a name or a number finds, to ask the audit about',
    query: typed,
    answers: { 200: PickedStudents },
    access: whoMay(auditLogAccess.search),
    audit: audited(auditPicked),
    transaction: 'read',
    handle: async ({ query, actor, audit, today }, transaction) => {
      const rows = await pickStudents(transaction, { actor, today }, query.text, pickAtMost)
      const details = { rows: rows.length }
      const events = rows.map(row => ({ studentId: row.id, details }))
      await record(transaction, audit, auditPicked, events)
      return { body: { items: rows.map(studentView) } }
    },
  })
}

function actorsRoute(): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/audit/actors',
    tag: 'audit-log',
    summary: 'Members of the staff and keys of registers by a part of their name, to ask the audit about',
    query: typed,
    answers: { 200: PickedActors },
    access: whoMay(auditLogAccess.search),
    audit: audited(auditPicked),
    transaction: 'read',
    handle: async ({ query, actor, audit }, transaction) => {
      const rows = await findActors(transaction, actor.providerId, query.text, pickAtMost)
      await record(transaction, audit, auditPicked, { details: { rows: rows.length } })
      return { body: { items: rows.map(actorView) } }
    },
  })
}

/** @throws AppError access.forbidden: a register has no audit to read. */
export function personOf(actor: Actor): Person {
  if (actor.kind !== 'person') throw new AppError('access.forbidden', 403)
  return actor
}
