import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { TemplateBody, TemplateOrigin } from './contract.ts'

export interface TemplateHead {
  readonly id: string
  readonly name: string
  readonly diary_number: string
  readonly competence_area: string | null
  readonly group_code: string | null
  readonly version: number
  readonly origin: TemplateOrigin | null
  readonly changed_at: Date
  readonly retired_at: Date | null
}

export interface TemplateRecord extends TemplateHead {
  readonly body: TemplateBody
}

const head = sql`t.id, t.name, t.diary_number, t.competence_area, t.group_code, t.version, t.origin, t.changed_at,
  t.retired_at`

/** A provider has some hundreds at the most: they are searched in memory, by names that the database does not know. */
const atMost = 2_000

export async function listTemplates(transaction: ReadTransaction): Promise<readonly TemplateHead[]> {
  const { rows } = await sql<TemplateHead>`
    select ${head} from path_template t order by t.name collate "fi-x-icu", t.id limit ${atMost}`.execute(
    transaction,
  )
  return rows
}

/** A template with its newest body; with `lock` nobody else changes it until the transaction ends. */
export async function findTemplate(
  transaction: ReadTransaction,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<TemplateRecord | undefined> {
  // The head is locked first, so that who had to wait reads the body that belongs to it.
  if (options.lock === true)
    await sql`select 1 from path_template t where t.id = ${id} for no key update`.execute(transaction)
  const { rows } = await sql<TemplateRecord>`
    select ${head}, v.body from path_template t
    join path_template_version v
      on v.provider_id = t.provider_id and v.template_id = t.id and v.version = t.version
    where t.id = ${id}`.execute(transaction)
  return rows[0]
}

export interface VersionRow {
  readonly version: number
  readonly body: TemplateBody
  readonly reason: string | null
  readonly author: string | null
  readonly saved_at: Date
}

export async function findTemplateVersion(
  transaction: ReadTransaction,
  templateId: string,
  version: number,
): Promise<VersionRow | undefined> {
  const { rows } = await sql<VersionRow>`
    select v.version, v.body, v.reason, v.saved_at, (select name from person where person.id = v.author_id) as author
    from path_template_version v where v.template_id = ${templateId} and v.version = ${version}`.execute(
    transaction,
  )
  return rows[0]
}

/** The newest first, without bodies. */
export async function listTemplateVersions(
  transaction: ReadTransaction,
  templateId: string,
): Promise<readonly Omit<VersionRow, 'body'>[]> {
  const { rows } = await sql<Omit<VersionRow, 'body'>>`
    select v.version, v.reason, v.saved_at, (select name from person where person.id = v.author_id) as author
    from path_template_version v where v.template_id = ${templateId} order by v.version desc limit 500`.execute(
    transaction,
  )
  return rows
}

export interface WrittenTemplate {
  readonly providerId: string
  readonly id: string
  readonly name: string
  readonly competenceArea: string | undefined
  readonly groupCode: string | undefined
  readonly version: number
  readonly body: TemplateBody
  readonly reason: string | undefined
  readonly authorId: string | undefined
  readonly now: Date
}

export async function insertTemplate(
  transaction: WriteTransaction,
  template: WrittenTemplate & {
    readonly diaryNumber: string
    readonly origin?: TemplateOrigin | undefined
  },
): Promise<void> {
  const { authorId, id, now, origin, providerId, version } = template
  await transaction
    .insertInto('path_template')
    .values({
      ...{ provider_id: providerId, id, version },
      name: template.name,
      diary_number: template.diaryNumber,
      competence_area: template.competenceArea ?? null,
      group_code: template.groupCode ?? null,
      origin: origin === undefined ? null : JSON.stringify(origin),
      ...{ created_at: now, created_by: authorId ?? null, changed_at: now, retired_at: null },
    })
    .execute()
  await insertTemplateVersion(transaction, template)
}

/** The next version; the head was locked when it was read. */
export async function updateTemplate(
  transaction: WriteTransaction,
  template: WrittenTemplate,
): Promise<void> {
  await transaction
    .updateTable('path_template')
    .set({
      name: template.name,
      competence_area: template.competenceArea ?? null,
      group_code: template.groupCode ?? null,
      version: template.version,
      changed_at: template.now,
    })
    .where('id', '=', template.id)
    .execute()
  await insertTemplateVersion(transaction, template)
}

async function insertTemplateVersion(
  transaction: WriteTransaction,
  { authorId, body, id, now, providerId, reason, version }: WrittenTemplate,
): Promise<void> {
  await transaction
    .insertInto('path_template_version')
    .values({
      ...{ provider_id: providerId, template_id: id, version },
      body: JSON.stringify(body),
      reason: reason ?? null,
      author_id: authorId ?? null,
      saved_at: now,
    })
    .execute()
}

/** Out of use, or back into it. */
export async function retireTemplate(
  transaction: WriteTransaction,
  id: string,
  retiredAt: Date | null,
): Promise<void> {
  await transaction.updateTable('path_template').set({ retired_at: retiredAt }).where('id', '=', id).execute()
}
