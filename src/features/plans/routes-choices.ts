import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { notAudited } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import type { Qualification } from '../qualifications/contract.ts'
import { planAccess } from './access.ts'
import { UnitChoices } from './contract-choices.ts'
import { type KnownCodes, unitChoices } from './rules-choices.ts'

interface ChoiceReference extends KnownCodes {
  readonly qualification: (diaryNumber: string) => Qualification | undefined
}

interface Dependencies {
  /** Reference data at hand. */
  readonly data: () => ChoiceReference
}

/** What one may choose from while writing a plan. */
export function planChoiceRoutes(dependencies: Dependencies): Endpoint[] {
  return [units(dependencies)]
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
