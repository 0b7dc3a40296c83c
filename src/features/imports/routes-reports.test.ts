import { expect, it } from 'vitest'
import { testService } from '../../../test/harness/service.ts'

const service = await testService()
const { owner } = service
const provider = await service.provider()
const administrator = await service.signIn(provider, ['administrator'])

const begin = async (kind: string): Promise<string> =>
  (await administrator('POST', '/api/imports', { kind, source: 'a' })).json<{ id: string }>().id
const look = async (id: string) => (await administrator('GET', `/api/imports/${id}`)).json()
const change = (id: string, set: string) => owner.query(`update import_run set ${set} where id = $1`, [id])

it('tells who asked, by name; of a schedule nobody', async () => {
  const id = await begin('staff')
  const { rows } = await owner.query(
    'select p.name from person p join import_run r on r.requested_by = p.id where r.id = $1',
    [id],
  )
  expect((await look(id)).requestedBy).toBe(rows[0].name)
  const list = (await administrator('GET', '/api/imports?kind=staff')).json()
  expect(list.items[0].requestedBy).toBe(rows[0].name)
  await change(id, `requested_by = null, origin = 'schedule'`)
  expect(await look(id)).not.toHaveProperty('requestedBy')
})

it('says that a run waits behind another only when there is one before it', async () => {
  const first = await begin('students')
  await change(first, `state = 'waiting'`)
  expect(await look(first)).not.toHaveProperty('behind')
  const second = await begin('students')
  await change(second, `state = 'waiting'`)
  expect((await look(second)).behind).toBe(true)
  expect(await look(first)).not.toHaveProperty('behind')
  await change(first, `state = 'done'`)
  expect(await look(second)).not.toHaveProperty('behind')
})

it('tells no rate of a run that nobody has been heard to work on', async () => {
  const id = await begin('koski')
  const storing = `state = 'storing', total = 100, position = 40, storing_at = now() - interval '1 hour'`
  await change(id, `${storing}, heartbeat_at = now() + interval '1 day'`)
  expect(await look(id)).toMatchObject({ rate: expect.any(Number), position: 40 })
  await change(id, `heartbeat_at = now() - interval '1 day'`)
  const silent = await look(id)
  expect(silent).toMatchObject({ silent: true, position: 40 })
  expect(silent).not.toHaveProperty('rate')
})

it('says that credentials are to be mended where a service refused them', async () => {
  const id = await begin('hoks')
  const failed = (code: string) =>
    change(id, `state = 'stopped', failure = '{"document":"","pointer":"","code":"${code}"}'`)
  await failed('service-no-credentials')
  expect((await look(id)).failure.remedy).toBe('credentials')
  await failed('stopped-by-person')
  expect((await look(id)).failure).not.toHaveProperty('remedy')
})
