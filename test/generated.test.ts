import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { interfaceDocument } from '../src/app/openapi.ts'
import { testService } from './harness/service.ts'

const committed: unknown = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8'))
const mend = 'run npm run yhdessa -- openapi and commit what it writes'

test('openapi.json is what the contracts give', async () => {
  expect(await interfaceDocument(), mend).toEqual(committed)
})

test('the running service tells the same', async () => {
  const { nobody } = await testService()
  const answer = await nobody('GET', '/api/openapi.json')
  expect(answer.json(), mend).toEqual(committed)
})

test('every reference in it leads somewhere', () => {
  for (const [, path = ''] of JSON.stringify(committed).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = path
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], committed)
    expect(found, path).toBeDefined()
  }
})

test('operations have names of their own', () => {
  const { paths } = committed as { paths: Record<string, Record<string, { operationId: string }>> }
  const names = Object.values(paths).flatMap(methods => Object.values(methods).map(one => one.operationId))
  expect(new Set(names).size).toBe(names.length)
})
