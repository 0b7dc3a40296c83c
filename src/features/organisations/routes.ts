import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited, notAudited, record } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import type { Names } from '../codes/contract.ts'
import { organisationAccess } from './access.ts'
import { successorsChanged } from './audit.ts'
import { OrganisationList, OrganisationOid, OrganisationView, Successors } from './contract.ts'
import type { OrganisationCache } from './public.ts'
import { allSuccessions, knownOids, replaceSuccessors } from './queries.ts'
import { faultOfSuccessors } from './rules-successors.ts'
import { rowOf, viewOf } from './rules-view.ts'

interface Dependencies {
  readonly organisations: OrganisationCache
  /** Names of a national code, from the reference data in memory. */
  readonly nameOfCode: (code: string) => Names | undefined
}

export function organisationRoutes(dependencies: Dependencies): Endpoint[] {
  return [list(dependencies), show(dependencies), succeed()]
}

const notPersonal = notAudited("Organisations are public and no one's data")

function list({ organisations }: Dependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/organisations',
    tag: 'organisations',
    summary:
      'Organisations in order of their names, by words of a name, OID, business id or institution code',
    query: Type.Object({
      query: Type.Optional(Type.String({ maxLength: 200 })),
      kind: Type.Optional(Type.String({ maxLength: 100 })),
      active: Type.Optional(Type.Boolean()),
      from: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    answers: { 200: OrganisationList },
    access: whoMay(organisationAccess.read),
    audit: notPersonal,
    transaction: 'none',
    handle: async ({ query: { from = 0, limit = 50, ...search }, today }) => {
      const index = await organisations.refresh()
      const found = index.search(search, today)
      const next = from + limit < found.length ? { next: from + limit } : {}
      const items = found.slice(from, from + limit).map(one => rowOf(index, one, today))
      return { body: { items, total: found.length, ...next } }
    },
  })
}

function show({ nameOfCode, organisations }: Dependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/organisations/{oid}',
    tag: 'organisations',
    summary: 'An organisation with its place in the tree, its names over time and who goes on with its work',
    params: Type.Object({ oid: OrganisationOid }),
    answers: { 200: OrganisationView },
    access: whoMay(organisationAccess.read),
    audit: notPersonal,
    transaction: 'none',
    handle: async ({ actor, params, today }) => {
      const index = await organisations.refresh()
      const found = index.find(params.oid)
      if (!found) throw new AppError('organisations.not-found', 404)
      const permittedActions = organisationAccess.succeed.may(actor, {}) ? ['succeed' as const] : []
      return { body: viewOf(index, found, { today, nameOfCode, permittedActions }) }
    },
  })
}

function succeed(): Endpoint {
  return endpoint({
    method: 'PUT',
    path: '/api/organisations/{oid}/successors',
    tag: 'organisations',
    summary:
      'Tell which organisations go on with the work of this one, from which day, and where that was read',
    params: Type.Object({ oid: OrganisationOid }),
    body: Successors,
    answers: { 204: null },
    access: whoMay(organisationAccess.succeed),
    audit: audited(successorsChanged),
    transaction: 'write',
    handle: async ({ audit, body: { successors }, params: { oid } }, transaction) => {
      const known = await knownOids(transaction, [oid, ...successors.map(one => one.oid)])
      if (!known.has(oid)) throw new AppError('organisations.not-found', 404)
      const all = await allSuccessions(transaction)
      const fault = faultOfSuccessors(oid, successors, all, one => known.has(one))
      if (fault) {
        throw new AppError(`organisations.${fault.code}`, 422, { pointer: `/successors/${fault.at}/oid` })
      }
      const before = all
        .filter(row => row.oid === oid)
        .map(row => ({ oid: row.successorOid, changesOn: row.changesOn, source: row.source }))
      await replaceSuccessors(transaction, oid, successors)
      await record(transaction, audit, successorsChanged, {
        targetId: oid,
        details: { before, after: successors },
      })
      return { status: 204 }
    },
  })
}
