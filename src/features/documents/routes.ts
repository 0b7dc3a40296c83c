import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { audited, record } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { read } from '../../platform/db/door.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { planAccess } from '../plans/public.ts'
import { planPrinted, planTakenAsCalendar, planTakenAsNational } from './audit.ts'
import { CalendarFile, CalendarQuery, NationalFile, PdfFile, PdfQuery, VersionQuery } from './contract.ts'
import { planDocument } from './rules.ts'
import { documentWords } from './rules-input.ts'
import { type DocumentDependencies, documentFor, inputOf, nationalOf } from './service.ts'
import { calendarOf } from './service-calendar.ts'
import { pdfOf } from './service-pdf.ts'

export interface DocumentRouteDependencies extends DocumentDependencies {
  readonly database: Database
}

const params = Type.Object({ planId: Type.String({ format: 'uuid' }) })

export function documentRoutes(dependencies: DocumentRouteDependencies): Endpoint[] {
  return [pdf(dependencies), national(dependencies), calendar(dependencies)]
}

/** Nothing in a file's name tells whose it is: it stands in lists of downloads for everybody to see. */
function fileHeaders(language: Language, kind: Parameters<typeof fileName>[1], type: string, end: string) {
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${fileName(language, kind)}${end}"`,
    'content-language': language,
  }
}

function fileName(language: Language, kind: 'whole' | 'schedule' | 'calendar' | 'national'): string {
  return documentWords(language)(`files.${kind}`)
}

const nameOfReader = (actor: Actor): string => (actor.kind === 'person' ? actor.name : actor.source)

function pdf(dependencies: DocumentRouteDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/plans/{planId}/document.pdf',
    tag: 'documents',
    summary: 'A plan as a tagged PDF, in a language; of an old version where one is named',
    params,
    query: PdfQuery,
    answers: { 200: PdfFile },
    access: whoMay(planAccess.read),
    audit: audited(planPrinted),
    // A connection is not held while the pages are drawn.
    transaction: 'none',
    handle: async ({ params: { planId }, query, actor, audit, today, now, ...call }) => {
      const { part = 'whole', language = call.language } = query
      const row = await read(dependencies.database, actor.providerId, async transaction => {
        const found = await documentFor(transaction, { actor, today }, planId, query.version)
        const details = { version: found.version, part }
        await record(transaction, audit, planPrinted, {
          targetId: planId,
          studentId: found.student_id,
          details,
        })
        return found
      })
      const reader = { language, name: nameOfReader(actor), at: now.toISOString() }
      const body = await pdfOf(planDocument(inputOf(row, dependencies), reader, part), now)
      return { body, headers: fileHeaders(language, part, 'application/pdf', `-${row.version}.pdf`) }
    },
  })
}

function national(dependencies: DocumentDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/plans/{planId}/national.json',
    tag: 'documents',
    summary: 'A version of a plan as the national service takes it in; the newest where none is named',
    params,
    query: VersionQuery,
    answers: { 200: NationalFile },
    access: whoMay(planAccess.read),
    audit: audited(planTakenAsNational),
    transaction: 'read',
    handle: async ({ params: { planId }, query, actor, audit, today, language }, transaction) => {
      const row = await documentFor(transaction, { actor, today }, planId, query.version)
      const details = { version: row.version }
      const entry = { targetId: planId, studentId: row.student_id, details }
      await record(transaction, audit, planTakenAsNational, entry)
      const headers = fileHeaders(
        language,
        'national',
        'application/json; charset=utf-8',
        `-${row.version}.json`,
      )
      return { json: JSON.stringify(nationalOf(row, dependencies), null, 2), headers }
    },
  })
}

function calendar(dependencies: DocumentDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/plans/{planId}/calendar.ics',
    tag: 'documents',
    summary: 'What happens when in a plan as iCalendar, in a language; it names no person',
    params,
    query: CalendarQuery,
    answers: { 200: CalendarFile },
    access: whoMay(planAccess.read),
    audit: audited(planTakenAsCalendar),
    transaction: 'read',
    handle: async ({ params: { planId }, query, actor, audit, today, ...call }, transaction) => {
      const language = query.language ?? call.language
      const row = await documentFor(transaction, { actor, today }, planId)
      const details = { version: row.version }
      const entry = { targetId: planId, studentId: row.student_id, details }
      await record(transaction, audit, planTakenAsCalendar, entry)
      const body = calendarOf(inputOf(row, dependencies), language)
      return { body, headers: fileHeaders(language, 'calendar', 'text/calendar; charset=utf-8', '.ics') }
    },
  })
}
