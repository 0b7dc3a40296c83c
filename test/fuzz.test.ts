import fc from 'fast-check'
import type { LightMyRequestResponse } from 'fastify'
import { expect, test } from 'vitest'
import { interfaceDocument } from '../src/app/openapi.ts'
import { type Role, roles } from '../src/platform/access/actor.ts'
import type { Operation } from '../src/platform/http/openapi.ts'
import { brokenBytes, damaged, oddText } from './fuzz-values.ts'
import { type Client, testService } from './harness/service.ts'
import { valuesOf } from './schema-values.ts'
import { filled, makeWorld, paramsIn, type World } from './world.ts'

// Every endpoint from its own OpenAPI, by someone who may: values that the contract allows, the same ones damaged,
// and bytes that are no JSON at all. While the database is up nothing may answer 5xx or tell of our insides.
// A new endpoint is fuzzed by itself. FUZZ_SEED repeats a run.

const service = await testService()
const document = await interfaceDocument()
const world = await makeWorld(service)
const { student, otherStudent } = world
const around = {
  components: document.components.schemas ?? {},
  familiar: [
    ...[student.studentOid, student.studyRightOid, otherStudent.studentOid, otherStudent.studyRightOid],
    ...['1.2.246.562.10.55867603791', '1234567-1', 'tutkinnonosat_106945', 'jakso-1'],
  ],
}
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)

/** Runs of one endpoint end after this time, so that all of them together stay within half a minute. */
const patience = 450

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly schema: unknown
}

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase() as 'GET',
    path,
    operation,
  })),
)

/** Someone who comes in, with a session or key of their own, because the call may end it. */
function permitted({ 'x-who-may': who }: Operation, { provider, student }: World): Promise<Client> {
  const role = roles.find(one => who.includes(one))
  if (role !== undefined) return service.signIn(provider, [role as Role], student.studentId)
  return who.includes('machine') ? service.key(provider) : Promise.resolve(service.nobody)
}

/** Sometimes the thing that is there, sometimes another of the right form, sometimes any text. */
function parameterValues(parameter: Parameter, known: string | undefined): fc.Arbitrary<unknown> {
  const right = known === undefined ? valuesOf(parameter.schema, around) : fc.constant(known)
  const given = fc.oneof(
    { arbitrary: right, weight: 4 },
    { arbitrary: valuesOf(parameter.schema, around), weight: 1 },
    { arbitrary: oddText, weight: 1 },
  )
  return parameter.required ? given : fc.option(given, { nil: undefined })
}

interface Content {
  readonly type: string
  readonly payload: Buffer | string
}

function contents(operation: Operation, shown: readonly object[]): fc.Arbitrary<Content | undefined> {
  const { content = {} } = (operation.requestBody ?? {}) as { content?: Record<string, { schema: unknown }> }
  const [entry] = Object.entries(content)
  if (entry === undefined) return fc.constant(undefined)
  const [type, { schema }] = entry
  const made = valuesOf(schema, around)
  // What the service itself tells of the thing, as far as the body has members for it: that a schema cannot invent.
  const value = shown.length === 0 ? made : fc.oneof(made, fc.constantFrom(...shown))
  if (type !== 'application/json') {
    const form = value.map(one => new URLSearchParams(one as Record<string, string>).toString())
    return fc.oneof(form, oddText).map(payload => ({ type, payload }))
  }
  const json = fc.oneof(value, damaged(value)).map(one => Buffer.from(JSON.stringify(one) ?? ''))
  const sent = fc.oneof({ arbitrary: json, weight: 3 }, { arbitrary: brokenBytes(json), weight: 1 })
  const types = fc.oneof(
    { arbitrary: fc.constant(type), weight: 12 },
    {
      arbitrary: fc.constantFrom(
        'text/plain',
        'application/json; charset=latin1',
        'application/x-www-form-urlencoded',
      ),
      weight: 1,
    },
  )
  return fc.record({ type: types, payload: sent })
}

/** Bodies of a PUT or PATCH as the GET of the same address answers them: with all they may have, and must. */
async function shownAt(path: string, { requestBody }: Operation): Promise<readonly object[]> {
  const get = document.paths[path]?.get
  const { content } = (requestBody ?? {}) as { content?: Record<string, { schema: BodySchema }> }
  const body = content?.['application/json']?.schema
  if (get === undefined || body === undefined) return []
  const shape = body.$ref === undefined ? body : around.components[body.$ref.split('/').at(-1) ?? '']
  const { properties = {}, required = [] } = shape as BodySchema
  const client = await permitted(get, world)
  const url = filled(path, await paramsIn(service, world, { path }))
  const shown = (await client('GET', url, undefined, { 'caller-id': 'fuzz' })).json<{ data?: object }>()
  const members = Object.entries({ reason: 'Muutos', ...shown, ...shown.data })
  return [Object.keys(properties), required].map(keys =>
    Object.fromEntries(members.filter(([key]) => keys.includes(key))),
  )
}

interface BodySchema {
  readonly $ref?: string
  readonly properties?: object
  readonly required?: readonly string[]
}

const traces = /\n\s+at \S|node_modules|\/src\/|\.ts:\d+|select .* from |yhdessa_app/i

/** What must hold of every answer, whatever was sent. */
function judge(answer: LightMyRequestResponse, operation: Operation, url: string): void {
  const { statusCode, body } = answer
  const told = `${operation.operationId} ${url}: ${statusCode} ${body.slice(0, 300)}`
  expect(statusCode, told).toBeLessThan(500)
  expect(statusCode in operation.responses || statusCode >= 400, told).toBe(true)
  if (statusCode < 400) return
  expect(body, told).not.toMatch(traces)
  expect(body, told).not.toBe('')
  if (!String(answer.headers['content-type']).startsWith('application/problem+json')) return
  const { title, code, status } = answer.json<{ title: string; code: string; status: number }>()
  expect(status).toBe(statusCode)
  // A code that stands for its own text has been forgotten in the dictionaries.
  expect(title, told).not.toBe(code)
}

test.each(operations)('$name', async ({ method, path, operation }) => {
  const known = await paramsIn(service, world, { path })
  const parameters = (operation.parameters ?? []) as unknown as readonly Parameter[]
  const values = fc.record(
    Object.fromEntries(parameters.map(one => [one.name, parameterValues(one, known[one.name])])),
  )
  const versions = fc.option(fc.oneof(fc.constantFrom('"v1"', '"v2"', '"v3"'), oddText), { nil: undefined })
  const shown = await shownAt(path, operation)
  const property = fc.asyncProperty(
    values,
    contents(operation, shown),
    versions,
    async (given, content, version) => {
      const query = new URLSearchParams()
      for (const { name, in: place } of parameters) {
        if (place === 'query' && given[name] !== undefined) query.set(name, String(given[name]))
      }
      const url = `${filled(path, given)}?${query}`
      const client = await permitted(operation, world)
      const headers = {
        'caller-id': 'fuzz',
        ...(version === undefined ? {} : { 'if-match': version }),
        ...(content === undefined ? {} : { 'content-type': content.type }),
      }
      judge(await client(method, url, content?.payload, headers), operation, url)
    },
  )
  await fc.assert(property, { seed, numRuns: 150, interruptAfterTimeLimit: patience, endOnFailure: false })
})

test('the log holds nothing of what was sent, and no failure', () => {
  expect(service.log.filter(line => line.includes('"failure"'))).toEqual([])
})
