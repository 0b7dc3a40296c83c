import fc from 'fast-check'
import { expect, test } from 'vitest'
import { interfaceDocument } from '../src/app/openapi.ts'
import { type Role, roles } from '../src/platform/access/actor.ts'
import type { Endpoint } from '../src/platform/http/endpoint.ts'
import { type Client, testService } from './harness/service.ts'
import { valuesOf } from './schema-values.ts'
import { filled, makeWorld, paramsIn, type World } from './world.ts'

// Every endpoint as everyone, against the committed list of who may. A new endpoint is walked by itself; its rows
// come into the list with `vitest run test/matrix.test.ts -u`, to be read before they are committed.

const service = await testService()
const { endpoints } = service.server
const { components } = await interfaceDocument()
const around = { components: components.schemas ?? {} }
const elsewhere = await makeWorld(service)
const staff = roles.filter(role => role !== 'student')

type As = (world: World) => Promise<Client>

const people = Object.fromEntries(
  staff.map(role => [role, (({ provider }) => service.signIn(provider, [role])) satisfies As]),
) as Record<Role, As>

const callers: Readonly<Record<string, As>> = {
  ...people,
  guardian: ({ provider, student }) => service.guardian(provider, student.studentId),
  'another guardian': ({ provider, otherStudent }) => service.guardian(provider, otherStudent.studentId),
  student: ({ provider, student }) => service.signIn(provider, ['student'], student.studentId),
  'another student': ({ provider, otherStudent }) =>
    service.signIn(provider, ['student'], otherStudent.studentId),
  operator: ({ provider }) => service.operator(provider),
  machine: ({ provider }) => service.key(provider),
  // In every role at once: whoever the row is open to, it is not open to them.
  "another provider's people": () => service.signIn(elsewhere.provider, staff),
  "another provider's machine": () => service.key(elsewhere.provider, 'studenta'),
  nobody: () => Promise.resolve(service.nobody),
}

/** What a refusal by access answers; everything else means that the caller came in. */
const refusals = new Set([401, 403, 404])

async function ask(endpoint: Endpoint, world: World, as: As): Promise<{ outcome: string; found: boolean }> {
  const client = await as(world)
  const params = await paramsIn(service, world, endpoint)
  const sampled = sampleOf(endpoint.params) as Record<string, unknown>
  const query = new URLSearchParams(sampleOf(endpoint.query) as Record<string, string>)
  const url = `${filled(endpoint.path, { ...sampled, ...params })}?${query}`
  const body = endpoint.body && endpoint.method !== 'GET' ? sampleOf(endpoint.body) : undefined
  const headers = { 'if-match': '"v1"', 'caller-id': 'matrix', ...formOf(endpoint) }
  const answer = await client(endpoint.method, url, asSent(body, endpoint), headers)
  expect(answer.statusCode, `${endpoint.method} ${url}: ${answer.body}`).toBeLessThan(500)
  const outcome = refusals.has(answer.statusCode) ? String(answer.statusCode) : 'allowed'
  return { outcome, found: Object.keys(params).length > 0 }
}

/** Always the same value of a schema, and no member that may be left out. */
function sampleOf(schema: unknown): unknown {
  if (schema === undefined) return {}
  const plain = JSON.parse(JSON.stringify(schema)) as { properties?: object; required?: string[] }
  const properties = Object.fromEntries(
    Object.entries(plain.properties ?? {}).filter(([key]) => plain.required?.includes(key)),
  )
  const small = plain.properties === undefined ? plain : { ...plain, properties }
  return fc.sample(valuesOf(small, around), { seed: 1, numRuns: 1 })[0]
}

const mediaTypeOf = ({ body }: Endpoint): string | undefined =>
  (body as { contentMediaType?: string } | undefined)?.contentMediaType

const isForm = (endpoint: Endpoint): boolean => mediaTypeOf(endpoint)?.includes('form') ?? false

/** Of bodies that are no JSON: without their media type nobody would be asked who they are. */
const formOf = (endpoint: Endpoint): Record<string, string> => {
  const mediaType = mediaTypeOf(endpoint)
  return mediaType === undefined ? {} : { 'content-type': mediaType }
}

const asSent = (body: unknown, endpoint: Endpoint): unknown =>
  isForm(endpoint) ? new URLSearchParams(body as Record<string, string>).toString() : body

const matrix: Record<string, Record<string, string>> = {}

test.each(endpoints)('$method $path', async endpoint => {
  const row: Record<string, string> = {}
  const shared = await makeWorld(service)
  for (const [name, as] of Object.entries(callers)) {
    // What one caller changes must not be what the next one finds.
    const world = endpoint.method === 'GET' ? shared : await makeWorld(service)
    const { outcome, found } = await ask(endpoint, world, as)
    row[name] = outcome
    const open = endpoint.access.kind === 'everyone'
    if (name === 'nobody' && !open) expect(outcome).toBe('401')
    if (name.startsWith('another provider') && found && !open) expect(outcome, name).not.toBe('allowed')
  }
  matrix[`${endpoint.method} ${endpoint.path}`] = row
})

test('who may is what is committed', async () => {
  expect(Object.keys(matrix)).toHaveLength(endpoints.length)
  await expect(`${JSON.stringify(matrix, null, 2)}\n`).toMatchFileSnapshot('./snapshots/who-may.json')
})
