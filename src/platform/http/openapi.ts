import type { TObject } from 'typebox'
import type { Endpoint } from './endpoint.ts'
import { contentOf, problemSchema, refusalResponses, responsesOf } from './openapi-answers.ts'
import { capitalised, type Schema, SchemaShelf } from './openapi-schemas.ts'
import { type Caller, whoMayCall } from './openapi-who.ts'

/** One operation as the document tells it; `x-who-may` is asked from the endpoint's own declaration of access. */
export interface Operation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly parameters?: readonly Schema[]
  readonly requestBody?: Schema
  readonly responses: Readonly<Record<string, Schema>>
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly 'x-who-may': readonly Caller[]
}

/** OpenAPI 3.1, whose schemas are JSON Schema 2020-12: the contracts as they are. */
export interface OpenApi {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly tags: readonly { readonly name: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

export interface About {
  readonly title: string
  readonly version: string
  readonly description: string
  /** Paths under this take the national ticket beside the key. */
  readonly ticketPrefix: string
}

const securitySchemes = {
  session: { type: 'apiKey', in: 'cookie', name: 'yhdessa_session', description: 'A browser that signed in' },
  csrf: { type: 'apiKey', in: 'header', name: 'x-csrf-token', description: 'From GET /api/session' },
  key: {
    type: 'http',
    scheme: 'bearer',
    description: 'API key of a register: one provider, one source system',
  },
  ticket: {
    type: 'apiKey',
    in: 'header',
    name: 'ticket',
    description: 'Service ticket from /cas/v1/tickets',
  },
  callerId: { type: 'apiKey', in: 'header', name: 'caller-id', description: 'Who calls, as nationally' },
}

/** The document of a list of endpoints. The same list always gives the same document. */
export function openApiOf(endpoints: readonly Endpoint[], about: About): OpenApi {
  const shelf = new SchemaShelf()
  const paths: Record<string, Record<string, Operation>> = {}
  for (const endpoint of endpoints) {
    const methods = paths[endpoint.path] ?? {}
    methods[endpoint.method.toLowerCase()] = operationOf(endpoint, about, shelf)
    paths[endpoint.path] = methods
  }
  return {
    openapi: '3.1.0',
    info: { title: about.title, version: about.version, description: about.description },
    tags: [...new Set(endpoints.map(endpoint => endpoint.tag))].map(name => ({ name })),
    paths,
    components: {
      schemas: { Problem: problemSchema, ...shelf.schemas },
      responses: refusalResponses,
      securitySchemes,
    },
  }
}

function operationOf(endpoint: Endpoint, about: About, shelf: SchemaShelf): Operation {
  const name = capitalised(shortPath(endpoint.path, about))
  const method = endpoint.method.toLowerCase()
  const operationId = `${method}${name}`
  const parameters = [...inPlace('path', endpoint.params), ...inPlace('query', endpoint.query)]
  const shapeName = capitalised(operationId)
  return {
    operationId,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    ...(parameters.length === 0 ? {} : { parameters }),
    // A GET may carry a body that nobody reads; the document does not ask for one.
    ...(endpoint.body === undefined || endpoint.method === 'GET'
      ? {}
      : {
          requestBody: {
            required: true,
            content: contentOf(endpoint.body, 'application/json', `${shapeName}Body`, shelf),
          },
        }),
    responses: responsesOf(endpoint, shapeName, shelf),
    security: securityOf(endpoint, about),
    'x-who-may': callersOf(endpoint, about),
  }
}

/** The path without what all of its kind have in common. */
function shortPath(path: string, { ticketPrefix }: About): string {
  const named = path.startsWith(ticketPrefix) ? `/national${path.slice(ticketPrefix.length)}` : path
  return named.replaceAll(/\/(api|v\d+)(?=\/)/g, '')
}

/** Sessions are not read where tickets are: only machines come in there. */
function callersOf({ access, path }: Endpoint, { ticketPrefix }: About): readonly Caller[] {
  const who = whoMayCall(access)
  return path.startsWith(ticketPrefix)
    ? who.filter(caller => caller === 'machine' || caller === 'everyone')
    : who
}

function inPlace(place: 'path' | 'query', schema: TObject | undefined): Schema[] {
  const required = (schema as { required?: readonly string[] } | undefined)?.required ?? []
  return Object.entries(schema?.properties ?? {}).map(([name, shape]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: JSON.parse(JSON.stringify(shape)) as Schema,
  }))
}

function securityOf(endpoint: Endpoint, about: About): Operation['security'] {
  const who = callersOf(endpoint, about)
  if (who.includes('everyone')) return []
  const session = endpoint.method === 'GET' ? { session: [] } : { session: [], csrf: [] }
  return [
    ...(who.some(caller => caller !== 'machine') ? [session] : []),
    ...(who.includes('machine') ? [{ key: [] }] : []),
    ...(endpoint.path.startsWith(about.ticketPrefix) ? [{ ticket: [], callerId: [] }] : []),
  ]
}
