import { expect, test } from 'vitest'
import { testService } from '../../../test/harness/service.ts'
import { inventedOids } from '../../features/plans/factory.ts'

const service = await testService()
const register = await service.key(await service.provider())
const base = '/ehoks-virkailija-backend/api/v1/hoks'

test('a single-part route has ended', async () => {
  const answer = await register('POST', `${base}/1/hankittava-ammat-tutkinnon-osa`, {})
  expect(answer.statusCode).toBe(410)
})

test('a packed body is refused by its encoding', async () => {
  const answer = await register('POST', base, Buffer.from([31, 139, 8, 0]), {
    'content-encoding': 'gzip',
    'content-type': 'application/json',
  })
  expect([answer.statusCode, answer.json().code]).toEqual([415, 'request.encoding'])
})

function hoks(changes: Record<string, unknown> = {}) {
  const { studentOid, studyRightOid } = inventedOids(77)
  return {
    'oppija-oid': studentOid,
    'opiskeluoikeus-oid': studyRightOid,
    'ensikertainen-hyvaksyminen': '2024-08-20',
    'osaamisen-hankkimisen-tarve': true,
    ...changes,
  }
}

test('validation asks who calls, and no more', async () => {
  const path = '/ehoks-virkailija-backend/api/v1/validointi'
  expect((await service.nobody('POST', path, hoks())).statusCode).toBe(401)
  const caller = { 'caller-id': '1.2.246.562.10.1.register' }
  expect((await service.nobody('POST', path, hoks(), caller)).statusCode).toBe(200)
  expect((await service.nobody('POST', path, hoks({ outo: 1 }), caller)).statusCode).toBe(400)
})
