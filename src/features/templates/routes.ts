import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited, notAudited, record } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { planRead, versionOf } from '../plans/public.ts'
import { templateAccess } from './access.ts'
import { templateCreated, templateRetired, templateReturned, templateSaved } from './audit.ts'
import {
  NewTemplate,
  TemplateChecked,
  TemplateEdit,
  TemplateList,
  TemplatePage,
  TemplateSaved,
  TemplateToCheck,
} from './contract-api.ts'
import { findTemplate, listTemplates, retireTemplate } from './queries.ts'
import { giftsReceived } from './queries-gifts.ts'
import { answersTo } from './rules-search.ts'
import { createTemplate, saveTemplate } from './service.ts'
import { checkedTemplate, rowOf, type TemplateDependencies, templatePage } from './service-page.ts'

export const templateParams = Type.Object({ id: Type.String({ format: 'uuid' }) })
export const tag = 'templates'
export const nobodys = notAudited("A template holds weeks and units, and nobody's data")
/** As large as the largest template several times over. */
const bodyLimit = 2_000_000

export function templateRoutes(dependencies: TemplateDependencies): Endpoint[] {
  return [list(dependencies), create(dependencies), check(dependencies), page(dependencies), save(), retire()]
}

function list(dependencies: TemplateDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/templates',
    tag,
    summary: 'Path templates by name, narrowed by words and qualification; those out of use only when asked',
    query: Type.Object({
      text: Type.Optional(Type.String({ maxLength: 200 })),
      diaryNumber: Type.Optional(Type.String({ maxLength: 200 })),
      retired: Type.Optional(Type.Boolean()),
    }),
    answers: { 200: TemplateList },
    access: whoMay(templateAccess.read),
    audit: nobodys,
    transaction: 'read',
    handle: async ({ query: { diaryNumber, retired, text = '' }, actor }, transaction) => {
      const received = await giftsReceived(transaction, actor.providerId)
      const rows = (await listTemplates(transaction)).map(row => rowOf(row, received, dependencies))
      const items = rows.filter(
        row =>
          (retired === true || !row.retired) &&
          (diaryNumber === undefined || row.diaryNumber === diaryNumber) &&
          answersTo(row, text),
      )
      const permittedActions = templateAccess.edit.mayEver(actor) ? ['edit' as const] : []
      return { body: { items, total: rows.length, permittedActions } }
    },
  })
}

function create({ data }: TemplateDependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/templates',
    tag,
    summary: "Make a template from scratch, from the qualification's structure, or from a plan",
    body: NewTemplate,
    answers: { 201: TemplateSaved },
    access: whoMay(templateAccess.edit),
    audit: audited(templateCreated, planRead),
    transaction: 'write',
    handle: async ({ body, audit, today }, transaction) => ({
      status: 201,
      body: await createTemplate({ transaction, audit, today }, body, data()),
    }),
  })
}

function check(dependencies: TemplateDependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/templates/check',
    tag,
    summary: 'What the rules say of a template that is being written; nothing is stored',
    body: TemplateToCheck,
    bodyLimit,
    answers: { 200: TemplateChecked },
    access: whoMay(templateAccess.edit),
    audit: nobodys,
    transaction: 'none',
    handle: async ({ body: { body, competenceArea, diaryNumber }, language, today }) => ({
      body: checkedTemplate(body, { diaryNumber, competenceArea }, { ...dependencies, language, today }),
    }),
  })
}

function page(dependencies: TemplateDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/templates/{id}',
    tag,
    summary: 'A template with its findings, how it forms the qualification, and what one may choose from',
    params: templateParams,
    answers: { 200: TemplatePage },
    access: whoMay(templateAccess.read),
    audit: nobodys,
    transaction: 'read',
    handle: async ({ params: { id }, actor, language, today }, transaction) => {
      const template = await findTemplate(transaction, id)
      if (template === undefined) throw new AppError('templates.not-found', 404)
      const received = await giftsReceived(transaction, actor.providerId)
      const shown = templatePage(template, received, { ...dependencies, language, today })
      const permittedActions = [
        ...(templateAccess.edit.mayEver(actor) ? ['edit' as const] : []),
        ...(templateAccess.give.mayEver(actor) ? ['give' as const] : []),
      ]
      return { body: { ...shown, permittedActions }, headers: { etag: `"v${template.version}"` } }
    },
  })
}

function save(): Endpoint {
  return endpoint({
    method: 'PUT',
    path: '/api/templates/{id}',
    tag,
    summary: 'Save a template as its next version; If-Match tells the version that was edited',
    params: templateParams,
    body: TemplateEdit,
    bodyLimit,
    answers: { 200: TemplateSaved },
    access: whoMay(templateAccess.edit),
    audit: audited(templateSaved),
    transaction: 'write',
    handle: async ({ params: { id }, body, headers, audit, today }, transaction) => {
      const known = knownVersion(headers)
      const saved = await saveTemplate({ transaction, audit, today }, id, body, known)
      return { body: saved, headers: { etag: `"v${saved.version}"` } }
    },
  })
}

/** @throws AppError templates.version-needed */
export function knownVersion(headers: Readonly<Record<string, string | undefined>>): number {
  const known = versionOf(headers['if-match'])
  if (known === undefined) throw new AppError('templates.version-needed', 428)
  return known
}

function retire(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/templates/{id}/retire',
    tag,
    summary: 'Take a template out of use, or back into it; nothing of it is lost',
    params: templateParams,
    body: Type.Object({ retired: Type.Boolean() }, { additionalProperties: false }),
    answers: { 204: null },
    access: whoMay(templateAccess.edit),
    audit: audited(templateRetired, templateReturned),
    transaction: 'write',
    handle: async ({ params: { id }, body: { retired }, audit, now }, transaction) => {
      const template = await findTemplate(transaction, id, { lock: true })
      if (template === undefined) throw new AppError('templates.not-found', 404)
      if (retired === (template.retired_at !== null)) return { status: 204 }
      await retireTemplate(transaction, id, retired ? now : null)
      const event = retired ? templateRetired : templateReturned
      await record(transaction, audit, event, { targetId: id, details: {} })
      return { status: 204 }
    },
  })
}
