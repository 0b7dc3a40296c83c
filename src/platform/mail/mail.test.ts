import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { afterAll, expect, test } from 'vitest'
import { createMailer, mailerOf } from './mail.ts'

const received: { readonly to: readonly string[]; readonly content: string }[] = []
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onRcptTo: ({ address }, _session, done) =>
    done(address.startsWith('full@') ? new Error(`${address} has no room`) : null),
  onData: (stream, session, done) => {
    void text(stream).then(content => {
      received.push({ to: session.envelope.rcptTo.map(({ address }) => address), content })
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

const mail = { id: 'feedback-1', to: 'kontakti@esimerkki.test', subject: 'Uusi palaute', text: 'Hei' }

test('a mail goes to one recipient, under the same id each time', async () => {
  await mailer.send(mail)
  await mailer.send(mail)
  expect(received.map(({ to }) => to)).toEqual([[mail.to], [mail.to]])
  for (const { content } of received) expect(content).toContain('Message-ID: <feedback-1@y.test>')
})

test('several addresses in one are no recipients, and a line break no header', async () => {
  received.length = 0
  await mailer.send({ ...mail, to: 'a@esimerkki.test, b@esimerkki.test' }).catch(() => undefined)
  expect(received.every(({ to }) => to.length === 1)).toBe(true)
  received.length = 0
  await mailer.send({ ...mail, subject: 'Hei\r\nBcc: muu@esimerkki.test' })
  expect(received[0]?.to).toEqual([mail.to])
  expect(received[0]?.content).not.toMatch(/^Bcc:/m)
})

test('a refusal names neither recipient nor contents', async () => {
  const refused = mailer.send({ ...mail, to: 'full@esimerkki.test' })
  await expect(refused).rejects.toThrow(/^Mail was not taken: EENVELOPE 550$/)
})

test('where nothing is set up nothing is sent', () => expect(mailerOf(undefined).sends).toBe(false))
