import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { auditOf } from '../../../test/harness/people.ts'
import { testService } from '../../../test/harness/service.ts'
import { write } from '../../platform/db/door.ts'
import { newId, uuidOf } from '../../platform/ids.ts'
import { makeStudent } from '../plans/factory.ts'
import { eraseWholly } from '../students/public.ts'
import type { Evidence } from './contract.ts'
import { removeErased, removeOrphans } from './jobs.ts'

const service = await testService()
const { database, files, owner, signIn } = service
const provider = await service.provider()
const { studentId } = await makeStudent(database, provider)
const { studentId: otherId } = await makeStudent(database, provider)
const student = await signIn(provider, ['student'], studentId)
const other = await signIn(provider, ['student'], otherId)
const teacher = await signIn(provider, ['teacher'])

const work = {
  kind: 'work',
  title: ' Kesätyö kahvilassa ',
  organisation: 'Keksitty Kahvila',
  startsOn: '2025-06-01',
}
const at = (rest = '', whose = studentId) => `/api/students/${whose}/evidence${rest}`
const bytesType = { 'content-type': 'application/octet-stream' }
const pdf = Buffer.from('%PDF-1.7\nTyötodistus\n%%EOF')

async function told(client = student, whose = studentId): Promise<Evidence> {
  const answer = await client('POST', at('', whose), work)
  expect(answer.statusCode).toBe(201)
  return answer.json<Evidence>()
}

const upload = (id: string, name: string, bytes: Buffer, client = student) =>
  client('POST', at(`/${id}/files?${new URLSearchParams({ name })}`), bytes, bytesType)

async function everyOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

test('a student tells of work with a file, a teacher reads it; both are in the audit', async () => {
  const evidence = await told()
  expect(evidence).toMatchObject({ title: 'Kesätyö kahvilassa', version: 1, files: [] })
  const stored = await upload(evidence.id, '../../työ todistus.pdf', pdf)
  expect(stored.statusCode).toBe(201)
  const [file] = stored.json<Evidence>().files
  expect(file).toMatchObject({ name: 'työ todistus.pdf', mediaType: 'application/pdf', bytes: pdf.length })
  const list = (await teacher('GET', at())).json<{ items: Evidence[]; permittedActions: string[] }>()
  expect(list.items.map(one => one.id)).toContain(evidence.id)
  expect(list.permittedActions).toEqual(['update'])
  const taken = await teacher('GET', `/api/students/${studentId}/files/${file?.id}`)
  expect([taken.statusCode, taken.rawPayload.equals(pdf)]).toEqual([200, true])
  expect(taken.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-type': 'application/pdf',
  })
  expect(taken.headers['content-disposition']).toContain(
    'attachment; filename="tyo todistus.pdf"; filename*=UTF-8\'\'',
  )
  const key = { providerId: provider, id: file?.id ?? '' }
  expect(Buffer.from(await files.get(key)).equals(pdf)).toBe(true)
  expect(await auditOf(owner, provider, 'files.store')).toMatchObject([
    { target_id: file?.id, details: { mediaType: 'application/pdf', bytes: pdf.length } },
  ])
  expect(await auditOf(owner, provider, 'files.take')).toHaveLength(1)
  expect(await auditOf(owner, provider, 'evidence.read')).toHaveLength(1)
})

test("nobody else reads or changes a student's evidence, and another provider's is not there", async () => {
  const evidence = await told()
  const { files: stored } = (await upload(evidence.id, 'a.pdf', pdf)).json<Evidence>()
  const fileAt = `/api/students/${studentId}/files/${stored[0]?.id}`
  const elsewhere = await signIn(await service.provider(), ['teacher'])
  const coordinator = await signIn(provider, ['coordinator'])
  const guardian = await signIn(provider, ['guardian'])
  const codes = async (client: typeof student) => [
    (await client('GET', at())).statusCode,
    (await client('GET', fileAt)).statusCode,
    (await client('PUT', at(`/${evidence.id}`), { ...work, version: 1 })).statusCode,
    (await upload(evidence.id, 'a.pdf', pdf, client)).statusCode,
    (await client('POST', at(`/${evidence.id}/withdraw`), { version: 1 })).statusCode,
  ]
  for (const client of [other, coordinator, guardian])
    expect(await codes(client)).toEqual([403, 403, 403, 403, 403])
  expect(await codes(elsewhere)).toEqual([404, 404, 404, 404, 404])
  // One's own address with another one's ids.
  expect((await other('GET', `/api/students/${otherId}/files/${stored[0]?.id}`)).statusCode).toBe(404)
  expect((await other('PUT', at(`/${evidence.id}`, otherId), { ...work, version: 1 })).statusCode).toBe(404)
})

test.each([
  ['kuva.jpg', pdf, 415, 'files.type-lies'],
  ['ohjelma.exe', Buffer.from('MZ\0\0'), 415, 'files.unknown-type'],
  ['kuva.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1]), 415, 'files.picture-broken'],
  ['tyhja.pdf', Buffer.alloc(0), 415, 'files.empty'],
  ['iso.pdf', Buffer.concat([pdf, Buffer.alloc(20 * 1024 * 1024)]), 413, 'request.too-large'],
])('%s is refused, and nothing of it is kept', async (name, bytes, status, code) => {
  const evidence = await told()
  const before = (await everyOf(files.list(provider))).length
  const answer = await upload(evidence.id, name, bytes)
  expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  expect((await everyOf(files.list(provider))).length).toBe(before)
})

test('an upload that breaks off leaves nothing', async () => {
  const evidence = await told()
  const before = (await everyOf(files.list(provider))).length
  const cut = await student('POST', at(`/${evidence.id}/files?name=a.pdf`), pdf, {
    ...bytesType,
    'content-length': String(pdf.length + 100),
  })
  expect(cut.statusCode).toBe(400)
  expect((await everyOf(files.list(provider))).length).toBe(before)
})

test('a change of an older version is refused, and days must be possible', async () => {
  const { id } = await told()
  expect((await student('PUT', at(`/${id}`), { ...work, title: 'Toinen', version: 1 })).json().version).toBe(
    2,
  )
  const late = await teacher('PUT', at(`/${id}`), { ...work, version: 1 })
  expect([late.statusCode, late.json().code]).toEqual([409, 'evidence.version-conflict'])
  const reversed = await student('POST', at(), { ...work, endsOn: '2025-05-01' })
  expect([reversed.statusCode, reversed.json().code, reversed.json().pointer]).toEqual([
    400,
    'evidence.dates-reversed',
    '/endsOn',
  ])
})

test('withdrawing hides evidence and takes its files; the job may run twice, and orphans are swept', async () => {
  const { id } = await told()
  const [file] = (await upload(id, 'a.pdf', pdf)).json<Evidence>().files
  expect((await student('POST', at(`/${id}/withdraw`), { version: 1 })).statusCode).toBe(204)
  expect((await student('GET', `/api/students/${studentId}/files/${file?.id}`)).statusCode).toBe(404)
  const orphan = newId()
  await files.put({ providerId: provider, id: orphan }, pdf)
  await removeErased({ database, files }, provider)
  await removeErased({ database, files }, provider)
  const later = () => new Date(Date.now() + 2 * 86_400_000)
  const ids = async () => (await everyOf(files.list(provider))).map(one => one.id)
  expect(await ids()).not.toContain(file?.id)
  await removeOrphans({ database, files, now: () => new Date() }, provider)
  expect(await ids()).toContain(orphan)
  await removeOrphans({ database, files, now: later }, provider)
  expect(await ids()).not.toContain(orphan)
  const { rows } = await owner.query('select 1 from stored_file where id = $1', [file?.id])
  expect(rows).toEqual([])
})

test('turvakielto: staff say first why, the student sees the own', async () => {
  const { studentId: hidden } = await makeStudent(database, provider)
  await owner.query('update student set protected = true where id = $1', [hidden])
  const own = await signIn(provider, ['student'], hidden)
  await told(own, hidden)
  const answer = await teacher('GET', at('', hidden))
  expect([answer.statusCode, answer.json().code]).toEqual([403, 'evidence.protected'])
})

test("the student's own package holds what was told and the file itself", async () => {
  const { studentId: whole } = await makeStudent(database, provider)
  const own = await signIn(provider, ['student'], whole)
  const { id } = await told(own, whole)
  await own('POST', `${at('', whole)}/${id}/files?name=a.pdf`, pdf, bytesType)
  const answer = await own('POST', `/api/students/${whole}/record`, {})
  const packed = unzipSync(new Uint8Array(answer.rawPayload))
  expect(Buffer.from(packed['files/1-a.pdf'] ?? []).equals(pdf)).toBe(true)
  expect(Buffer.from(packed['evidence.json'] ?? []).toString()).toContain('Kesätyö kahvilassa')
})

test('who is erased has no evidence and no files left', async () => {
  const { studentId: gone } = await makeStudent(database, provider)
  const own = await signIn(provider, ['student'], gone)
  const { id } = await told(own, gone)
  await own('POST', `${at('', gone)}/${id}/files?name=a.pdf`, pdf, bytesType)
  const audit = {
    actor: { kind: 'system', source: 'test', providerId: uuidOf(provider) } as const,
    now: new Date(),
  }
  await write(database, provider, transaction =>
    eraseWholly(transaction, audit, { studentId: gone, reason: 'pyyntö' }),
  )
  await removeErased({ database, files }, provider)
  const { rows } = await owner.query(
    'select (select count(*) from evidence where student_id = $1) + (select count(*) from stored_file where student_id = $1) as left',
    [gone],
  )
  expect(Number(rows[0]?.left)).toBe(0)
  expect(await auditOf(owner, provider, 'evidence.erase')).toHaveLength(1)
})
