import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { templateAccess } from './access.ts'
import { templateGiven, templateTaken, templateWithdrawn } from './audit.ts'
import { TemplateSaved } from './contract-api.ts'
import { GivenGifts, NewGift, type ReceivedGift, ReceivedGifts } from './contract-gifts.ts'
import { findTemplate, listTemplates, type TemplateHead } from './queries.ts'
import { giftsGiven, giftsReceived, possibleReceivers, type ReceivedRow } from './queries-gifts.ts'
import { nobodys, tag, templateParams } from './routes.ts'
import { giveTemplate, takeBackGift, takeCopy } from './service-gifts.ts'
import type { TemplateDependencies } from './service-page.ts'

const giftParams = Type.Object({ giftId: Type.String({ format: 'uuid' }) })

export function templateGiftRoutes(dependencies: Pick<TemplateDependencies, 'data'>): Endpoint[] {
  return [received(dependencies), given(), give(), withdraw(), take()]
}

function received({ data }: Pick<TemplateDependencies, 'data'>): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/templates/gifts',
    tag,
    summary: 'Templates that other providers give: of each its newest version, with our own copy of it',
    answers: { 200: ReceivedGifts },
    access: whoMay(templateAccess.give),
    audit: nobodys,
    transaction: 'read',
    handle: async ({ actor }, transaction) => {
      const own = await listTemplates(transaction)
      const gifts = await giftsReceived(transaction, actor.providerId)
      const items = gifts.map(gift => {
        const names = data().qualification(gift.diary_number)?.names
        return { ...receivedOf(gift, own), ...(names === undefined ? {} : { qualificationNames: names }) }
      })
      return { body: { items } }
    },
  })
}

function receivedOf(gift: ReceivedRow, own: readonly TemplateHead[]): ReceivedGift {
  const copies = own.flatMap(({ id, origin }) =>
    origin?.templateId === gift.template_id && origin.providerId === gift.giver_id
      ? [{ templateId: id, version: origin.version }]
      : [],
  )
  const copy = copies.toSorted((a, b) => b.version - a.version).at(0)
  return {
    id: gift.id,
    templateId: gift.template_id,
    version: gift.version,
    name: gift.name,
    givenAt: gift.given_at.toISOString(),
    giver: gift.giver,
    diaryNumber: gift.diary_number,
    ...(copy === undefined ? {} : { copy }),
  }
}

function given(): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/templates/{id}/gifts',
    tag,
    summary: 'To whom a template has been given, and to whom it may be',
    params: templateParams,
    answers: { 200: GivenGifts },
    access: whoMay(templateAccess.give),
    audit: nobodys,
    transaction: 'read',
    handle: async ({ params: { id }, actor }, transaction) => {
      if ((await findTemplate(transaction, id)) === undefined) throw new AppError('templates.not-found', 404)
      const rows = await giftsGiven(transaction, actor.providerId, id)
      const items = rows.map(row => ({
        id: row.id,
        templateId: row.template_id,
        version: row.version,
        name: row.name,
        givenAt: row.given_at.toISOString(),
        ...(row.receiver === null ? {} : { receiver: row.receiver }),
        withdrawn: row.withdrawn_at !== null,
      }))
      return { body: { items, receivers: [...(await possibleReceivers(transaction, actor.providerId))] } }
    },
  })
}

function give(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/templates/{id}/gifts',
    tag,
    summary: 'Give the newest version to a provider, or to all; each takes a copy of its own',
    params: templateParams,
    body: NewGift,
    answers: { 201: Type.Object({ id: Type.String() }) },
    access: whoMay(templateAccess.give),
    audit: audited(templateGiven),
    transaction: 'write',
    handle: async ({ params: { id }, body, audit, today }, transaction) => ({
      status: 201,
      body: await giveTemplate({ transaction, audit, today }, id, body.receiverId),
    }),
  })
}

function withdraw(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/templates/gifts/{giftId}/withdraw',
    tag,
    summary: 'Take a gift back; copies that were taken stay with their takers',
    params: giftParams,
    answers: { 204: null },
    access: whoMay(templateAccess.give),
    audit: audited(templateWithdrawn),
    transaction: 'write',
    handle: async ({ params: { giftId }, audit, today }, transaction) => {
      await takeBackGift({ transaction, audit, today }, giftId)
      return { status: 204 }
    },
  })
}

function take(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/templates/gifts/{giftId}/copy',
    tag,
    summary: 'Take a copy of a gift; it remembers whose it was and follows nothing',
    params: giftParams,
    answers: { 201: TemplateSaved },
    access: whoMay(templateAccess.give),
    audit: audited(templateTaken),
    transaction: 'write',
    handle: async ({ params: { giftId }, audit, today }, transaction) => ({
      status: 201,
      body: await takeCopy({ transaction, audit, today }, giftId),
    }),
  })
}
