import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited, notAudited, record } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import type { Qualification } from '../qualifications/contract.ts'
import { planAccess } from './access.ts'
import { planWorkplaceRead } from './audit.ts'
import { UnitChoices, WorkplaceChoices, WorkplaceKnown } from './contract-choices.ts'
import { type KnownCodes, unitChoices } from './rules-choices.ts'
import { workplaceChoices, workplaceKnown } from './service-choices.ts'

interface ChoiceReference extends KnownCodes {
  readonly qualification: (diaryNumber: string) => Qualification | undefined
}

interface Dependencies {
  /** Reference data at hand. */
  readonly data: () => ChoiceReference
}

/** What one may choose from while writing a plan. */
export function planChoiceRoutes(dependencies: Dependencies): Endpoint[] {
  return [units(dependencies), workplaces(), known()]
}

function units({ data }: Dependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/plans/choices/units',
    tag: 'plans',
    summary:
      'Units, subject areas and parts of a qualification to choose from, by the groups of its structure',
    query: Type.Object({
      diaryNumber: Type.String({ minLength: 1, maxLength: 100 }),
      method: Type.Optional(Type.String({ maxLength: 50 })),
      /** Competence areas and titles of the study right: groups of others come last. */
      branches: Type.Optional(Type.String({ maxLength: 500 })),
    }),
    answers: { 200: UnitChoices },
    access: whoMay(planAccess.update),
    audit: notAudited('Requirements of qualifications are public, and about nobody'),
    transaction: 'none',
    handle: async ({ query: { branches = '', diaryNumber, method } }) => {
      const qualification = data().qualification(diaryNumber)
      if (qualification === undefined) throw new AppError('qualifications.not-found', 404)
      const wanted = { method, branches: branches.split(',').filter(one => one !== '') }
      return { body: unitChoices(qualification, wanted, data()) }
    },
  })
}

function workplaces(): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/plans/choices/workplaces',
    tag: 'plans',
    summary: "Workplaces that the provider's plans know, by the beginning of their name",
    query: Type.Object({ query: Type.String({ maxLength: 200 }) }),
    answers: { 200: WorkplaceChoices },
    access: whoMay(planAccess.update),
    audit: notAudited('Names of workplaces, of which nothing tells who has been there'),
    transaction: 'read',
    handle: async ({ query: { query } }, transaction) => ({
      body: await workplaceChoices(transaction, query),
    }),
  })
}

function known(): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/plans/choices/workplaces/known',
    tag: 'plans',
    summary: 'Who has guided at a workplace, and the duties that were last written of it',
    query: Type.Object({
      name: Type.String({ minLength: 1, maxLength: 500 }),
      businessId: Type.Optional(Type.String({ maxLength: 50 })),
    }),
    answers: { 200: WorkplaceKnown },
    access: whoMay(planAccess.update),
    audit: audited(planWorkplaceRead),
    transaction: 'read',
    handle: async ({ query: { businessId, name }, audit }, transaction) => {
      const body = await workplaceKnown(transaction, { name, businessId })
      await record(transaction, audit, planWorkplaceRead, {
        details: { instructors: body.instructors.length },
      })
      return { body }
    },
  })
}
