import { expect, test } from 'vitest'
import { testService } from '../../../test/harness/service.ts'

const service = await testService()

test.each([
  ['/api/students?limit=many', '/limit'],
  ['/api/students?after=%00', '/after'],
  // No calendar has a year 0, and no database a day of it.
  ['/api/audit?from=0000-01-01', '/from'],
  ['/api/audit?to=2026-02-29', '/to'],
])('a wrong search condition is told in one language: %s', async (url, pointer) => {
  const reader = await service.signIn(await service.provider(), ['teacher', 'administrator'])
  const answer = await reader('GET', url)
  expect(answer.json()).toMatchObject({ status: 400, code: 'request.query', pointer })
  expect(answer.json()).toMatchObject({
    title: 'Osoitteen hakuehto ei ole oikeaa muotoa.',
    keyword: expect.stringMatching(/^\w+$/),
  })
})

test('a wrong body is told in one language, with its place', async () => {
  const administrator = await service.signIn(await service.provider(), ['administrator'])
  const id = '00000000-0000-7000-8000-000000000000'
  const answer = await administrator('POST', `/api/students/${id}/erase`, { reason: 5 })
  expect(answer.json()).toMatchObject({
    title: 'Sisältö ei vastaa rajapinnan kuvausta.',
    pointer: '/reason',
    keyword: 'type',
  })
})
