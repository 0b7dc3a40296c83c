import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import type { SaveContext } from '../plans/public.ts'
import { planSaved } from '../plans/public.ts'
import type { ReferenceData } from '../qualifications/rules-reference.ts'
import { recognitionAccess } from './access.ts'
import {
  effectRead,
  recognitionAsked,
  recognitionDecided,
  recognitionSent,
  recognitionsRead,
  recognitionWithdrawn,
  suggestionsRead,
} from './audit.ts'
import {
  EffectList,
  NewDecision,
  NewRecognitions,
  PeriodChoice,
  RecognitionList,
  RecognitionVersion,
  SentToAssessors,
  SuggestionList,
  VerificationRoute,
} from './contract.ts'
import { listRecognitions } from './service.ts'
import { askRecognitions, sendRecognition, takeBackRecognition } from './service-ask.ts'
import { decideRecognitions, effectOf } from './service-decide.ts'
import { listSuggestions } from './service-suggest.ts'

export interface RecognitionDependencies {
  readonly data: () => ReferenceData
  readonly saving: Pick<SaveContext, 'jobs' | 'referenceFor' | 'formFaults'>
}

const uuidPattern = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'
const uuid = Type.String({ format: 'uuid' })
const ofStudent = Type.Object({ studentId: uuid })
const ofRecognition = Type.Object({ studentId: uuid, recognitionId: uuid })
const tag = 'recognitions'
const base = '/api/students/{studentId}/recognitions'

export function recognitionRoutes(dependencies: RecognitionDependencies): Endpoint[] {
  return [
    ...reading(dependencies),
    ask(dependencies),
    send(dependencies),
    withdraw(dependencies),
    decide(dependencies),
  ]
}

function reading({ data }: RecognitionDependencies): Endpoint[] {
  const shared = { method: 'GET', tag, params: ofStudent, transaction: 'read' } as const
  return [
    endpoint({
      ...shared,
      path: base,
      summary: "A student's requests for recognition with their answers, and what could be asked for",
      answers: { 200: RecognitionList },
      access: whoMay(recognitionAccess.read),
      audit: audited(recognitionsRead),
      handle: async ({ params, ...call }, transaction) => ({
        body: await listRecognitions(transaction, { ...call, ...params, data: data() }),
      }),
    }),
    endpoint({
      ...shared,
      path: `${base}/suggestions`,
      summary:
        'Units and subject areas that records of the register or words of the evidence suggest, with reasons',
      answers: { 200: SuggestionList },
      access: whoMay(recognitionAccess.read),
      audit: audited(suggestionsRead),
      handle: async ({ params, ...call }, transaction) => ({
        body: await listSuggestions(transaction, { ...call, ...params, data: data() }),
      }),
    }),
    endpoint({
      ...shared,
      path: `${base}/effect`,
      summary: 'What recognising would do to the plan: told before it is decided. Stores nothing',
      query: Type.Object({
        planId: uuid,
        /** Ids of requests with commas between. */
        ids: Type.String({ pattern: `^${uuidPattern}(,${uuidPattern}){0,49}$` }),
        route: VerificationRoute,
        periods: PeriodChoice,
      }),
      answers: { 200: EffectList },
      access: whoMay(recognitionAccess.decide),
      audit: audited(effectRead),
      handle: async ({ params, query: { ids, ...query }, ...call }, transaction) => ({
        body: await effectOf(
          transaction,
          { ...call, ...params, data: data() },
          { ...query, ids: idsOf(ids) },
        ),
      }),
    }),
  ]
}

/** Each once. */
const idsOf = (text: string): string[] => [...new Set(text.toLowerCase().split(','))]

function ask({ data }: RecognitionDependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: base,
    tag,
    summary: 'Ask for the recognition of parts of a plan, with evidence; all of them or none',
    params: ofStudent,
    body: NewRecognitions,
    answers: { 201: RecognitionList },
    access: whoMay(recognitionAccess.ask),
    audit: audited(recognitionAsked, recognitionsRead),
    transaction: 'write',
    handle: async ({ body, params, ...call }, transaction) => ({
      status: 201,
      body: await askRecognitions(transaction, { ...call, ...params, data: data() }, body),
    }),
  })
}

function send({ data }: RecognitionDependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: `${base}/{recognitionId}/assessors`,
    tag,
    summary: 'Name the assessors to whom it was sent, and the day',
    params: ofRecognition,
    body: SentToAssessors,
    answers: { 200: RecognitionList },
    access: whoMay(recognitionAccess.decide),
    audit: audited(recognitionSent, recognitionsRead),
    transaction: 'write',
    handle: async ({ body, params: { recognitionId, studentId }, ...call }, transaction) => ({
      body: await sendRecognition(transaction, { ...call, studentId, data: data() }, recognitionId, body),
    }),
  })
}

function withdraw({ data }: RecognitionDependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: `${base}/{recognitionId}/withdraw`,
    tag,
    summary: 'Take back a request that nobody has decided',
    params: ofRecognition,
    body: RecognitionVersion,
    answers: { 200: RecognitionList },
    access: whoMay(recognitionAccess.ask),
    audit: audited(recognitionWithdrawn, recognitionsRead),
    transaction: 'write',
    handle: async ({ body, params: { recognitionId: id, studentId }, ...call }, transaction) => ({
      body: await takeBackRecognition(transaction, { ...call, studentId, data: data() }, { id, ...body }),
    }),
  })
}

function decide({ data, saving }: RecognitionDependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: `${base}/decide`,
    tag,
    summary:
      'Recognise or refuse, with the reason. What is recognised is in the plan at once, as one version',
    params: ofStudent,
    body: NewDecision,
    answers: { 200: RecognitionList },
    access: whoMay(recognitionAccess.decide),
    audit: audited(recognitionDecided, planSaved, recognitionsRead),
    transaction: 'write',
    handle: async ({ body, params, ...call }, transaction) => ({
      body: await decideRecognitions(transaction, { ...call, ...params, data: data() }, saving, body),
    }),
  })
}
