import { beforeEach, expect } from 'vitest'
import type { ShownApproval } from '../../src/features/approvals/contract.ts'
import { renewApprovals } from '../../src/features/approvals/jobs.ts'
import { type MadeStudent, makeStudent } from '../../src/features/plans/factory.ts'
import type { ApprovalRule } from '../../src/features/settings/contract.ts'
import type { Uuid } from '../../src/platform/ids.ts'
import { type PlainDate, plainDateOf } from '../../src/platform/time/plain-date.ts'
import { type Client, testService } from './service.ts'

interface Place {
  readonly provider: Uuid
  readonly teacher: Client
  readonly student: Client
  readonly made: MadeStudent
}

/** Approvals of a plan at a provider of its own for each test: `at()` tells whose it is. */
export async function approvalService() {
  const service = await testService()
  const today = plainDateOf(new Date().toISOString().slice(0, 10))
  let place: Place | undefined
  const at = (): Place => {
    if (place === undefined) throw new Error('No test has begun')
    return place
  }
  beforeEach(async () => {
    const provider = await service.provider()
    const teacher = await service.signIn(provider, ['teacher'])
    const made = await makeStudent(service.database, provider)
    const student = await service.signIn(provider, ['student'], made.studentId)
    place = { provider, teacher, student, made }
  })

  const rows = async (text: string, values: unknown[] = []) => (await service.owner.query(text, values)).rows
  const clockOn = (day: PlainDate) => ({ now: () => new Date(), today: () => day })
  const afterSaving = (planId: string, day = today) =>
    renewApprovals(
      { database: service.database, clock: clockOn(day) },
      { providerId: at().provider, planIds: [planId] },
    )

  async function demand(rules: readonly Partial<ApprovalRule>[]): Promise<void> {
    const administrator = await service.signIn(at().provider, ['administrator'])
    const settings = (await administrator('GET', '/api/settings')).json()
    const approvals = rules.map(rule => ({ need: 'demanded', from: '2018-01-01', source: 'Päätös', ...rule }))
    expect((await administrator('PUT', '/api/settings', { ...settings, approvals })).statusCode).toBe(200)
  }

  return {
    ...{ service, today, at, rows, clockOn, afterSaving, demand, contacts },
    ...writing(at, afterSaving),
    ...answering(at),
  }
}

/** What the teacher does to the plan. */
function writing(at: () => Place, afterSaving: (planId: string) => Promise<unknown>) {
  const body = (period: object = {}, hours = 20) => bodyOf(at().made, period, hours)

  async function makePlan(): Promise<string> {
    const sent = { studyRightOid: at().made.studyRightOid, plan: body(), contacts }
    return (await at().teacher('POST', '/api/plans', sent)).json().id
  }

  /** Saves the plan anew, and does what the job of the saving does. */
  async function save(planId: string, plan: object, version: number): Promise<void> {
    const headers = { 'if-match': `"v${version}"` }
    const answer = await at().teacher(
      'PUT',
      `/api/plans/${planId}`,
      { plan, contacts, reason: 'Muutos' },
      headers,
    )
    expect(answer.statusCode).toBe(200)
    await afterSaving(planId)
  }

  return { body, makePlan, save }
}

/** What is asked, and what is answered to it. */
function answering(at: () => Place) {
  const ask = (planId: string, what: object = {}, client = at().teacher) =>
    client('POST', `/api/plans/${planId}/approvals/ask`, what)
  const items = async (planId: string): Promise<ShownApproval[]> =>
    (await at().teacher('GET', `/api/plans/${planId}/approvals`)).json().items
  const states = async (planId: string) =>
    Object.fromEntries((await items(planId)).map(({ part, party, state }) => [`${party} ${part}`, state]))
  const own = async (client = at().student, query = ''): Promise<ShownApproval[]> =>
    (await client('GET', `/api/own-approvals${query}`)).json().plans[0]?.items ?? []

  async function itemOf(part: string, client = at().student, query = ''): Promise<ShownApproval> {
    const found = (await own(client, query)).find(item => item.part === part)
    if (found === undefined) throw new Error(`Nothing is asked about ${part}`)
    return found
  }

  const answer = (planId: string, item: ShownApproval, more: object = {}, client = at().student) =>
    client('POST', `/api/plans/${planId}/approvals/answer`, {
      part: item.part,
      party: item.party,
      digest: item.digest,
      planVersion: item.planVersion,
      answer: 'approved',
      ...more,
    })

  return { ask, items, states, own, itemOf, answer }
}

const bodyOf = ({ studentOid, studyRightOid }: MadeStudent, period: object = {}, hours = 20) => ({
  studentOid,
  studyRightOid,
  firstApprovedOn: '2024-08-20',
  needToAcquireCompetence: true,
  email: 'testi@esimerkki.test',
  vocationalUnits: [
    {
      unitCode: 'tutkinnonosat_106945',
      unitCodeVersion: 1,
      teachingHours: hours,
      learningPeriods: [
        {
          identifier: 'jakso-1',
          start: '2099-01-07',
          end: '2099-01-26',
          methodCode: 'osaamisenhankkimistapa_oppisopimus',
          methodCodeVersion: 1,
          partTimeShare: 50,
          workplace: {
            name: 'Paja Esimerkki Oy',
            businessId: '1234567-1',
            tasks: ['Huollot'],
            instructor: { contact: 'new-1' },
          },
          ...period,
        },
      ],
    },
  ],
})
const contacts = { 'new-1': { name: 'Otto Keksitty', email: 'otto@esimerkki.test' } }
