/**
 * Gifts stand in a table that all providers share, outside the fence: every statement here names the provider, as giver or
 * as receiver. What was withdrawn, or is for another, is not there.
 */
import { type RawBuilder, sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { TemplateBody } from './contract.ts'

/** Ours to take: given to us, or by another to all, and not withdrawn. */
const receivable = (providerId: string): RawBuilder<unknown> => sql`
  g.giver_id <> ${providerId} and g.withdrawn_at is null and (g.receiver_id = ${providerId} or g.receiver_id is null)`

export interface GivenRow {
  readonly id: string
  readonly template_id: string
  readonly version: number
  readonly name: string
  readonly given_at: Date
  readonly withdrawn_at: Date | null
  readonly receiver: string | null
}

/** What the provider has given of a template, the newest first. */
export async function giftsGiven(
  transaction: ReadTransaction,
  giverId: string,
  templateId: string,
): Promise<readonly GivenRow[]> {
  const { rows } = await sql<GivenRow>`
    select g.id, g.template_id, g.version, g.name, g.given_at, g.withdrawn_at,
      (select name_fi from provider p where p.id = g.receiver_id) as receiver
    from template_gift g where g.giver_id = ${giverId} and g.template_id = ${templateId}
    order by g.given_at desc, g.id limit 500`.execute(transaction)
  return rows
}

export interface ReceivedRow {
  readonly id: string
  readonly template_id: string
  readonly version: number
  readonly name: string
  readonly diary_number: string
  readonly competence_area: string | null
  readonly given_at: Date
  readonly giver_id: string
  readonly giver: string
}

/** What may be taken, of each template its newest version, the newest gift first. */
export async function giftsReceived(
  transaction: ReadTransaction,
  receiverId: string,
): Promise<readonly ReceivedRow[]> {
  const { rows } = await sql<ReceivedRow>`
    select * from (
      select distinct on (g.giver_id, g.template_id) g.id, g.template_id, g.version, g.name, g.diary_number,
        g.competence_area, g.given_at, g.giver_id, p.name_fi as giver
      from template_gift g join provider p on p.id = g.giver_id
      where ${receivable(receiverId)} order by g.giver_id, g.template_id, g.version desc, g.given_at desc) newest
    order by given_at desc, id limit 1000`.execute(transaction)
  return rows
}

/** One that may be taken, with what is taken. */
export async function findReceived(
  transaction: ReadTransaction,
  receiverId: string,
  giftId: string,
): Promise<(ReceivedRow & { readonly body: TemplateBody }) | undefined> {
  const { rows } = await sql<ReceivedRow & { readonly body: TemplateBody }>`
    select g.id, g.template_id, g.version, g.name, g.diary_number, g.competence_area, g.given_at, g.giver_id,
      p.name_fi as giver, g.body
    from template_gift g join provider p on p.id = g.giver_id
    where g.id = ${giftId} and ${receivable(receiverId)}`.execute(transaction)
  return rows[0]
}

export interface NewGiftRow {
  readonly id: string
  readonly giverId: string
  readonly receiverId: string | undefined
  readonly templateId: string
  readonly version: number
  readonly name: string
  readonly diaryNumber: string
  readonly competenceArea: string | null
  readonly body: TemplateBody
  readonly now: Date
}

export async function insertGift(transaction: WriteTransaction, gift: NewGiftRow): Promise<void> {
  await transaction
    .insertInto('template_gift')
    .values({
      id: gift.id,
      giver_id: gift.giverId,
      receiver_id: gift.receiverId ?? null,
      template_id: gift.templateId,
      version: gift.version,
      name: gift.name,
      diary_number: gift.diaryNumber,
      competence_area: gift.competenceArea,
      body: JSON.stringify(gift.body),
      given_at: gift.now,
      withdrawn_at: null,
    })
    .execute()
}

/** Answers the template whose gift it was; undefined when the provider has given no such gift, or withdrawn it. */
export async function withdrawGift(
  transaction: WriteTransaction,
  giverId: string,
  giftId: string,
  now: Date,
): Promise<string | undefined> {
  const row = await transaction
    .updateTable('template_gift')
    .set({ withdrawn_at: now })
    .where('id', '=', giftId)
    .where('giver_id', '=', giverId)
    .where('withdrawn_at', 'is', null)
    .returning('template_id')
    .executeTakeFirst()
  return row?.template_id
}

/** Every other provider of the installation, by name. */
export async function possibleReceivers(
  transaction: ReadTransaction,
  giverId: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name_fi as name from provider p where p.kind = 'provider' and p.id <> ${giverId}
    order by p.name_fi collate "fi-x-icu", p.id limit 2000`.execute(transaction)
  return rows
}

/** Whether it is another provider to whom one may give. */
export async function isReceiver(
  transaction: ReadTransaction,
  giverId: string,
  receiverId: string,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from provider p where p.kind = 'provider' and p.id = ${receiverId} and p.id <> ${giverId}`.execute(
    transaction,
  )
  return rows.length > 0
}
