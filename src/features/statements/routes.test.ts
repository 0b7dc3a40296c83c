import { beforeEach, describe, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import { textOf } from '../../app/texts.ts'
import type { Uuid } from '../../platform/ids.ts'
import type { Mail } from '../../platform/mail/mail.ts'
import { systemClock } from '../../platform/time/clock.ts'
import { feedbackWorker } from './jobs.ts'

const service = await testService()
const { database, owner } = service

let provider: Uuid
let oid: string
let administrator: Client

beforeEach(async () => {
  provider = await service.provider()
  oid = (await owner.query('select oid from provider where id = $1', [provider])).rows[0].oid
  administrator = await service.signIn(provider, ['administrator'])
})

const worded = (text: string) => ({ fi: text, sv: text, en: text })
const complete = {
  plain: {
    status: 'partial',
    assessedOn: '2026-11-01',
    assessedBy: 'self',
    contactEmail: 'saavutettavuus@esimerkki.test',
  },
  worded: { shortcomings: worded('Kartta puuttuu'), authority: worded('Traficom') },
}
const everyone = async (kind = 'accessibility') =>
  (await service.nobody('GET', `/api/public-statements/${oid}/${kind}`)).json()
const save = (body: object, version: number, kind = 'accessibility') =>
  administrator('PUT', `/api/statements/${kind}`, { body, version })
const publish = (version: number) =>
  administrator('POST', '/api/statements/accessibility/publish', { version })

describe('a statement', () => {
  test('is read by everyone as our text, told to be unfinished, until it is published', async () => {
    const before = await everyone()
    expect(before).toMatchObject({ published: false, provider: { oid } })
    expect(before.body.worded.authority.fi).toContain('Traficom')
    expect((await save(complete, 0)).json()).toMatchObject({ version: 1, missing: [] })
    expect((await everyone()).published).toBe(false)
    expect((await publish(1)).json()).toMatchObject({ publishedVersion: 1 })
    expect(await everyone()).toMatchObject({ published: true, body: complete })
  })

  test('stands as it was published while it is written further', async () => {
    await save(complete, 0)
    await publish(1)
    const later = { ...complete, worded: { ...complete.worded, shortcomings: worded('Uusi puute') } }
    expect((await save(later, 1)).json()).toMatchObject({
      version: 2,
      publishedVersion: 1,
      versions: [{ version: 2 }, { version: 1 }],
    })
    expect((await everyone()).body.worded.shortcomings.fi).toBe('Kartta puuttuu')
    await publish(2)
    expect((await everyone()).body.worded.shortcomings.fi).toBe('Uusi puute')
  })

  test('that lacks something required is not published, and says what', async () => {
    const lacking = {
      ...complete,
      plain: { ...complete.plain, contactEmail: ' ' },
      worded: { ...complete.worded, shortcomings: { fi: 'On', sv: '', en: 'Some' } },
    }
    expect((await save(lacking, 0)).json().missing).toEqual(['contactEmail', 'shortcomings'])
    const answer = await publish(1)
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'statements.incomplete'])
    const full = {
      ...complete,
      plain: { ...complete.plain, status: 'full' },
      worded: { authority: worded('T') },
    }
    expect((await save(full, 1)).json().missing).toEqual([])
  })

  test('is saved over the version that was read only, and one that was not the newest is not published', async () => {
    await save(complete, 0)
    for (const version of [0, 7]) expect((await save(complete, version)).statusCode).toBe(409)
    await save(complete, 1)
    expect((await publish(1)).statusCode).toBe(409)
    expect((await publish(9)).statusCode).toBe(409)
  })

  test('keeps only the fields of its kind, and tells the retention of the settings', async () => {
    const saved = (await save(complete, 0, 'privacy')).json()
    expect(saved.body).toEqual({ plain: {}, worded: {} })
    const settings = (await administrator('GET', '/api/settings')).json()
    const plans = { months: 24, source: 'TOS' }
    await administrator('PUT', '/api/settings', { ...settings, retention: { ...settings.retention, plans } })
    expect((await everyone('privacy')).keptFor.plans).toEqual(plans)
  })

  test('of processing is not public, and no statement is another provider’s or another role’s', async () => {
    expect((await service.nobody('GET', `/api/public-statements/${oid}/processing`)).statusCode).toBe(404)
    expect((await service.nobody('GET', '/api/public-statements/1.2.3/privacy')).statusCode).toBe(404)
    await save(complete, 0)
    const elsewhere = await service.signIn(await service.provider(), ['administrator'])
    expect((await elsewhere('GET', '/api/statements/accessibility')).json().version).toBe(0)
    const teacher = await service.signIn(provider, ['teacher'])
    expect((await teacher('GET', '/api/statements/processing')).statusCode).toBe(403)
  })
})

describe('feedback about accessibility', () => {
  const give = (body: object) => service.nobody('POST', `/api/public-statements/${oid}/feedback`, body)
  const listed = async (query = '') => (await administrator('GET', `/api/feedback?${query}`)).json()

  test('is given without signing in, is to be answered in 14 days, and answered once', async () => {
    expect((await give({ message: 'Otsikot puuttuvat', email: 'kysyja@esimerkki.test' })).statusCode).toBe(
      204,
    )
    const { items, open, overdue } = await listed()
    const due = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10)
    expect([items.length, open, overdue]).toEqual([1, 1, 0])
    expect(items[0]).toMatchObject({
      message: 'Otsikot puuttuvat',
      email: 'kysyja@esimerkki.test',
      overdue: false,
    })
    expect([due, new Date(Date.parse(due) + 86_400_000).toISOString().slice(0, 10)]).toContain(
      items[0].answerBy,
    )
    await owner.query(`update feedback set answer_by = current_date - 2 where id = $1`, [items[0].id])
    expect(await listed()).toMatchObject({ overdue: 1, items: [{ overdue: true }] })
    for (let times = 0; times < 2; times += 1)
      expect((await administrator('POST', `/api/feedback/${items[0].id}/answer`)).statusCode).toBe(204)
    expect(await listed()).toMatchObject({ items: [], open: 0, overdue: 0 })
    expect((await listed('answered=true')).items).toHaveLength(1)
    const events = await owner.query(
      `select action, count(*)::int as n from audit_event where provider_id = $1 and action in ('feedback.give', 'feedback.answer') group by action order by action`,
      [provider],
    )
    expect(events.rows).toEqual([
      { action: 'feedback.answer', n: 1 },
      { action: 'feedback.give', n: 1 },
    ])
  })

  test('of a program that fills in every field is thanked and not stored', async () => {
    expect((await give({ message: 'Osta halvalla', website: 'http://x.test' })).statusCode).toBe(204)
    expect((await listed()).items).toEqual([])
  })

  test('is bounded by address, so that one sender shuts nobody else out', async () => {
    const from = (remoteAddress: string) =>
      service.server.app.inject({
        method: 'POST',
        url: `/api/public-statements/${oid}/feedback`,
        remoteAddress,
        payload: { message: 'Yhä uudelleen' },
      })
    const answers: number[] = []
    for (let times = 0; times < 21; times += 1) answers.push((await from('10.1.1.1')).statusCode)
    expect(answers.toSorted()).toEqual([...Array(20).fill(204), 429])
    expect((await from('10.1.1.2')).statusCode).toBe(204)
  })

  test('is more than blanks, and kept without those around it', async () => {
    expect((await give({ message: '     ' })).statusCode).toBe(400)
    expect((await give({ message: '  Pieni teksti  ' })).statusCode).toBe(204)
    expect((await listed()).items[0].message).toBe('Pieni teksti')
  })

  test('is bounded by size, by shape and by the hour', async () => {
    expect((await give({ message: 'x'.repeat(4001) })).statusCode).toBe(400)
    expect((await give({ message: 'Hei vaan', email: 'ei osoite' })).statusCode).toBe(400)
    await owner.query(
      `insert into feedback (provider_id, id, at, message, answer_by)
       select $1, gen_random_uuid(), now(), 'täynnä', current_date from generate_series(1, 600)`,
      [provider],
    )
    expect((await give({ message: 'Vielä yksi' })).statusCode).toBe(429)
  })

  test('writes to the contact once, and the mail tells nothing of what was said', async () => {
    await save(complete, 0)
    await give({ message: 'Salainen viesti', email: 'kysyja@esimerkki.test' })
    const [{ id: feedbackId }] = (await listed()).items
    const sent: Mail[] = []
    const mailer = { sends: true, send: async (mail: Mail) => void sent.push(mail), close: () => undefined }
    const worker = feedbackWorker({
      database,
      clock: systemClock,
      mailer,
      publicUrl: 'https://y.test',
      text: textOf,
    })
    for (let times = 0; times < 2; times += 1) await worker.run({ providerId: provider, feedbackId })
    expect(sent).toMatchObject([{ id: `feedback-${feedbackId}`, to: 'saavutettavuus@esimerkki.test' }])
    expect(sent[0]?.text).toContain('https://y.test/administration/statements')
    expect(JSON.stringify(sent)).not.toMatch(/Salainen|kysyja/)
    expect((await listed()).items[0].mailed).toBe(true)
  })
})
