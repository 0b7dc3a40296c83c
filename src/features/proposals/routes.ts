import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited, notAudited, record } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { type Names, pickName } from '../../platform/i18n/names.ts'
import type { PathName } from '../paths/contract.ts'
import { findPlan, planSaved, type SaveContext } from '../plans/public.ts'
import type { Qualification } from '../qualifications/contract.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import { proposalAccess } from './access.ts'
import { proposalAnswered, proposalMade, proposalsListed, proposalWithdrawn } from './audit.ts'
import { NewProposal, ProposalAnswer, ProposalList, UnitWishes } from './contract.ts'
import { answerProposal, makeProposal, type UnitsKnown, withdrawProposal } from './service.ts'
import { type NamingDependencies, proposalsOf } from './service-view.ts'

interface ReferenceAtHand {
  qualification(diaryNumber: string): Qualification | undefined
  versionOf(code: string): number | undefined
}

export interface ProposalDependencies {
  readonly data: () => ReferenceAtHand
  readonly nameOf: NamingDependencies['nameOf']
  readonly saving: Pick<SaveContext, 'jobs' | 'referenceFor' | 'formFaults'>
}

const named = (names: Names, language: Language): PathName => pickName(names, language) ?? {}

const tag = 'proposals'
const idParams = Type.Object({ id: Type.String({ format: 'uuid' }) })

export function proposalRoutes(dependencies: ProposalDependencies): Endpoint[] {
  return [list(dependencies), units(dependencies), make(dependencies), withdraw(), answer(dependencies)]
}

/** The units that may be wished for: the vocational ones of the study right's requirements. */
function unitsIn({ data }: ProposalDependencies, right: StudyRight | null) {
  const diaryNumber = right?.attainments.find(one => one.diaryNumber !== undefined)?.diaryNumber
  const qualification = diaryNumber === undefined ? undefined : data().qualification(diaryNumber)
  return (qualification?.units ?? []).filter(({ kind }) => kind === 'vocational')
}

const unitsKnown =
  (dependencies: ProposalDependencies) =>
  (right: StudyRight | null): UnitsKnown => ({
    hasUnit: code => unitsIn(dependencies, right).some(({ codeUri }) => codeUri === code),
    versionOf: code => dependencies.data().versionOf(code),
  })

function list(dependencies: ProposalDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/students/{studentId}/proposals',
    tag,
    summary: 'What a student has proposed to change of the path, with the answers',
    params: Type.Object({ studentId: Type.String({ format: 'uuid' }) }),
    answers: { 200: ProposalList },
    access: whoMay(proposalAccess.read),
    audit: audited(proposalsListed),
    transaction: 'read',
    handle: async ({ actor, audit, language, params: { studentId }, today }, transaction) => {
      proposalAccess.read.demand(actor, { studentId })
      const reader = { actor, today, language }
      const naming = { nameOf: dependencies.nameOf, versionOf: unitsKnown(dependencies)(null).versionOf }
      const body = await proposalsOf(transaction, reader, studentId, naming)
      const details = { proposals: body.items.length }
      if (details.proposals > 0) await record(transaction, audit, proposalsListed, { studentId, details })
      return { body }
    },
  })
}

function units(dependencies: ProposalDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/proposals/units',
    tag,
    summary: 'Units to wish for in place of one in your plan, by their names',
    query: Type.Object({ planId: Type.String({ format: 'uuid' }) }),
    answers: { 200: UnitWishes },
    access: whoMay(proposalAccess.make),
    audit: notAudited('Requirements of qualifications are public, and about nobody'),
    transaction: 'read',
    handle: async ({ actor, language, query: { planId } }, transaction) => {
      const plan = await findPlan(transaction, { id: planId })
      if (plan === undefined || !proposalAccess.make.may(actor, { studentId: plan.student_id }))
        throw new AppError('plans.not-found', 404)
      const taken = new Set(plan.body.vocationalUnits?.map(({ unitCode }) => unitCode))
      const items = unitsIn(dependencies, plan.study_right)
        .filter(({ codeUri }) => !taken.has(codeUri))
        .map(({ codeUri, names }) => ({ code: codeUri, name: named(names, language) }))
        .sort((one, other) => (one.name.text ?? '').localeCompare(other.name.text ?? '', language))
      return { body: { items } }
    },
  })
}

function make(dependencies: ProposalDependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/proposals',
    tag,
    summary: 'Propose a change of your own path; the answer tells by when you are answered',
    body: NewProposal,
    answers: { 201: Type.Object({ id: Type.String(), answerBy: Type.String({ format: 'date' }) }) },
    access: whoMay(proposalAccess.make),
    audit: audited(proposalMade),
    transaction: 'write',
    handle: async ({ audit, body, today }, transaction) => ({
      status: 201,
      body: await makeProposal({ transaction, audit, today }, body, unitsKnown(dependencies)),
    }),
  })
}

function withdraw(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/proposals/{id}/withdraw',
    tag,
    summary: 'Take back a proposal that has not been answered',
    params: idParams,
    answers: { 204: null },
    access: whoMay(proposalAccess.withdraw),
    audit: audited(proposalWithdrawn),
    transaction: 'write',
    handle: async ({ audit, params, today }, transaction) => {
      await withdrawProposal({ transaction, audit, today }, params.id)
      return { status: 204 }
    },
  })
}

function answer(dependencies: ProposalDependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/proposals/{id}/answer',
    tag,
    summary:
      'Accept or decline a proposal with a reason; what was wished may change the plan in the same moment',
    params: idParams,
    body: ProposalAnswer,
    answers: { 200: Type.Object({ version: Type.Optional(Type.Integer()) }) },
    access: whoMay(proposalAccess.answer),
    audit: audited(proposalAnswered, planSaved),
    transaction: 'write',
    handle: async ({ audit, body, params, today }, transaction) => {
      const context = { transaction, audit, today, ...dependencies.saving }
      return { body: await answerProposal(context, params.id, body, unitsKnown(dependencies)) }
    },
  })
}
