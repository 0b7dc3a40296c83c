import { expect, test } from 'vitest'
import { auditOf } from '../../../test/harness/people.ts'
import { testService } from '../../../test/harness/service.ts'
import { write } from '../../platform/db/door.ts'
import { uuidOf } from '../../platform/ids.ts'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import type { Evidence } from '../evidence/contract.ts'
import type { Plan } from '../plans/contract.ts'
import { inventedOids, makeStudent } from '../plans/factory.ts'
import { createPlan } from '../plans/public.ts'
import type { Qualification } from '../qualifications/contract.ts'
import { saveQualification, saveTexts } from '../qualifications/public.ts'
import { saveStudyRight } from '../study-rights/public.ts'
import type { EffectList, RecognitionList, SuggestionList } from './contract.ts'

const service = await testService()
const { database, owner, signIn } = service
const provider = uuidOf(await service.provider())
const teacher = await signIn(provider, ['teacher'])
const guidance = await signIn(provider, ['guidance'])
const audit = { actor: { kind: 'system', source: 'test', providerId: provider } as const, now: new Date() }

const unitOf = (codeUri: string, fi: string): Qualification['units'][number] => ({
  ...{ codeUri, names: { fi }, kind: 'vocational', subjectAreas: [], points: { min: 30, max: 30 } },
})
const qualification: Qualification = {
  ...{ diaryNumber: 'OPH-9999-2026', id: 990_001, names: { fi: 'Keksitty perustutkinto' } },
  ...{
    educationCodes: [],
    replaces: [],
    competenceAreas: [],
    titles: [],
    structures: [],
    educationParts: [],
  },
  units: [unitOf('tutkinnonosat_999001', 'Huolto'), unitOf('tutkinnonosat_999002', 'Asiakaspalvelu')],
  source: { name: 'test' },
}
const requirements = [{ items: [{ fi: 'palvella asiakkaita kahvilassa' }] }]
await write(database, null, async transaction => {
  await saveQualification(transaction, qualification, audit.now)
  const text = { requirements, areas: [], criteria: [] }
  const texts = { structure: {}, scales: new Map(), units: new Map([['tutkinnonosat_999002', text]]) }
  await saveTexts(transaction, qualification, texts)
})
await service.server.refresh()

/** A student who has completed one unit elsewhere, and has a plan for two. */
async function someone() {
  const { studentId, studentOid, studyRightOid } = await makeStudent(database, provider)
  const right = {
    ...{ studentOid, type: 'ammatillinenkoulutus', startsOn: '2024-08-01', estimatedEndOn: '2027-06-30' },
    states: [{ start: '2024-08-01', state: 'lasna' }],
  }
  const attainment = { type: 'ammatillinentutkinto', diaryNumber: qualification.diaryNumber }
  const period = {
    ...{ start: '2026-11-01', end: '2030-01-31', methodCode: 'osaamisenhankkimistapa_koulutussopimus' },
    methodCodeVersion: 1,
    workplace: { name: 'Keksitty Korjaamo', tasks: ['huolto'], instructor: { name: 'Outi Ohjaaja' } },
  }
  const plan = {
    ...{ studentOid, studyRightOid, firstApprovedOn: '2024-08-20', needToAcquireCompetence: true },
    vocationalUnits: [
      { unitCode: 'tutkinnonosat_999001', unitCodeVersion: 1, learningPeriods: [period] },
      { unitCode: 'tutkinnonosat_999002', unitCodeVersion: 1 },
    ],
  }
  const elsewhere = inventedOids(500_000_000 + Math.floor(Math.random() * 100_000_000)).studyRightOid
  const units = [
    {
      ...{ codeSet: 'tutkinnonosat', code: '999001' },
      assessment: { grade: '4', assessedOn: '2020-05-01', passed: true },
    },
  ]
  const saved = await write(database, provider, async transaction => {
    const stored = { studentId, source: 'test' }
    await saveStudyRight(transaction, audit, {
      ...stored,
      body: { ...right, oid: studyRightOid, attainments: [attainment] },
    })
    await saveStudyRight(transaction, audit, {
      ...stored,
      body: {
        ...right,
        oid: elsewhere,
        startsOn: '2018-08-01',
        attainments: [{ type: 'ammatillinentutkinto' }],
      },
      details: { attainments: [{ units }] },
    })
    const context = {
      transaction,
      audit,
      today: plainDateOf('2026-11-23'),
      jobs: { send: async () => undefined },
    }
    const rest = { referenceFor: () => ({}), formFaults: () => [] }
    return createPlan({ ...context, ...rest }, { plan }, { studyRightKnown: 'demanded' })
  })
  const student = await signIn(provider, ['student'], studentId)
  const at = (rest = '') => `/api/students/${studentId}/recognitions${rest}`
  const told = await student('POST', `/api/students/${studentId}/evidence`, {
    ...{ kind: 'work', title: 'Kahvilatyö', description: 'Palvelin asiakkaita joka päivä.' },
  })
  const evidenceId = told.json<Evidence>().id
  return { at, evidenceId, planId: saved.id, student, studentId }
}

type Someone = Awaited<ReturnType<typeof someone>>
const codes = ['tutkinnonosat_999001', 'tutkinnonosat_999002'] as const

async function asked({ at, evidenceId, planId, student }: Someone, parts: readonly string[] = codes) {
  const body = {
    planId,
    parts: parts.map(unitCode => ({ unitCode })),
    evidenceIds: [evidenceId],
    wish: 'Osaan tämän.',
  }
  const answer = await student('POST', at(), body)
  expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([201, expect.any(String)])
  return answer.json<RecognitionList>().items
}
const itemsOf = (list: RecognitionList['items']) => list.map(({ id, version }) => ({ id, version }))
const recognise = (planId: string, items: readonly object[], more: object = {}) => ({
  ...{ decision: 'recognised', planId, planVersion: 1, items, reason: 'Todistus on nähty.' },
  ...{ route: 'direct', periods: 'end', ...more },
})
const refuse = (planId: string, items: readonly object[]) => ({
  ...{ decision: 'refused', planId, items, reason: 'Todistus ei kerro tästä.' },
})
const bodyOf = async (planId: string) => {
  const { rows } = await owner.query<{ version: number; reason: string; body: Plan }>(
    'select version, reason, body from plan_version where plan_id = $1 order by version desc limit 1',
    [planId],
  )
  return rows[0]
}

test('a record of the register and words of the evidence suggest units, each with its reason', async () => {
  const one = await someone()
  const { items, limits } = (await teacher('GET', one.at('/suggestions'))).json<SuggestionList>()
  expect(items).toMatchObject([
    { part: { unitCode: codes[0] }, source: { match: 'same-code', grade: '4', assessedOn: '2020-05-01' } },
    {
      part: { unitCode: codes[1] },
      source: {
        kind: 'text',
        evidenceId: one.evidenceId,
        passages: [{ text: 'palvella asiakkaita kahvilassa' }],
      },
    },
  ])
  expect(limits).toEqual([])
  const key = items[0]?.key ?? ''
  const parts = [{ unitCode: codes[0], suggestion: key }]
  const answer = await one.student('POST', one.at(), { planId: one.planId, parts, evidenceIds: [] })
  expect(answer.json<RecognitionList>().items[0]?.source).toMatchObject({ match: 'same-code', grade: '4' })
  const again = (await teacher('GET', one.at('/suggestions'))).json<SuggestionList>()
  expect(again.items.map(item => item.asked)).toEqual([true, false])
})

test('one evidence for two units; told first, then recognised: the plan changes at once, in one version', async () => {
  const one = await someone()
  const items = await asked(one)
  expect(items.map(item => [item.state, item.wish, item.evidence.length])).toEqual([
    ['asked', 'Osaan tämän.', 1],
    ['asked', 'Osaan tämän.', 1],
  ])
  const ids = items.map(item => item.id).join(',')
  const query = new URLSearchParams({ planId: one.planId, ids, route: 'direct', periods: 'end' })
  const foreseen = (await teacher('GET', one.at(`/effect?${query}`))).json<EffectList>()
  expect(foreseen.items).toContainEqual(
    expect.objectContaining({ kind: 'period-shortened', agreement: true, workplace: 'Keksitty Korjaamo' }),
  )
  expect((await bodyOf(one.planId))?.version).toBe(1)
  const answer = await teacher('POST', one.at('/decide'), recognise(one.planId, itemsOf(items)))
  expect(answer.statusCode).toBe(200)
  const after = answer.json<RecognitionList>()
  expect(after.items.map(item => [item.state, item.route, item.planVersion, item.decidedBy])).toEqual([
    ['recognised', 'direct', 2, 'Testi Henkilö'],
    ['recognised', 'direct', 2, 'Testi Henkilö'],
  ])
  const stored = await bodyOf(one.planId)
  expect([stored?.version, stored?.reason]).toEqual([2, 'Todistus on nähty.'])
  expect(
    stored?.body.priorVocationalUnits?.map(unit => [unit.unitCode, unit.verificationCode]).sort(),
  ).toEqual([
    [codes[0], 'osaamisentodentamisenprosessi_0001'],
    [codes[1], 'osaamisentodentamisenprosessi_0001'],
  ])
  expect(stored?.body.vocationalUnits?.map(unit => unit.unitCode)).toEqual([codes[0]])
  const decided = await auditOf(owner, provider, 'recognitions.decide')
  expect(decided.map(row => row.details)).toContainEqual({
    decision: 'recognised',
    route: 'direct',
    unit: codes[0],
  })
})

test('by assessors: names and organisations first, then they stand in the plan apart from its body', async () => {
  const one = await someone()
  const [item] = await asked(one, [codes[1]])
  const at = one.at(`/${item?.id}/assessors`)
  const direct = recognise(one.planId, [{ id: item?.id, version: 1 }], { route: 'assessors' })
  const early = await teacher('POST', one.at('/decide'), direct)
  expect([early.statusCode, early.json().code]).toEqual([409, 'recognitions.assessors-missing'])
  const assessors = [{ name: 'Arvi Oija', institutionOid: '1.2.246.562.10.77665544332' }]
  const late = await teacher('POST', at, { assessors, sentOn: '2999-01-01', version: 1 })
  expect([late.statusCode, late.json().code]).toEqual([400, 'recognitions.sent-later'])
  const sent = await teacher('POST', at, { assessors, sentOn: '2026-11-02', version: 1 })
  expect(sent.json<RecognitionList>().items[0]).toMatchObject({ state: 'with-assessors', assessors })
  const body = recognise(one.planId, [{ id: item?.id, version: 2 }], { route: 'assessors' })
  expect((await teacher('POST', one.at('/decide'), body)).statusCode).toBe(200)
  const stored = JSON.stringify((await bodyOf(one.planId))?.body.priorVocationalUnits)
  expect(stored).toContain('1.2.246.562.10.77665544332')
  expect(stored).toContain('2026-11-02')
  expect(stored).not.toContain('Arvi')
})

test('a refusal has its reason, leaves the plan alone, and may be asked again', async () => {
  const one = await someone()
  const items = await asked(one, [codes[1]])
  const blank = await teacher('POST', one.at('/decide'), {
    ...refuse(one.planId, itemsOf(items)),
    reason: ' ',
  })
  expect(blank.statusCode).toBe(400)
  expect((await teacher('POST', one.at('/decide'), refuse(one.planId, itemsOf(items)))).statusCode).toBe(200)
  const seen = (await one.student('GET', one.at())).json<RecognitionList>()
  expect(seen.items[0]).toMatchObject({ state: 'refused', reason: 'Todistus ei kerro tästä.' })
  expect((await bodyOf(one.planId))?.version).toBe(1)
  expect(await asked(one, [codes[1]])).toHaveLength(2)
})

test('of two who decide at once one decides, and the other is told', async () => {
  const one = await someone()
  const items = itemsOf(await asked(one, [codes[1]]))
  const answers = await Promise.all([
    teacher('POST', one.at('/decide'), recognise(one.planId, items)),
    guidance('POST', one.at('/decide'), refuse(one.planId, items)),
  ])
  expect(answers.map(answer => answer.statusCode).sort()).toEqual([200, 409])
  expect(answers.find(answer => answer.statusCode === 409)?.json().code).toBe('recognitions.version-conflict')
})

test('a plan that somebody changed after the effect was shown is not changed, and nothing is decided', async () => {
  const one = await someone()
  const items = itemsOf(await asked(one, [codes[1]]))
  const answer = await teacher('POST', one.at('/decide'), recognise(one.planId, items, { planVersion: 7 }))
  expect([answer.statusCode, answer.json().code]).toEqual([409, 'plans.version-conflict'])
  expect((await teacher('GET', one.at())).json<RecognitionList>().items[0]?.state).toBe('asked')
})

test('what is asked must be possible: once, not prior already, with own evidence', async () => {
  const [one, two] = [await someone(), await someone()]
  const ask = (parts: readonly object[], evidenceIds: readonly string[] = []) =>
    one.student('POST', one.at(), { planId: one.planId, parts, evidenceIds })
  const unit = { unitCode: codes[1] }
  const code = async (answer: ReturnType<typeof ask>) => (await answer).json().code
  expect(await code(ask([unit, unit]))).toBe('recognitions.already-asked')
  expect(await code(ask([{ unitCode: 'tutkinnonosat_1' }]))).toBe('recognitions.part-unknown')
  expect(await code(ask([unit], [two.evidenceId]))).toBe('recognitions.evidence-unknown')
  const elsewhere = await one.student('POST', one.at(), {
    planId: two.planId,
    parts: [unit],
    evidenceIds: [],
  })
  expect([elsewhere.statusCode, elsewhere.json().code]).toEqual([404, 'recognitions.plan-not-found'])
  const items = itemsOf(await asked(one, [codes[1]]))
  expect(await code(ask([unit]))).toBe('recognitions.already-asked')
  await teacher('POST', one.at('/decide'), recognise(one.planId, items))
  expect(await code(ask([unit]))).toBe('recognitions.already-prior')
})

test('the student takes back the own request, and decides nothing', async () => {
  const one = await someone()
  const [item] = await asked(one, [codes[1]])
  const items = [{ id: item?.id, version: 1 }]
  expect((await one.student('POST', one.at('/decide'), recognise(one.planId, items))).statusCode).toBe(403)
  const back = await one.student('POST', one.at(`/${item?.id}/withdraw`), { version: 1 })
  expect(back.json<RecognitionList>().items[0]?.state).toBe('withdrawn')
  const late = await teacher('POST', one.at('/decide'), recognise(one.planId, [{ id: item?.id, version: 2 }]))
  expect([late.statusCode, late.json().code]).toEqual([409, 'recognitions.decided-already'])
})

test("nobody else reads them; another provider's and another student's ids lead nowhere", async () => {
  const [one, two] = [await someone(), await someone()]
  const [item] = await asked(one, [codes[1]])
  for (const roles of [['guardian'], ['coordinator']] as const) {
    const client = await signIn(provider, roles)
    expect((await client('GET', one.at())).statusCode).toBe(403)
    expect((await client('GET', one.at('/suggestions'))).statusCode).toBe(403)
  }
  expect((await two.student('GET', one.at())).statusCode).toBe(403)
  const elsewhere = await signIn(await service.provider(), ['teacher'])
  expect((await elsewhere('GET', one.at())).statusCode).toBe(404)
  expect((await two.student('POST', two.at(`/${item?.id}/withdraw`), { version: 1 })).statusCode).toBe(404)
  const items = [{ id: item?.id, version: 1 }]
  expect((await teacher('POST', two.at('/decide'), recognise(two.planId, items))).statusCode).toBe(404)
  await owner.query('update student set protected = true where id = $1', [one.studentId])
  const hidden = await teacher('GET', one.at())
  expect([hidden.statusCode, hidden.json().code]).toEqual([403, 'recognitions.protected'])
})

test('one part asked sixteen times at once waits once', async () => {
  const { at, evidenceId, planId, student } = await someone()
  const wanted = { planId, evidenceIds: [evidenceId], parts: [{ unitCode: codes[1] }] }
  const answers = await Promise.all(Array.from({ length: 16 }, () => student('POST', at(), wanted)))
  const told = answers.map(one => (one.statusCode < 300 ? 'asked' : one.json().code)).sort()
  expect(told).toEqual(['asked', ...Array(15).fill('recognitions.already-asked')])
})
