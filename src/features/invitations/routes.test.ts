import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/harness/app.ts'
import { openBrowser } from '../../../test/harness/browser.ts'
import { testDatabase } from '../../../test/harness/database.ts'
import { assign, auditOf, newPerson, newProvider, signInAs } from '../../../test/harness/people.ts'
import { textOf } from '../../app/texts.ts'
import type { Role } from '../../platform/access/actor.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import type { Mail } from '../../platform/mail/mail.ts'
import { type PlainDate, plainDateOf } from '../../platform/time/plain-date.ts'
import { makeStudent } from '../plans/factory.ts'
import { invitationWorker } from './jobs.ts'
import { invitationRoutes } from './routes.ts'

const { database, owner } = await testDatabase()
let moved = 0
let today: PlainDate = plainDateOf('2026-11-23')
const clock = { now: () => new Date(Date.now() + moved), today: () => today }
interface Told {
  readonly subject: string
  readonly name: string
  readonly claims: Readonly<Record<string, unknown>>
}
const told: Told[] = []
const queued: { providerId: string; invitationId: string }[] = []
const jobs = {
  send: async (_transaction: unknown, _kind: unknown, data: unknown) => void queued.push(data as never),
}
const sending = { jobs, mail: true, publicUrl: 'http://yhdessa.test' }
const app = await testApp(database, {
  clock,
  auth: { newcomers: async () => told, personas: async () => [] },
  endpoints: () => invitationRoutes(sending),
})

interface World {
  readonly provider: Uuid
  readonly studentId: string
  readonly studentOid: string
  readonly guardianId: string
}

const guardianMail = 'huolto@esimerkki.test'

async function world(): Promise<World> {
  const provider = (await newProvider(owner, 'Kutsula')).id
  const { studentId, studentOid } = await makeStudent(database, provider)
  const guardianId = newId()
  await owner.query(`update student set birth_date = '2009-04-24', language = 'sv' where id = $1`, [
    studentId,
  ])
  await owner.query(
    `insert into guardian (provider_id, id, student_id, ordinal, name, email, language, custody, ends_on, changed_at)
     values ($1, $2, $3, 1, 'Huolta Keksitty', $4, 'en', true, '2027-04-24', now())`,
    [provider, guardianId, studentId, guardianMail],
  )
  return { provider, studentId, studentOid, guardianId }
}

async function staff(provider: Uuid, role: Role = 'teacher') {
  const { headers } = await signInAs(owner, { roles: [role], providerId: provider })
  return async (method: 'GET' | 'POST', url: string, payload?: object) =>
    app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
}

async function invite({ guardianId, provider, studentId }: World, kind: 'student' | 'guardian' = 'guardian') {
  const teacher = await staff(provider)
  const who = kind === 'guardian' ? { kind, guardianId } : { kind }
  const answer = await teacher('POST', `/api/students/${studentId}/invitations`, { ...who, by: 'link' })
  expect(answer.statusCode).toBe(201)
  const { id, link } = answer.json() as { id: string; link: string }
  return { id, token: link.slice(link.lastIndexOf('/') + 1), teacher }
}

/** Somebody whom the demo's OpenID provider tells of. */
function someone(claims: Readonly<Record<string, unknown>>, name = 'Huolta Keksitty'): string {
  const subject = `newcomer-${newId()}`
  told.push({ subject, name, claims })
  return subject
}
const right = () => someone({ email: guardianMail, email_verified: true })

async function follow(token: string, subject: string) {
  const browser = openBrowser(app)
  const { answer } = await browser.follow(`/auth/sign-in?invitation=${token}&persona=${subject}`)
  const secret = browser.jar.get('yhdessa_session')?.value
  const session = async () =>
    (await app.inject({ url: '/api/session', headers: { cookie: `yhdessa_session=${secret}` } })).json()
  return { answer, session, signedIn: secret !== undefined }
}

const page = (token: string, language = 'fi') =>
  app.inject({ url: `/invitations/${token}`, headers: { 'accept-language': language } })
const turnedAway = async (provider: string) =>
  (await auditOf(owner, provider, 'invitations.turn-away')).map(row => row.details)

describe('an invitation', () => {
  test('shows who invites, and nothing of the student, the guardian or the one who invites', async () => {
    const made = await world()
    const { token } = await invite(made)
    const answer = await page(token, 'sv')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'no-store',
    })
    expect(answer.body).toContain('Kutsula bjuder in dig')
    const rest = answer.body.replaceAll(token, '').replaceAll(/persona=[^"]*"[^<]*</g, '')
    expect(rest).not.toMatch(/Keksitty|Testi|Huolta|2009|vårdnadshavare|1\.2\.246/)
  })

  test('lets the guardian in by name and verified address, and links them to the student', async () => {
    const made = await world()
    const { id, teacher, token } = await invite(made)
    const subject = right()
    const { answer, session } = await follow(token, subject)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/home'])
    expect(await session()).toMatchObject({ roles: ['guardian'], provider: { id: made.provider } })
    const { rows } = await owner.query(
      `select p.subject, w.student_id, w.guardian_id from guardianship w join person p on p.id = w.person_id`,
    )
    expect(rows).toContainEqual({ subject, student_id: made.studentId, guardian_id: made.guardianId })
    expect(await auditOf(owner, made.provider, 'invitations.claim')).toMatchObject([
      { actor_kind: 'system', target_id: id, details: { kind: 'guardian', outcome: 'accept' } },
    ])
    const list = (await teacher('GET', `/api/students/${made.studentId}/invitations`)).json()
    expect(list.items).toMatchObject([{ state: 'accepted', permittedActions: [] }])
    expect(list.invitable).toMatchObject([
      { kind: 'student', signsIn: false, email: false },
      { kind: 'guardian', name: 'Huolta Keksitty', signsIn: true, email: true },
    ])
    // The same person may follow it again; nobody else.
    expect((await follow(token, subject)).signedIn).toBe(true)
    expect((await follow(token, right())).answer.statusCode).toBe(403)
    expect(await turnedAway(made.provider)).toEqual([{ kind: 'guardian', reason: 'used' }])
  })

  test('lets the student in by the learner number, as that student', async () => {
    const made = await world()
    const { token } = await invite(made, 'student')
    const { session } = await follow(token, someone({ learner_number: made.studentOid }, 'Kuka Vain'))
    expect(await session()).toMatchObject({ roles: ['student'], user: { name: 'Kuka Vain' } })
    const { rows } = await owner.query(
      `select student_id from assignment where provider_id = $1 and role = 'student'`,
      [made.provider],
    )
    expect(rows).toEqual([{ student_id: made.studentId }])
  })

  test('forwarded to somebody else lets nobody in before staff have confirmed', async () => {
    const made = await world()
    const { id, teacher, token } = await invite(made)
    const subject = someone({}, 'Tuulia Tuntematon')
    const { answer, signedIn } = await follow(token, subject)
    expect([answer.headers.location, signedIn]).toEqual([`/invitations/${token}`, false])
    expect((await page(token)).body).toContain('Kiitos, olet kirjautunut')
    expect((await follow(token, right())).answer.body).toContain('Joku muu on jo käyttänyt')
    const waiting = (await teacher('GET', '/api/invitations')).json().items
    expect(waiting).toMatchObject([
      { id, claim: { name: 'Tuulia Tuntematon', issuer: 'demo' }, guardian: { name: 'Huolta Keksitty' } },
    ])
    expect((await owner.query('select 1 from person where subject = $1', [subject])).rows).toEqual([])
    const elsewhere = await staff((await newProvider(owner)).id)
    expect((await elsewhere('POST', `/api/invitations/${id}/decide`, { confirm: true })).statusCode).toBe(404)
    const coordinator = await staff(made.provider, 'coordinator')
    expect((await coordinator('POST', `/api/invitations/${id}/decide`, { confirm: true })).statusCode).toBe(
      403,
    )
    expect((await teacher('POST', `/api/invitations/${id}/decide`, { confirm: true })).statusCode).toBe(204)
    expect(await (await follow(token, subject)).session()).toMatchObject({ roles: ['guardian'] })
    expect((await teacher('POST', `/api/invitations/${id}/decide`, { confirm: false })).statusCode).toBe(409)
  })

  test('refused by staff is over, and can be given anew', async () => {
    const made = await world()
    const { id, teacher, token } = await invite(made)
    await follow(token, someone({}, 'Väärä'))
    await teacher('POST', `/api/invitations/${id}/decide`, { confirm: false })
    expect((await follow(token, right())).answer.statusCode).toBe(403)
    const renewed = await teacher('POST', `/api/invitations/${id}/renew`, { by: 'link' })
    const { link } = renewed.json()
    expect((await follow(token, right())).answer.statusCode).toBe(404)
    expect((await follow(link.slice(link.lastIndexOf('/') + 1), right())).signedIn).toBe(true)
  })

  test('of another student turns away, and stays for whom it was meant', async () => {
    const made = await world()
    const { token } = await invite(made, 'student')
    const subject = someone({ learner_number: made.studentOid })
    const { id } = await newPerson(owner, { roles: ['teacher'], providerId: made.provider, subject })
    await assign(owner, id, { roles: ['student'], providerId: made.provider, studentId: newId() })
    const other = await follow(token, subject)
    expect([other.answer.statusCode, other.answer.body]).toEqual([
      403,
      expect.stringContaining('toisena opiskelijana'),
    ])
    expect((await follow(token, someone({ learner_number: '1.2.3' }))).answer.body).toContain(
      'jollekin toiselle',
    )
    expect(await turnedAway(made.provider)).toEqual([
      { kind: 'student', reason: 'other-student' },
      { kind: 'student', reason: 'not-you' },
    ])
    expect((await follow(token, someone({ learner_number: made.studentOid }))).signedIn).toBe(true)
  })

  test('used by somebody of the staff is confirmed by a colleague, never by themselves', async () => {
    const made = await world()
    for (const kind of ['student', 'guardian'] as const) {
      const { id, teacher, token } = await invite(made, kind)
      const subject = someone({}, 'Opettava Itse')
      const own = await signInAs(owner, { roles: ['teacher'], providerId: made.provider, subject })
      await follow(token, subject)
      const url = `/api/invitations/${id}/decide`
      const answer = await app.inject({
        ...{ method: 'POST', url, headers: own.headers, payload: { confirm: true } },
      })
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'invitations.yourself'])
      expect((await teacher('POST', url, { confirm: true })).statusCode).toBe(204)
    }
  })

  test.each([
    ['student', 'guardian'],
    ['guardian', 'student'],
  ] as const)('lets one sign-in be the %s only, and not the %s too', async (first, second) => {
    const made = await world()
    const claims = { learner_number: made.studentOid, email: guardianMail, email_verified: true }
    const subject = someone(first === 'student' ? claims : { email: guardianMail, email_verified: true })
    const early = await invite(made, second)
    await follow(early.token, someone({}))
    const one = await invite(made, first)
    expect((await follow(one.token, subject)).signedIn).toBe(true)
    // Whoever waited before it is the same: staff may not confirm it either.
    await owner.query('update invitation set claim_subject = $2 where id = $1', [early.id, subject])
    const url = `/api/invitations/${early.id}/decide`
    const decided = await early.teacher('POST', url, { confirm: true })
    expect([decided.statusCode, decided.json().code]).toEqual([409, 'invitations.both-sides'])
    await early.teacher('POST', url, { confirm: false })
    const again = await invite(made, second)
    const { answer, signedIn } = await follow(again.token, subject)
    expect([answer.statusCode, signedIn]).toEqual([403, false])
    expect(await turnedAway(made.provider)).toEqual([{ kind: second, reason: 'both-sides' }])
  })

  test.each(['student', 'guardian'] as const)(
    'of the %s confirmed wrongly is taken back, with role and session',
    async kind => {
      const made = await world()
      const { id, teacher, token } = await invite(made, kind)
      const subject = someone({}, 'Väärä Ihminen')
      await follow(token, subject)
      await teacher('POST', `/api/invitations/${id}/decide`, { confirm: true })
      const wrong = await follow(token, subject)
      expect(await wrong.session()).toMatchObject({ roles: [kind] })
      // Nobody else is put into the place before.
      const second = await invite(made, kind)
      await follow(second.token, someone({}, 'Toinen'))
      const decided = () => teacher('POST', `/api/invitations/${second.id}/decide`, { confirm: true })
      expect((await decided()).json().code).toBe('invitations.place-taken')
      const url = `/api/students/${made.studentId}/wrong-sign-in`
      const place = { kind, ...(kind === 'guardian' ? { guardianId: made.guardianId } : {}) }
      expect((await (await staff(made.provider, 'coordinator'))('POST', url, place)).statusCode).toBe(403)
      expect((await (await staff((await newProvider(owner)).id))('POST', url, place)).statusCode).toBe(404)
      expect((await teacher('POST', url, place)).statusCode).toBe(204)
      expect(await wrong.session()).not.toHaveProperty('user')
      expect((await follow(token, subject)).answer.statusCode).toBe(403)
      const { rows } = await owner.query(
        `select 1 from person p left join assignment a on a.person_id = p.id
         left join guardianship w on w.person_id = p.id
       where p.subject = $1 and (a.role is not null or w.student_id is not null)`,
        [subject],
      )
      expect(rows).toEqual([])
      expect(await auditOf(owner, made.provider, 'invitations.end')).toMatchObject([{ details: { kind } }])
      expect((await teacher('POST', url, place)).statusCode).toBe(409)
      expect((await decided()).statusCode).toBe(204)
    },
  )

  test('guessed, expired and revoked opens nothing', async () => {
    const made = await world()
    const { id, teacher, token } = await invite(made)
    const guessed = `${token.slice(0, 43)}${'A'.repeat(43)}`
    for (const text of [guessed, 'x', `${'A'.repeat(86)}`]) {
      expect((await page(text)).statusCode).toBe(404)
      expect((await follow(text, right())).answer.statusCode).toBe(404)
    }
    expect(await turnedAway(made.provider)).toEqual([{ kind: 'guardian', reason: 'unknown' }])
    moved = 14 * 86_400_000
    const late = await follow(token, right())
    expect((await page(token)).body).toContain('Kutsun aika on päättynyt')
    moved = 0
    expect(late.answer.statusCode).toBe(403)
    expect((await teacher('POST', `/api/invitations/${id}/revoke`)).statusCode).toBe(204)
    expect((await follow(token, right())).answer.body).toContain('perunut')
    expect((await page(token)).body).toContain('perunut')
  })

  test('gives a guardian nothing from the 18th birthday on, and nothing without custody', async () => {
    const made = await world()
    const { teacher, token } = await invite(made)
    today = plainDateOf('2027-04-24')
    const late = await follow(token, right())
    today = plainDateOf('2026-11-23')
    expect(late.answer.body).toContain('Huoltajan osuus on päättynyt')
    await owner.query('update guardian set custody = false where id = $1', [made.guardianId])
    expect((await follow(token, right())).answer.statusCode).toBe(403)
    const again = await teacher('POST', `/api/students/${made.studentId}/invitations`, {
      ...{ kind: 'guardian', guardianId: made.guardianId, by: 'link' },
    })
    expect([again.statusCode, again.json().code]).toEqual([409, 'invitations.guardian-ended'])
    const { invitable } = (await teacher('GET', `/api/students/${made.studentId}/invitations`)).json()
    expect(invitable).toHaveLength(1)
  })

  test('of a protected student is made by whoever has looked behind the turvakielto only', async () => {
    const made = await world()
    const { teacher } = await invite(made)
    await owner.query('update student set protected = true where id = $1', [made.studentId])
    const url = `/api/students/${made.studentId}/invitations`
    expect((await teacher('POST', url, { kind: 'student', by: 'link' })).statusCode).toBe(403)
    const wrong = `/api/students/${made.studentId}/wrong-sign-in`
    expect((await teacher('POST', wrong, { kind: 'student' })).json().code).toBe('invitations.protected')
    expect((await teacher('GET', url)).json()).toMatchObject({ invitable: [], items: [] })
  })

  test('is mailed in the language of the one who is invited, with a link that works, and names no student', async () => {
    const made = await world()
    const teacher = await staff(made.provider)
    const url = `/api/students/${made.studentId}/invitations`
    const who = { kind: 'guardian', guardianId: made.guardianId, by: 'mail' }
    const answer = await teacher('POST', url, who)
    expect(answer.json()).toEqual({ id: expect.any(String) })
    const sent: Mail[] = []
    const mailer = { sends: true, send: async (mail: Mail) => void sent.push(mail), close: () => undefined }
    const worker = invitationWorker({
      ...{ database, clock, mailer, text: textOf, publicUrl: sending.publicUrl },
    })
    const job = queued.at(-1)
    if (job === undefined) throw new Error('No job was sent')
    for (let times = 0; times < 2; times += 1) await worker.run(job)
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({ to: guardianMail, subject: expect.stringContaining('invitation') })
    expect(sent[0]?.text).not.toMatch(/Keksitty|Testi/)
    const [, token = ''] = /invitations\/([\w-]+)/.exec(sent[0]?.text ?? '') ?? []
    expect((await follow(token, right())).signedIn).toBe(true)
    const student = await teacher('POST', url, { kind: 'student', by: 'mail' })
    expect(student.json().code).toBe('invitations.no-address')
  })
})
