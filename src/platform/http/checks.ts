import { Readable } from 'node:stream'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import Format from 'typebox/format'
import { Value } from 'typebox/value'
import { isPlainDate } from '../time/plain-date.ts'
import type { Answer, Endpoint } from './endpoint.ts'
import { AppError } from './error.ts'

// One calendar everywhere: the library's own knows a year 0, which neither we nor the database do.
Format.Set('date', isPlainDate)

/** The contract of an endpoint, compiled: what comes in is checked against it, and in tests what goes out. */
export interface Checks {
  params(value: unknown): unknown
  query(value: unknown): unknown
  body(value: unknown): unknown
  answer(answer: Answer): void
}

export function checksOf(endpoint: Endpoint): Checks {
  return {
    params: check(endpoint.params, 'request.params', 404, true),
    query: check(endpoint.query, 'request.query', 400, true),
    body: check(endpoint.bodyCheck === 'handler' ? undefined : endpoint.body, 'request.body', 400, false),
    answer: answerCheck(endpoint),
  }
}

function check(
  schema: TSchema | undefined,
  code: string,
  status: number,
  fromText: boolean,
): (value: unknown) => unknown {
  if (schema === undefined) return value => value
  const compiled = Compile(schema)
  return given => {
    // Paths and queries are texts; numbers and booleans in them are read as the contract says.
    const value = fromText ? Value.Convert(schema, { ...(given as object) }) : given
    if (compiled.Check(value) && memberWithNul(given) === undefined) return value
    if (!fromText && given === undefined) throw new AppError('request.body-missing', status)
    const [first] = compiled.Errors(value)
    // The library's own words are English and speak of schemas; the place and the keyword say as much.
    const more = { keyword: first?.keyword ?? 'pattern' }
    throw new AppError(code, status, { pointer: first ? placeOf(first) : placeOfNul(given), more })
  }
}

/** No text of the database can hold the NUL character. JSON with one has been refused already; paths and forms are flat. */
function memberWithNul(given: unknown): string | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  return Object.entries(given).find(([, value]) => typeof value === 'string' && value.includes('\0'))?.[0]
}

function placeOfNul(given: unknown): string {
  const member = memberWithNul(given)
  return member === undefined ? '' : `/${escaped(member)}`
}

const escaped = (member: string): string => member.replaceAll('~', '~0').replaceAll('/', '~1')

interface Blame {
  readonly instancePath: string
  readonly keyword: string
  readonly params?: unknown
}

/** The place to blame; for an unknown or a missing member the member itself, not the object that should have it. */
function placeOf(error: Blame): string {
  const params = (error.params ?? {}) as Record<string, unknown>
  const members = (params.additionalProperties ?? params.requiredProperties) as unknown
  const [member] = Array.isArray(members) ? members : []
  if (typeof member !== 'string') return error.instancePath
  return `${error.instancePath}/${escaped(member)}`
}

function answerCheck(endpoint: Endpoint): (answer: Answer) => void {
  const compiled = new Map(
    Object.entries(endpoint.answers).flatMap(([status, schema]) =>
      schema === null ? [] : [[Number(status), Compile(schema)] as const],
    ),
  )
  return answer => {
    const status = answer.status ?? (answer.body === undefined && answer.json === undefined ? 204 : 200)
    if (!(status in endpoint.answers))
      throw new Error(`${endpoint.path} does not declare the status ${status}`)
    const schema = compiled.get(status)
    // A file has no shape to check.
    if (schema === undefined || answer.body instanceof Uint8Array || answer.body instanceof Readable) return
    const value: unknown = answer.json === undefined ? toJson(answer.body) : JSON.parse(answer.json)
    if (schema.Check(value)) return
    const [first] = schema.Errors(value)
    throw new Error(`${endpoint.method} ${endpoint.path} ${status}: ${first?.instancePath} ${first?.message}`)
  }
}

const toJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
