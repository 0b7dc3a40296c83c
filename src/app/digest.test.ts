import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type Client, testService } from '../../test/harness/service.ts'
import { makeStudent } from '../features/plans/factory.ts'
import { digestWorker } from '../features/tasks/jobs.ts'
import { newId, type Uuid } from '../platform/ids.ts'
import { createMailer, noMail } from '../platform/mail/mail.ts'
import { plainDateOf } from '../platform/time/plain-date.ts'
import { taskSources } from './task-sources.ts'
import { textOf } from './texts.ts'

const service = await testService()
const received: { readonly to: string; readonly content: string }[] = []
let refused: string | undefined
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onRcptTo: ({ address }, _session, done) => done(address === refused ? new Error('full') : null),
  onData: (stream, session, done) => {
    void text(stream).then(content => {
      received.push({ to: session.envelope.rcptTo[0]?.address ?? '', content })
      done()
    })
  },
})
await new Promise<void>(resolve => smtp.listen(0, '127.0.0.1', resolve))
const smtpUrl = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`
const mailer = createMailer({ smtpUrl, from: 'Yhdessä <no-reply@y.test>' })
afterAll(() => {
  mailer.close()
  smtp.close()
})

const [monday, tuesday, saturday] = ['2026-11-23', '2026-11-24', '2026-11-28'].map(plainDateOf)

let provider: Uuid
let teacher: Client
let familyName: string

beforeEach(async () => {
  received.length = 0
  refused = undefined
  provider = await service.provider()
  teacher = await staff('opettaja@esimerkki.test', 'sv')
  const student = await makeStudent(service.database, provider)
  const { rows } = await service.owner.query(
    `update student set teacher_id = (select id from staff_member where provider_id = $1) where id = $2
     returning family_name`,
    [provider, student.studentId],
  )
  familyName = rows[0].family_name
})

/** A teacher with an address, who reads in the language. */
async function staff(email: string, language: string): Promise<Client> {
  const client = await service.signIn(provider, ['teacher'])
  await service.owner.query(
    `with p as (update person set language = $4 where id = (select a.person_id from assignment a
       where a.provider_id = $1 and a.person_id not in
         (select person_id from staff_member where provider_id = $1)) returning id)
     insert into staff_member (provider_id, id, staff_number, email, person_id, changed_at)
     select $1, $2, $3, $3, id, now() from p`,
    [provider, newId(), email, language],
  )
  return client
}

const run = (today = monday ?? plainDateOf('2026-11-23'), sends = mailer) =>
  digestWorker({
    ...{ database: service.database, text: textOf, sources: taskSources, mailer: sends },
    clock: { now: () => new Date(), today: () => today },
    publicUrl: 'https://y.test',
    providerIds: () => Promise.resolve([provider]),
  }).run({})

const decoded = (content: string) =>
  content
    .replaceAll('=\r\n', '')
    .replace(/(?:=[0-9A-F]{2})+/g, bytes => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString())
const ids = () => received.map(({ content }) => /^Message-ID: (.*)$/m.exec(content)?.[1])

test('one mail a day in the reader’s language, with counts and nobody’s name', async () => {
  await run()
  await run()
  expect(received.map(({ to }) => to)).toEqual(['opettaja@esimerkki.test'])
  const mail = decoded(received[0]?.content ?? '')
  expect(mail).toContain('1 sak väntar på dig.')
  expect(mail).toContain('- Planen saknas: 1')
  expect(mail).toContain('- senast 31.8.2024: Planen saknas')
  expect(mail).toContain('https://y.test/my-list')
  expect(mail).not.toContain(familyName)
  expect(mail).not.toMatch(/1\.2\.246/)
  const { rows } = await service.owner.query(
    `select actor_kind, details from audit_event where provider_id = $1 and action = 'tasks.digest'`,
    [provider],
  )
  expect(rows).toEqual([{ actor_kind: 'system', details: { rows: 1 } }])
})

test('a mail whose mark was lost goes again under the same id', async () => {
  await run()
  await service.owner.query('delete from digest where provider_id = $1', [provider])
  await run()
  expect(received).toHaveLength(2)
  expect(new Set(ids()).size).toBe(1)
})

test('one address that is not taken stops nobody else, and is tried again', async () => {
  await staff('toinen@esimerkki.test', 'fi')
  const { rows } = await service.owner.query(
    `select id from staff_member where email = $1 and provider_id = $2`,
    ['toinen@esimerkki.test', provider],
  )
  const other = await makeStudent(service.database, provider)
  await service.owner.query('update student set teacher_id = $1 where id = $2', [rows[0].id, other.studentId])
  refused = 'opettaja@esimerkki.test'
  await expect(run()).rejects.toThrow('1 digests were not taken')
  expect(received.map(({ to }) => to)).toEqual(['toinen@esimerkki.test'])
  refused = undefined
  await run()
  expect(received.map(({ to }) => to)).toEqual(['toinen@esimerkki.test', 'opettaja@esimerkki.test'])
})

test.each([
  ['never', []],
  ['weekdays', [monday, tuesday]],
  ['mondays', [monday]],
] as const)('chosen: %s', async (rhythm, days) => {
  const chosen = await teacher('PUT', '/api/tasks/digest', { rhythm })
  expect([chosen.statusCode, chosen.json()]).toEqual([200, { rhythm, address: true, mail: false }])
  expect((await teacher('GET', '/api/tasks/digest')).json().rhythm).toBe(rhythm)
  for (const day of [monday, tuesday, saturday]) await run(day)
  expect(received).toHaveLength(days.length)
})

test('unasked staff hear on Mondays; students never, and others without an address not at all', async () => {
  const student = await makeStudent(service.database, provider)
  const own = await service.signIn(provider, ['student'], student.studentId)
  expect((await own('GET', '/api/tasks/digest')).json()).toEqual({
    rhythm: 'never',
    address: false,
    mail: false,
  })
  expect((await teacher('GET', '/api/tasks/digest')).json().rhythm).toBe('mondays')
  await run(tuesday)
  expect(received).toEqual([])
})

test('who has nothing waiting gets no mail, and where no mail is set up nothing is marked', async () => {
  await run(monday, noMail)
  const marks = () => service.owner.query('select items from digest where provider_id = $1', [provider])
  expect((await marks()).rows).toEqual([])
  await service.owner.query('update study_right set vanished_at = now() where provider_id = $1', [provider])
  await run()
  expect(received).toEqual([])
  expect((await marks()).rows).toEqual([{ items: 0 }])
})
