import { type TObject, type TSchema, Type } from 'typebox'
import { planAccess, planCreated, planRead, planSaved } from '../../features/plans/public.ts'
import { studyRightConsulted } from '../../features/study-rights/public.ts'
import { everyone, whoMay } from '../../platform/access/access.ts'
import { audited, notAudited } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint, publicEndpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { nationalErrors } from './errors.ts'
import { nationalBodySchema } from './schema.ts'
import { accept, dryCheck, type NationalDependencies, patch, replace, show } from './service.ts'

export const nationalBase = '/ehoks-virkailija-backend/api/v1'

const Meta = Type.Object({}, { additionalProperties: true })
const HoksAnswer = Type.Object({ meta: Meta, data: Type.Object({}, { additionalProperties: true }) })
const Created = Type.Object({
  meta: Type.Object({ id: Type.Integer() }),
  data: Type.Object({ uri: Type.String() }),
})
const byId = Type.Object({ hoksId: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) })
const byStudyRight = Type.Object({ studyRightOid: Type.String({ maxLength: 100 }) })

const headers = { 'cache-control': 'no-cache, max-age=0', expires: '0' }
const etag = (version: number) => ({ ...headers, etag: `"v${version}"` })
const common = { tag: 'hoks', errors: nationalErrors } as const

/**
 * The interface that student registers use towards the national service, under the same paths and in the same envelope.
 * ETag and If-Match are ours: a register that sends If-Match replaces what it has seen, one that does not is merged.
 */
export function nationalRoutes(dependencies: NationalDependencies): Endpoint[] {
  return [
    create(dependencies),
    read('/hoks/{hoksId}', byId, params => ({ hoksId: params.hoksId as number }), dependencies),
    read(
      '/hoks/opiskeluoikeus/{studyRightOid}',
      byStudyRight,
      params => ({ studyRightOid: params.studyRightOid as string }),
      dependencies,
    ),
    put(dependencies),
    patchHead(dependencies),
    dryRun(dependencies),
    ...goneRoutes(),
  ]
}

function create(dependencies: NationalDependencies): Endpoint {
  return endpoint({
    ...common,
    method: 'POST',
    path: `${nationalBase}/hoks`,
    summary: 'Create the HOKS of a study right',
    body: nationalBodySchema('post'),
    bodyCheck: 'handler',
    answers: { 200: Created },
    access: whoMay(planAccess.send),
    audit: audited(planCreated),
    transaction: 'write',
    handle: async (call, transaction) => {
      const saved = await accept(dependencies, call, transaction)
      const uri = `${dependencies.publicUrl}${nationalBase}/hoks/${saved.hoksId}`
      return { body: { meta: { id: saved.hoksId }, data: { uri } }, headers: etag(saved.version) }
    },
  })
}

type Key = { readonly hoksId: number } | { readonly studyRightOid: string }

function read<P extends TObject>(
  path: string,
  params: P,
  keyOf: (params: Record<string, unknown>) => Key,
  dependencies: NationalDependencies,
): Endpoint {
  return endpoint({
    ...common,
    method: 'GET',
    path: `${nationalBase}${path}`,
    summary: 'A HOKS in the national form, with an ETag',
    params,
    answers: { 200: HoksAnswer },
    access: whoMay(planAccess.read),
    audit: audited(planRead),
    transaction: 'read',
    handle: async (call, transaction) => {
      const key = keyOf(call.params as Record<string, unknown>)
      const shown = await show(dependencies, call, transaction, key)
      return { body: { meta: {}, data: shown.hoks }, headers: etag(shown.version) }
    },
  })
}

function put(dependencies: NationalDependencies): Endpoint {
  return endpoint({
    ...common,
    method: 'PUT',
    path: `${nationalBase}/hoks/{hoksId}`,
    summary: 'Replace a HOKS; without If-Match it is merged with what was edited here since',
    params: byId,
    body: nationalBodySchema('put'),
    bodyCheck: 'handler',
    answers: { 204: null },
    access: whoMay(planAccess.send),
    audit: audited(planSaved),
    transaction: 'write',
    handle: async (call, transaction) => {
      const saved = await replace(dependencies, call, transaction)
      return { status: 204, headers: etag(saved.version) }
    },
  })
}

function patchHead(dependencies: NationalDependencies): Endpoint {
  return endpoint({
    ...common,
    method: 'PATCH',
    path: `${nationalBase}/hoks/{hoksId}`,
    summary: 'Change top-level members of a HOKS',
    params: byId,
    body: nationalBodySchema('patch'),
    bodyCheck: 'handler',
    answers: { 204: null },
    access: whoMay(planAccess.send),
    audit: audited(planSaved),
    transaction: 'write',
    handle: async (call, transaction) => {
      const saved = await patch(dependencies, call, transaction)
      return { status: 204, headers: etag(saved.version) }
    },
  })
}

/** Open like the national one, which asks only who calls; with a key it also knows the provider's study rights. */
function dryRun(dependencies: NationalDependencies): Endpoint {
  return publicEndpoint({
    ...common,
    method: 'POST',
    path: `${nationalBase}/validointi`,
    summary: 'Check a HOKS as POST would, and store nothing',
    body: nationalBodySchema('post'),
    bodyCheck: 'handler',
    answers: { 200: Type.Object({}, { additionalProperties: true }) },
    access: everyone('checks what is sent, and shows nothing of anybody'),
    audit: audited(studyRightConsulted),
    transaction: 'none',
    handle: async call => {
      await dryCheck(dependencies, call)
      return { body: {}, headers }
    },
  })
}

const goneParts = [
  'hankittava-paikallinen-tutkinnon-osa',
  'hankittava-ammat-tutkinnon-osa',
  'hankittava-yhteinen-tutkinnon-osa',
  'aiemmin-hankittu-ammat-tutkinnon-osa',
  'aiemmin-hankittu-paikallinen-tutkinnon-osa',
  'aiemmin-hankittu-yhteinen-tutkinnon-osa',
  'opiskeluvalmiuksia-tukevat-opinnot',
]

/** The single-part routes ended nationally too; a register that still calls one hears so, and not a riddle. */
function goneRoutes(): Endpoint[] {
  const gone = (method: 'GET' | 'POST' | 'PATCH', path: string, params: TObject): Endpoint =>
    publicEndpoint({
      ...common,
      method,
      path: `${nationalBase}/hoks/{hoksId}/${path}`,
      summary: 'Gone: parts are sent with the whole HOKS',
      params,
      body: Type.Unknown() as TSchema,
      answers: { 410: null },
      access: everyone('tells only that the address has ended'),
      audit: notAudited('nothing is shown'),
      transaction: 'none',
      handle: () => Promise.reject(new AppError('ehoks.route-gone', 410)),
    })
  const part = Type.Object({ hoksId: Type.String(), partId: Type.String() })
  return goneParts.flatMap(name => [
    gone('POST', name, Type.Object({ hoksId: Type.String() })),
    gone('GET', `${name}/{partId}`, part),
    gone('PATCH', `${name}/{partId}`, part),
  ])
}
