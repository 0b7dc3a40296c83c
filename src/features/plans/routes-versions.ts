import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { audited, record } from '../../platform/audit/audit.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { dayOf } from '../../platform/time/plain-date.ts'
import { planAccess } from './access.ts'
import { planVersionsRead } from './audit.ts'
import { PlanVersion, PlanVersionList } from './contract-api.ts'
import { findPlan, type PlanRecord, type StoredContact } from './queries.ts'
import { findVersion, listVersions, type VersionRow } from './queries-versions.ts'
import { planParams } from './routes.ts'
import { codesOf } from './rules-projection.ts'
import { maskContacts, maskPlan } from './rules-protection.ts'
import type { Tree } from './rules-tree.ts'
import { namesOf, type PageDependencies } from './service-page.ts'
import { isMasked, maskVersion } from './service-protection.ts'

const page = 50

export const versionParams = Type.Object({
  planId: Type.String({ format: 'uuid' }),
  version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
})

export function planVersionRoutes(dependencies: PageDependencies): Endpoint[] {
  return [list(dependencies), one(dependencies)]
}

function list(dependencies: PageDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/plans/{planId}/versions',
    tag: 'plans',
    summary: 'Versions of a plan, newest first, with what changed in each',
    params: planParams,
    query: Type.Object({ before: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })) }),
    answers: { 200: PlanVersionList },
    access: whoMay(planAccess.read),
    audit: audited(planVersionsRead),
    transaction: 'read',
    handle: async ({ params, query, actor, audit, today }, transaction) => {
      const plan = await readable(transaction, actor, params.planId)
      const rows = await listVersions(transaction, plan.id, query.before, page + 1)
      const items = rows.slice(0, page)
      const details = { versions: items.length }
      await record(transaction, audit, planVersionsRead, {
        targetId: plan.id,
        studentId: plan.student_id,
        details,
      })
      const last = rows.length > page ? items.at(-1) : undefined
      const masked = await isMasked(transaction, actor, today, plan.student_id)
      return {
        body: {
          items: items.map(item => (masked ? maskVersion(shown(item)) : shown(item))),
          contacts: masked ? maskContacts(shownContacts(plan.contacts)) : shownContacts(plan.contacts),
          names: namesOf(
            codesOf([plan.body, ...items.map(item => item.changes)]),
            plan.study_right,
            dependencies,
          ),
          ...(last ? { next: last.version } : {}),
        },
      }
    },
  })
}

function one(dependencies: PageDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/plans/{planId}/versions/{version}',
    tag: 'plans',
    summary: 'One version of a plan as it was',
    params: versionParams,
    answers: { 200: PlanVersion },
    access: whoMay(planAccess.read),
    audit: audited(planVersionsRead),
    transaction: 'read',
    handle: async ({ params, actor, audit, today }, transaction) => {
      const plan = await readable(transaction, actor, params.planId)
      const version = await findVersion(transaction, plan.id, params.version)
      if (version === undefined) throw new AppError('plans.version-not-found', 404)
      const details = { versions: 1 }
      await record(transaction, audit, planVersionsRead, {
        targetId: plan.id,
        studentId: plan.student_id,
        details,
      })
      const masked = await isMasked(transaction, actor, today, plan.student_id)
      return {
        body: {
          ...(masked ? maskVersion(shown(version)) : shown(version)),
          plan: masked ? maskPlan(version.body as Tree) : version.body,
          contacts: masked ? maskContacts(shownContacts(plan.contacts)) : shownContacts(plan.contacts),
          names: namesOf(codesOf([version.body, version.changes]), plan.study_right, dependencies),
        },
      }
    },
  })
}

/** @throws AppError plans.not-found, access.forbidden */
async function readable(transaction: ReadTransaction, actor: Actor, planId: string): Promise<PlanRecord> {
  const plan = await findPlan(transaction, { id: planId })
  if (plan === undefined) throw new AppError('plans.not-found', 404)
  planAccess.read.demand(actor, { studentId: plan.student_id })
  return plan
}

function shown(row: VersionRow) {
  return {
    version: row.version,
    savedAt: row.saved_at.toISOString(),
    author: { source: row.source, ...(row.author_name === null ? {} : { name: row.author_name }) },
    ...(row.reason === null ? {} : { reason: row.reason }),
    changes: row.changes,
  }
}

function shownContacts(contacts: readonly StoredContact[]) {
  return Object.fromEntries(
    contacts.map(({ id, kind, content, erased_at }) => [
      id,
      { kind, ...content, ...(erased_at === null ? {} : { erasedOn: dayOf(new Date(erased_at)) }) },
    ]),
  )
}
