import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { templateAccess } from './access.ts'
import { templateRestored } from './audit.ts'
import {
  TemplateRestore,
  TemplateSaved,
  TemplateVersionList,
  TemplateVersionPage,
  type TemplateVersionRow,
} from './contract-api.ts'
import { findTemplate, findTemplateVersion, listTemplateVersions, type VersionRow } from './queries.ts'
import { knownVersion, nobodys, tag, templateParams } from './routes.ts'
import { templateChanges } from './rules-difference.ts'
import { restoreTemplate } from './service.ts'
import { changeWords, namesIn, type TemplateDependencies } from './service-page.ts'

const versionParams = Type.Object({
  ...templateParams.properties,
  version: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
})

export function templateVersionRoutes(dependencies: TemplateDependencies): Endpoint[] {
  return [list(), version(dependencies), restore()]
}

function shown({ author, reason, saved_at, version }: Omit<VersionRow, 'body'>): TemplateVersionRow {
  return {
    version,
    savedAt: saved_at.toISOString(),
    ...(author === null ? {} : { author }),
    ...(reason === null ? {} : { reason }),
  }
}

function list(): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/templates/{id}/versions',
    tag,
    summary: 'Versions of a template, the newest first',
    params: templateParams,
    answers: { 200: TemplateVersionList },
    access: whoMay(templateAccess.read),
    audit: nobodys,
    transaction: 'read',
    handle: async ({ params: { id } }, transaction) => {
      const rows = await listTemplateVersions(transaction, id)
      if (rows.length === 0) throw new AppError('templates.not-found', 404)
      return { body: { items: rows.map(shown) } }
    },
  })
}

function version(dependencies: TemplateDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/templates/{id}/versions/{version}',
    tag,
    summary: 'A version of a template, and in words how the newest differs from it',
    params: versionParams,
    answers: { 200: TemplateVersionPage },
    access: whoMay(templateAccess.read),
    audit: nobodys,
    transaction: 'read',
    handle: async ({ params, language }, transaction) => {
      const newest = await findTemplate(transaction, params.id)
      if (newest === undefined) throw new AppError('templates.not-found', 404)
      const found = await findTemplateVersion(transaction, params.id, params.version)
      if (found === undefined) throw new AppError('templates.version-not-found', 404)
      const changes = templateChanges(found.body, newest.body)
      return {
        body: {
          version: shown(found),
          body: found.body,
          names: namesIn(found.body, newest.diary_number, dependencies.data()),
          newest: newest.version,
          changes: changes.map(change => changeWords(change, language, dependencies)),
        },
      }
    },
  })
}

function restore(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/templates/{id}/versions/{version}/restore',
    tag,
    summary: 'Make an earlier version the next one; If-Match tells the newest version that was seen',
    params: versionParams,
    body: TemplateRestore,
    answers: { 200: TemplateSaved },
    access: whoMay(templateAccess.edit),
    audit: audited(templateRestored),
    transaction: 'write',
    handle: async ({ params: { id, version: old }, body, headers, audit, today }, transaction) => {
      const wish = { version: old, reason: body.reason, knownVersion: knownVersion(headers) }
      return { body: await restoreTemplate({ transaction, audit, today }, id, wish) }
    },
  })
}
