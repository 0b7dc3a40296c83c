import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import { write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { saveQualification, saveTexts } from './public.ts'

const service = await testService()
const demo = (folder: string) =>
  JSON.parse(readFileSync(new URL(`../../../db/demo/${folder}/OPH-5410-2021.json`, import.meta.url), 'utf8'))

let provider: Uuid
let teacher: Client
const path = '/api/qualifications/7614470'

beforeAll(async () => {
  provider = await service.provider()
  teacher = await service.signIn(provider, ['teacher'])
  const { scales, structure, units } = demo('reference-texts')
  const texts = { structure, scales: new Map(Object.entries(scales)), units: new Map(Object.entries(units)) }
  await write(service.database, null, async transaction => {
    const qualification = demo('reference')
    await saveQualification(transaction, qualification, new Date())
    const later = {
      ...qualification,
      id: 1,
      diaryNumber: 'OPH-9-2026',
      replaces: ['OPH-5410-2021'],
      structures: [],
    }
    await saveQualification(transaction, { ...later, validFrom: '2099-01-01' }, new Date())
    await saveTexts(transaction, qualification, texts as Parameters<typeof saveTexts>[2])
  })
  await service.server.refresh()
})

describe('qualifications', () => {
  test.each([
    ['', 2],
    ['?query=fordons', 2],
    ['?query=oph-5410', 1],
    ['?query=xyz', 0],
    ['?valid=today', 1],
    ['?limit=1', 2],
  ])('are listed by %s', async (query, total) => {
    const body = (await teacher('GET', `/api/qualifications${query}`)).json()
    expect(body.total).toBe(total)
    if (query === '?limit=1') expect([body.items.length, body.next]).toEqual([1, 1])
  })

  test('tell their structure, descriptions and what replaces them', async () => {
    const body = (await teacher('GET', path)).json()
    expect(body).toMatchObject({ validity: 'in-force', replacedBy: [{ diaryNumber: 'OPH-9-2026', id: 1 }] })
    expect(body.descriptions['reformi '].fi[0].text).toContain('180 osaamispistettä')
  })

  test('tell the requirements of a unit with the scale that it shares', async () => {
    const body = (await teacher('GET', `${path}/units/TUTKINNONOSAT_106945`)).json()
    expect(body.names.fi).toBe('Ajoneuvon huoltotyöt')
    expect(body.text.requirements[0].items[0].fi).toBe('noudattaa työaikoja')
    expect(body.scale.criteria[0].targets[0].levels.map((level: { grade: string }) => level.grade)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ])
    expect(
      (await teacher('GET', '/api/qualifications/1/units/tutkinnonosat_106945')).json(),
    ).not.toHaveProperty('text')
  })

  test('judge a selection', async () => {
    const parts = [{ key: 'a', kind: 'unit', unit: 'tutkinnonosat_106945' }]
    const body = (await teacher('POST', `${path}/formation`, { parts, competenceArea: '1008' })).json()
    expect(body).toMatchObject({ complete: false, planned: 25 })
    expect(body.toComplete[0].units).toHaveLength(3)
  })

  test.each([
    ['GET', '/api/qualifications/2', 404, 'qualifications.not-found'],
    ['GET', `${path}/units/tutkinnonosat_0`, 404, 'qualifications.unit-not-found'],
    ['POST', '/api/qualifications/1/formation', 400, 'qualifications.method-needed'],
    ['GET', '/api/qualifications/x', 404, 'request.params'],
  ] as const)('%s %s is refused with %i', async (method, url, status, code) => {
    const answer = await teacher(method, url, method === 'POST' ? { parts: [] } : undefined)
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  })

  test('are not for nobody', async () => {
    expect((await service.nobody('GET', path)).statusCode).toBe(401)
  })
})
