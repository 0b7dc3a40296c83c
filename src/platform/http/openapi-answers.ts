import { STATUS_CODES } from 'node:http'
import type { TSchema } from 'typebox'
import type { Endpoint, ErrorFormat } from './endpoint.ts'
import { AppError } from './error.ts'
import type { Schema, SchemaShelf } from './openapi-schemas.ts'
import { whoMayCall } from './openapi-who.ts'

/** A refusal, in the form of RFC 9457. */
export const problemSchema: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string', description: 'urn:yhdessa: followed by the code' },
    title: { type: 'string', description: 'What is wrong, in the language of Accept-Language' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'The same in every language, for programs' },
    pointer: { type: 'string', description: 'JSON pointer (RFC 6901) into the body that was sent' },
    keyword: { type: 'string', description: 'The keyword of JSON Schema that the place breaks' },
  },
}

const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
const retryAfter = { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } } }

const refusals: Readonly<Record<number, string>> = {
  400: 'The request is malformed, or the body breaks its contract; the pointer tells where',
  401: 'Nobody is signed in and no valid key was presented',
  403: 'Whoever asks may not do this',
  404: 'There is no such thing, or it belongs to another provider',
  413: 'The body is too large',
  415: 'The body is not application/json',
  429: 'Too many requests within a minute',
  503: 'The database is away for the moment',
}

const otherRefusal = 'Refused for another reason; the code tells which'

const hasRetryAfter = (status: string): boolean => status === '429' || status === '503'

/** The shared answers of refusals, to be referred to by each endpoint. */
export const refusalResponses: Readonly<Record<string, Schema>> = {
  ...Object.fromEntries(
    Object.entries(refusals).map(([status, description]) => [
      `Refused${status}`,
      { description, content: problemContent, ...(hasRetryAfter(status) ? { headers: retryAfter } : {}) },
    ]),
  ),
  RefusedOtherwise: { description: otherRefusal, content: problemContent },
}

/** Which refusals an endpoint can answer with besides what it declares itself. */
function possibleRefusals(endpoint: Endpoint): readonly number[] {
  const open = whoMayCall(endpoint.access).includes('everyone')
  return [
    ...(endpoint.body || endpoint.query ? [400] : []),
    ...(open ? [] : [401, 403]),
    ...(endpoint.params ? [404] : []),
    ...(endpoint.body ? [413, 415] : []),
    ...[429, 503],
  ]
}

/** The answers of an endpoint by status: declared ones with their shapes, then the refusals. */
export function responsesOf(endpoint: Endpoint, name: string, shelf: SchemaShelf): Record<string, Schema> {
  const declared = Object.entries(endpoint.answers).map(([status, schema]) => [
    status,
    answer(Number(status), schema, `${name}Answer`, shelf),
  ])
  const { errors } = endpoint
  const refused = [...possibleRefusals(endpoint).map(String), 'default']
    .filter(status => !(status in endpoint.answers))
    .map(status => [status, errors === undefined ? { $ref: responseRef(status) } : ownWords(status, errors)])
  return Object.fromEntries([...declared, ...refused])
}

const responseRef = (status: string): string =>
  `#/components/responses/Refused${status === 'default' ? 'Otherwise' : status}`

function answer(status: number, schema: TSchema | null, name: string, shelf: SchemaShelf): Schema {
  const description = STATUS_CODES[status] ?? String(status)
  if (schema === null) return { description }
  const usual = status >= 400 ? 'application/problem+json' : 'application/json'
  return { description, content: contentOf(schema, usual, name, shelf) }
}

/** A shape under its media type: JSON, unless the shape says otherwise by `contentMediaType`. */
export function contentOf(schema: TSchema, usual: string, name: string, shelf: SchemaShelf): Schema {
  const { contentMediaType = usual, ...shape } = schema as TSchema & { contentMediaType?: string }
  return { [contentMediaType]: { schema: shelf.place(shape, name) } }
}

/** An interface that words its refusals in its own way: its own format is asked for the media type. */
function ownWords(status: string, format: ErrorFormat): Schema {
  const sample = format(new AppError('request.malformed', Number(status) || 400), code => code, 'en')
  const mediaType = sample.contentType.split(';')[0] ?? ''
  return {
    description: refusals[Number(status)] ?? otherRefusal,
    content: { [mediaType]: { schema: { type: mediaType === 'application/json' ? 'object' : 'string' } } },
    ...(hasRetryAfter(status) ? { headers: retryAfter } : {}),
  }
}
