import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited, notAudited, record } from '../../platform/audit/audit.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { demoServicesAccess } from './access.ts'
import { nationalPlanTaken, serviceTold } from './audit.ts'
import { BehaviourChange, DemoServicesView } from './contract.ts'
import type { HeldPlan, NationalFake } from './contract-fake.ts'
import { ownStudyRights } from './queries.ts'

const path = '/api/demo-services'
const tag = 'demo-services'
const shown = 50

/** `fake` is undefined outside the demo: there the national services are the real ones, and there is nothing here. */
export function demoServiceRoutes({ fake }: { readonly fake: NationalFake | undefined }): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path,
      tag,
      summary: "How the demo's own national service behaves, and which plans it has (demo only)",
      answers: { 200: DemoServicesView },
      access: whoMay(demoServicesAccess.read),
      audit: notAudited('Everybody in the demo is invented, and there are learner numbers only'),
      transaction: 'read',
      handle: async (_call, transaction) => ({ body: await view(transaction, inDemo(fake)) }),
    }),
    endpoint({
      method: 'PUT',
      path,
      tag,
      summary: "Tell the demo's own national service how to behave (demo only)",
      body: BehaviourChange,
      answers: { 200: DemoServicesView },
      access: whoMay(demoServicesAccess.change),
      audit: audited(serviceTold),
      transaction: 'write',
      handle: async ({ audit, body }, transaction) => {
        const there = inDemo(fake)
        await record(transaction, audit, serviceTold, { details: body })
        there.behave(body)
        return { body: await view(transaction, there) }
      },
    }),
    endpoint({
      method: 'DELETE',
      path: `${path}/plans/{nationalId}`,
      tag,
      summary:
        "Take a plan away in the demo's own national service, as who may delete there does (demo only)",
      params: Type.Object({ nationalId: Type.Integer({ minimum: 1 }) }),
      answers: { 200: DemoServicesView },
      access: whoMay(demoServicesAccess.change),
      audit: audited(nationalPlanTaken),
      transaction: 'write',
      handle: async ({ audit, params: { nationalId } }, transaction) => {
        const there = inDemo(fake)
        const own = await ownPlans(transaction, there)
        if (!own.some(plan => plan.nationalId === nationalId)) throw new AppError('request.not-found', 404)
        await record(transaction, audit, nationalPlanTaken, { details: { nationalId } })
        there.remove(nationalId)
        return { body: await view(transaction, there) }
      },
    }),
  ]
}

/** @throws AppError outside the demo. */
function inDemo(fake: NationalFake | undefined): NationalFake {
  if (fake === undefined) throw new AppError('request.not-found', 404)
  return fake
}

async function ownPlans(transaction: ReadTransaction, fake: NationalFake): Promise<HeldPlan[]> {
  const all = fake.plans()
  const own = await ownStudyRights(
    transaction,
    all.map(plan => plan.studyRightOid),
  )
  return all.filter(plan => own.has(plan.studyRightOid))
}

const newestFirst = (a: HeldPlan, b: HeldPlan): number =>
  (b.changedAt?.getTime() ?? 0) - (a.changedAt?.getTime() ?? 0) || b.nationalId - a.nationalId

async function view(transaction: ReadTransaction, fake: NationalFake): Promise<DemoServicesView> {
  const { left, mode } = fake.behaviour()
  const own = await ownPlans(transaction, fake)
  const plans = own
    .toSorted(newestFirst)
    .slice(0, shown)
    .map(({ changedAt, ...plan }) => ({
      ...plan,
      ...(changedAt === undefined ? {} : { changedAt: changedAt.toISOString() }),
    }))
  return { mode, ...(left === undefined ? {} : { left }), count: own.length, plans }
}
