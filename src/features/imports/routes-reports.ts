import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { notAudited } from '../../platform/audit/audit.ts'
import { csvText } from '../../platform/csv/write.ts'
import { read } from '../../platform/db/door.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { importAccess } from './access.ts'
import { ImportKind, ImportNoteList, ImportRunList, ImportRunView } from './contract.ts'
import { listNotes, listRuns, type NoteRow } from './queries.ts'
import { besideRuns } from './queries-beside.ts'
import { type ImportRouteDependencies, personOf, runId } from './routes.ts'
import { tenantOf, tenantsOf, withRun } from './service.ts'
import { noteView, runView } from './service-view.ts'

const shared = {
  method: 'GET',
  tag: 'imports',
  access: whoMay(importAccess.see),
  audit: notAudited('Runs and reports hold places, reasons and the name of who began, nothing of students'),
  transaction: 'none',
} as const

const pageLimit = Type.Optional(Type.Integer({ minimum: 1, maximum: 200 }))
const usualLimit = 50

/** What has been brought in, how far it is, and what was refused. */
export function importReportRoutes(dependencies: ImportRouteDependencies): Endpoint[] {
  const { database, text } = dependencies
  return [
    listRoute(dependencies),
    endpoint({
      ...shared,
      path: '/api/imports/{id}',
      summary: 'One import, with its progress',
      params: runId,
      answers: { 200: ImportRunView },
      handle: async ({ actor, audit, language, params }) => ({
        body: await withRun({ database, actor: personOf(actor) }, params.id, async (transaction, run) =>
          runView(run, text, language, { now: audit.now, ...(await besideRuns(transaction, [run])) }),
        ),
      }),
    }),
    endpoint({
      ...shared,
      path: '/api/imports/{id}/notes',
      summary: 'The report of an import: what was refused and why, and what was kept though unknown',
      params: runId,
      query: Type.Object({
        after: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })),
        limit: pageLimit,
      }),
      answers: { 200: ImportNoteList },
      handle: async ({ actor, language, params, query }) => {
        const { after = 0, limit = usualLimit } = query
        const notes = await withRun({ database, actor: personOf(actor) }, params.id, transaction =>
          listNotes(transaction, params.id, after, limit + 1),
        )
        const items = notes.slice(0, limit).map(note => noteView(note, text, language))
        const next = notes.length > limit ? items.at(-1)?.number : undefined
        return { body: { items, ...(next === undefined ? {} : { next }) } }
      },
    }),
    csvRoute(dependencies),
  ]
}

function listRoute({ database, text }: ImportRouteDependencies): Endpoint {
  return endpoint({
    ...shared,
    path: '/api/imports',
    summary: 'Imports, the newest first: the provider’s own, and for operators the national ones',
    query: Type.Object({
      kind: Type.Optional(ImportKind),
      after: Type.Optional(Type.String({ format: 'uuid' })),
      limit: pageLimit,
    }),
    answers: { 200: ImportRunList },
    handle: async ({ actor, audit, language, query }) => {
      const { after, kind, limit = usualLimit } = query
      const person = personOf(actor)
      const tenants = kind === undefined ? tenantsOf(person) : [tenantOf(person, kind)]
      const filter = { kind, after, limit: limit + 1 }
      const found = await Promise.all(
        tenants.map(tenant =>
          read(database, tenant, async transaction => {
            const runs = await listRuns(transaction, filter)
            const look = { now: audit.now, ...(await besideRuns(transaction, runs)) }
            return runs.map(run => runView(run, text, language, look))
          }),
        ),
      )
      const runs = found.flat().sort((a, b) => (a.id < b.id ? 1 : -1))
      const items = runs.slice(0, limit)
      const next = runs.length > limit ? items.at(-1)?.id : undefined
      return { body: { items, ...(next === undefined ? {} : { next }) } }
    },
  })
}

const csvPage = 2_000

function csvRoute({ database, text }: ImportRouteDependencies): Endpoint {
  return endpoint({
    ...shared,
    path: '/api/imports/{id}/notes.csv',
    summary: 'The report as a file for a spreadsheet',
    params: runId,
    answers: { 200: Type.String({ contentMediaType: 'text/csv' }) },
    handle: async ({ actor, language, params }) => {
      const head = ['outcome', 'file', 'place', 'reason'].map(key => text(language, `imports.csv.${key}`, {}))
      const body = await withRun({ database, actor: personOf(actor) }, params.id, async transaction => {
        const rows = [head]
        for (let page: NoteRow[] = [], after = 0; after === 0 || page.length === csvPage; ) {
          page = await listNotes(transaction, params.id, after, csvPage)
          for (const note of page) {
            const { document, outcome, pointer, text: reason } = noteView(note, text, language)
            rows.push([text(language, `imports.outcomes.${outcome}`, {}), document, pointer, reason])
          }
          after = page.at(-1)?.number ?? -1
        }
        return csvText(rows)
      })
      const headers = {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="import-${params.id}.csv"`,
      }
      return { body, headers }
    },
  })
}
