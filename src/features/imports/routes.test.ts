import { expect, it } from 'vitest'
import { auditOf } from '../../../test/harness/people.ts'
import { type Client, testService } from '../../../test/harness/service.ts'
import { installation } from '../../platform/access/installation.ts'
import { newId } from '../../platform/ids.ts'
import { partBytes } from './contract.ts'

const service = await testService()
const { owner } = service
const provider = await service.provider()
const administrator = await service.signIn(provider, ['administrator'])

async function operatorClient(): Promise<Client> {
  const client = await service.signIn(provider, ['administrator'])
  await owner.query(
    `insert into assignment (person_id, provider_id, role)
     select person_id, $1, 'administrator' from session order by created_at desc limit 1`,
    [installation],
  )
  return client
}

async function begin(client: Client, kind = 'hoks'): Promise<string> {
  const answer = await client('POST', '/api/imports', { kind, source: 'h.json' })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json<{ id: string }>().id
}

const sendPart = (client: Client, id: string, document: number, part: number, bytes: Buffer) =>
  client('PUT', `/api/imports/${id}/documents/${document}/parts/${part}?name=h.json`, bytes, {
    'content-type': 'application/octet-stream',
  })

it('takes parts in any order and again, and starts only what is whole', async () => {
  const id = await begin(administrator)
  expect((await administrator('POST', `/api/imports/${id}/start`)).json().code).toBe('imports.no-files')
  for (const part of [3, 1, 1]) {
    expect((await sendPart(administrator, id, 1, part, Buffer.from(`part ${part}`))).statusCode).toBe(204)
  }
  const gap = await administrator('POST', `/api/imports/${id}/start`)
  expect(gap.json()).toMatchObject({ status: 400, code: 'imports.part-missing' })
  expect(gap.json().title).toContain('osa 2')
  await sendPart(administrator, id, 1, 2, Buffer.from([0, 255, 10]))
  await sendPart(administrator, id, 3, 1, Buffer.from('x'))
  expect((await administrator('POST', `/api/imports/${id}/start`)).json().title).toContain('2')
  await sendPart(administrator, id, 2, 1, Buffer.alloc(0))
  const started = await administrator('POST', `/api/imports/${id}/start`)
  expect(started.json()).toMatchObject({ id, state: 'waiting', position: 0, permittedActions: ['stop'] })
  const { rows } = await owner.query(
    'select number, size, complete from import_document where run_id = $1 order by number',
    [id],
  )
  expect(rows).toEqual([
    { number: 1, size: 15, complete: true },
    { number: 2, size: 0, complete: true },
    { number: 3, size: 1, complete: true },
  ])
  expect((await sendPart(administrator, id, 1, 1, Buffer.from('late'))).json().code).toBe(
    'imports.not-receiving',
  )
  const jobs = await owner.query("select data from pgboss.job where name = 'imports.run'")
  expect(jobs.rows).toContainEqual({ data: { providerId: provider, runId: id } })
  expect(await auditOf(owner, provider, 'imports.start')).toMatchObject([
    { target_id: id, details: { documents: 3 } },
  ])
})

it('takes no part that is too large, packed, or no bytes', async () => {
  const id = await begin(administrator)
  expect((await sendPart(administrator, id, 1, 1, Buffer.alloc(partBytes))).statusCode).toBe(204)
  expect((await sendPart(administrator, id, 1, 1, Buffer.alloc(partBytes + 1))).statusCode).toBe(413)
  expect((await sendPart(administrator, id, 0, 1, Buffer.alloc(1))).statusCode).toBe(404)
  expect((await sendPart(administrator, id, 1, 1001, Buffer.alloc(1))).statusCode).toBe(404)
  const path = `/api/imports/${id}/documents/1/parts/1?name=a`
  expect((await administrator('PUT', path, { a: 1 })).statusCode).toBe(415)
  const packed = { 'content-type': 'application/octet-stream', 'content-encoding': 'gzip' }
  expect((await administrator('PUT', path, Buffer.from('x'), packed)).statusCode).toBe(415)
})

it('lets in administrators for their own, operators for what is shared, nobody else', async () => {
  const id = await begin(administrator)
  const teacher = await service.signIn(provider, ['teacher', 'guidance', 'coordinator', 'quality'])
  expect((await teacher('GET', `/api/imports/${id}`)).statusCode).toBe(403)
  expect((await teacher('POST', '/api/imports', { kind: 'hoks', source: 'x' })).statusCode).toBe(403)
  const national = { kind: 'koodisto', source: 'x' }
  expect((await administrator('POST', '/api/imports', national)).statusCode).toBe(403)
  expect((await administrator('GET', '/api/imports?kind=koodisto')).statusCode).toBe(403)
  const elsewhere = await service.signIn(await service.provider(), ['administrator'])
  for (const path of ['', '/notes', '/notes.csv']) {
    expect((await elsewhere('GET', `/api/imports/${id}${path}`)).statusCode).toBe(404)
  }
  expect((await elsewhere('POST', `/api/imports/${id}/stop`)).statusCode).toBe(404)
  expect((await sendPart(elsewhere, id, 1, 1, Buffer.from('x'))).statusCode).toBe(404)

  const operator = await operatorClient()
  const shared = await begin(operator, 'koodisto')
  expect((await administrator('GET', `/api/imports/${shared}`)).statusCode).toBe(404)
  const list = (await operator('GET', '/api/imports?limit=2')).json()
  expect(list.items.map((run: { id: string }) => run.id)).toEqual([shared, id])
  const rest = (await operator('GET', `/api/imports?after=${list.next}`)).json()
  expect(rest.items.map((run: { id: string }) => run.id)).not.toContain(id)
  const own = (await administrator('GET', '/api/imports')).json()
  expect(own.items.map((run: { id: string }) => run.id)).not.toContain(shared)
  const requested = await auditOf(owner, installation, 'imports.request')
  expect(requested).toMatchObject([
    { target_id: shared, actor_kind: 'person', details: { kind: 'koodisto' } },
  ])
})

it('is stopped and resumed, as far as there is something to stop or to resume', async () => {
  const id = await begin(administrator)
  await sendPart(administrator, id, 1, 1, Buffer.from('[]'))
  await administrator('POST', `/api/imports/${id}/start`)
  expect((await administrator('POST', `/api/imports/${id}/resume`)).json().code).toBe('imports.not-stopped')
  const stopped = (await administrator('POST', `/api/imports/${id}/stop`)).json()
  expect(stopped).toMatchObject({ state: 'stopped', permittedActions: ['resume'] })
  expect(stopped.failure.text).toBe('Käyttäjä pysäytti tuonnin.')
  expect((await administrator('POST', `/api/imports/${id}/stop`)).json().code).toBe('imports.ended')
  const resumed = (await administrator('POST', `/api/imports/${id}/resume`)).json()
  expect(resumed.state).toBe('waiting')
  expect(resumed.failure).toBeUndefined()
  expect((await administrator('POST', `/api/imports/${newId()}/stop`)).json().code).toBe('imports.not-found')
})

/** A stopped import of a page that had stored up to 200 of its records. */
async function cutShort(): Promise<string> {
  const id = await begin(administrator, 'students')
  await sendPart(administrator, id, 1, 1, Buffer.from('x'))
  await administrator('POST', `/api/imports/${id}/start`)
  await administrator('POST', `/api/imports/${id}/stop`)
  await owner.query(
    'update import_run set started_at = now(), storing_at = now(), position = 200 where id = $1',
    [id],
  )
  return id
}

const demandHeld = async (id: string, code: string) => {
  expect((await administrator('GET', `/api/imports/${id}`)).json().permittedActions).toEqual([])
  const list = (await administrator('GET', '/api/imports?kind=students')).json()
  expect(list.items.find((run: { id: string }) => run.id === id)?.permittedActions).toEqual([])
  const resumed = await administrator('POST', `/api/imports/${id}/resume`)
  expect(resumed.json()).toMatchObject({ status: 409, code })
}

it('is not resumed over another import of the kind that has stored since', async () => {
  const [first, second] = [await cutShort(), await cutShort()]
  await demandHeld(first, 'imports.superseded')
  expect((await administrator('GET', `/api/imports/${second}`)).json().permittedActions).toEqual(['resume'])
})

it.each([
  ['an abandoned one', `failure = '{"document":"","pointer":"","code":"abandoned"}'`, 'imports.files-gone'],
  ['one of the demo', "origin = 'demo'", 'imports.only-command'],
  ['one of a command', "origin = 'command'", 'imports.only-command'],
])('%s is not offered to be resumed, and cannot be', async (_what, change, code) => {
  const id = await cutShort()
  await owner.query(`update import_run set ${change} where id = $1`, [id])
  await demandHeld(id, code)
})

it('one stopped while its files came is not offered to be resumed, and cannot be', async () => {
  const id = await begin(administrator, 'students')
  await sendPart(administrator, id, 1, 1, Buffer.from('x'))
  const stopped = (await administrator('POST', `/api/imports/${id}/stop`)).json()
  expect(stopped).toMatchObject({ state: 'stopped', permittedActions: [] })
  await demandHeld(id, 'imports.files-gone')
})

it('has its job for as long as an import may take', async () => {
  const { rows } = await owner.query("select expire_seconds from pgboss.queue where name = 'imports.run'")
  expect(rows).toEqual([{ expire_seconds: 86_400 }])
})

it('tells the report in pages and as a file that no spreadsheet runs', async () => {
  const id = await begin(administrator)
  const note = (number: number, document: string, code: string, params: object | null) =>
    owner.query(
      `insert into import_note (provider_id, run_id, number, outcome, document, pointer, code, params)
       values ($1, $2, $3, 'refused', $4, '/0', $5, $6)`,
      [provider, id, number, document, code, params],
    )
  await note(1, '=cmd|calc', 'no-student', null)
  await note(2, 'a;"b"', 'plan-fault', { finding: 'missing-key', key: 'alku' })
  await note(3, 'c', 'unreadable', { reason: '-1' })
  const first = (await administrator('GET', `/api/imports/${id}/notes?limit=2`)).json()
  expect(first).toMatchObject({ next: 2, items: [{ number: 1 }, { number: 2 }] })
  expect(first.items[1].text).toContain('alku')
  const second = (await administrator('GET', `/api/imports/${id}/notes?after=2&limit=2`)).json()
  expect(second).toMatchObject({ items: [{ number: 3 }] })
  expect(second.next).toBeUndefined()
  const file = await administrator('GET', `/api/imports/${id}/notes.csv`)
  expect(file.headers['content-type']).toBe('text/csv; charset=utf-8')
  const lines = file.body.split('\r\n')
  expect(lines[0]).toBe('\ufeffTulos;Tiedosto;Kohta;Syy')
  expect(lines[1]).toBe("ei tuotu;'=cmd|calc;/0;Oppijan oid puuttuu tai on virheellinen.")
  expect(lines[2]).toMatch(/^ei tuotu;"a;""b""";\/0;/)
})
