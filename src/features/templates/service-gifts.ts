import { record } from '../../platform/audit/audit.ts'
import { AppError } from '../../platform/http/error.ts'
import { newId } from '../../platform/ids.ts'
import { templateGiven, templateTaken, templateWithdrawn } from './audit.ts'
import type { TemplateSaved } from './contract-api.ts'
import { findTemplate, insertTemplate } from './queries.ts'
import { findReceived, insertGift, isReceiver, withdrawGift } from './queries-gifts.ts'
import type { TemplateContext } from './service.ts'

/**
 * Gives the newest version to a provider, or to all.
 * @throws AppError templates.not-found, templates.receiver-unknown
 */
export async function giveTemplate(
  { audit, transaction }: TemplateContext,
  templateId: string,
  receiverId: string | undefined,
): Promise<{ readonly id: string }> {
  const giverId = audit.actor.providerId
  const template = await findTemplate(transaction, templateId)
  if (template === undefined) throw new AppError('templates.not-found', 404)
  if (receiverId !== undefined && !(await isReceiver(transaction, giverId, receiverId)))
    throw new AppError('templates.receiver-unknown', 400, { pointer: '/receiverId' })
  const { body, name, version } = template
  const id = newId(audit.now.getTime())
  await insertGift(transaction, {
    ...{ id, giverId, receiverId, templateId, version, name, body, now: audit.now },
    diaryNumber: template.diary_number,
    competenceArea: template.competence_area,
  })
  const details = { version, receiver: receiverId ?? 'all' }
  await record(transaction, audit, templateGiven, { targetId: templateId, details })
  return { id }
}

/** Copies that were taken stay: they are their takers' own. @throws AppError templates.gift-not-found */
export async function takeBackGift({ audit, transaction }: TemplateContext, giftId: string): Promise<void> {
  const templateId = await withdrawGift(transaction, audit.actor.providerId, giftId, audit.now)
  if (templateId === undefined) throw new AppError('templates.gift-not-found', 404)
  await record(transaction, audit, templateWithdrawn, { targetId: templateId, details: { gift: giftId } })
}

/** A copy of our own, which remembers whose it was. @throws AppError templates.gift-not-found */
export async function takeCopy(
  { audit, today, transaction }: TemplateContext,
  giftId: string,
): Promise<TemplateSaved> {
  const { actor, now } = audit
  const gift = await findReceived(transaction, actor.providerId, giftId)
  if (gift === undefined) throw new AppError('templates.gift-not-found', 404)
  const { body, giver, giver_id: providerId, name, template_id: templateId, version } = gift
  const id = newId(now.getTime())
  await insertTemplate(transaction, {
    ...{ id, version: 1, name, body, now, providerId: actor.providerId, authorId: actor.id },
    diaryNumber: gift.diary_number,
    competenceArea: gift.competence_area ?? undefined,
    groupCode: undefined,
    reason: undefined,
    origin: { providerId, providerName: giver, templateId, version, takenOn: today },
  })
  await record(transaction, audit, templateTaken, { targetId: id, details: { gift: giftId, version } })
  return { id, version: 1 }
}
