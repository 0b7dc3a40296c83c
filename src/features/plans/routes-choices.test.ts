import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import { write } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { saveQualification } from '../qualifications/public.ts'
import type { UnitChoices, UnitGroup, WorkplaceChoices, WorkplaceKnown } from './contract-choices.ts'
import { makeStudent } from './factory.ts'
import { createPlan } from './public.ts'

const service = await testService()
const { owner } = service
const file = new URL('../../../db/demo/reference/OPH-5410-2021.json', import.meta.url)

let provider: Uuid
let teacher: Client

beforeAll(async () => {
  provider = await service.provider()
  teacher = await service.signIn(provider, ['teacher'])
  await write(service.database, null, transaction =>
    saveQualification(transaction, JSON.parse(readFileSync(file, 'utf8')), new Date()),
  )
  await service.server.refresh()
})

interface Period {
  readonly name: string
  readonly businessId?: string
  readonly endsOn?: string
  readonly protected?: boolean
  readonly erased?: boolean
  readonly instructor?: string
  readonly tasks?: readonly string[]
}

/** A plan with one workplace period. */
async function place(at: Uuid, period: Period): Promise<void> {
  const { businessId, endsOn = '2026-06-01', instructor = 'Joku Ohjaaja', name, tasks = [] } = period
  const student = await makeStudent(service.database, at)
  if (period.protected === true)
    await owner.query('update student set protected = true where id = $1', [student.studentId])
  const audit = { actor: { kind: 'system' as const, source: 'test', providerId: at }, now: new Date() }
  const workplace = { name, tasks: [...tasks], instructor: { name: instructor, phone: '040' } }
  const learningPeriods = [
    {
      ...{ start: '2025-01-07', end: endsOn, partTimeShare: 100, identifier: newId() },
      ...{ methodCode: 'osaamisenhankkimistapa_koulutussopimus', methodCodeVersion: 1 },
      workplace: { ...workplace, ...(businessId === undefined ? {} : { businessId }) },
    },
  ]
  const plan = {
    studentOid: student.studentOid,
    studyRightOid: student.studyRightOid,
    firstApprovedOn: '2024-08-20',
    needToAcquireCompetence: true,
    vocationalUnits: [{ unitCode: 'tutkinnonosat_106945', unitCodeVersion: 1, learningPeriods }],
  }
  const context = { audit, today: plainDateOf('2026-11-23'), jobs: service.jobs }
  const rules = { referenceFor: () => ({}), formFaults: () => [] }
  const { id } = await write(service.database, at, transaction =>
    createPlan({ transaction, ...context, ...rules }, { plan }, { studyRightKnown: 'demanded' }),
  )
  if (period.erased === true)
    await owner.query(
      `update contact set content = content - 'phone', erased_at = now(), erased_extent = 'details' where plan_id = $1`,
      [id],
    )
}

const units = (client: Client, query: string) => client('GET', `/api/plans/choices/units?${query}`)
const workplaces = async (query: string, client = teacher) => {
  const answer = await client('GET', `/api/plans/choices/workplaces?query=${encodeURIComponent(query)}`)
  return answer.json<WorkplaceChoices>()
}
const known = async (name: string, businessId?: string) => {
  const search = new URLSearchParams({ name, ...(businessId === undefined ? {} : { businessId }) })
  const answer = await teacher('GET', `/api/plans/choices/workplaces/known?${search}`)
  return answer.json<WorkplaceKnown>()
}

describe('units to choose from', () => {
  const names = (groups: readonly UnitGroup[]) =>
    groups.map(group => group.path.map(one => one.fi).join(' › '))

  test('stand in the groups of the structure, those of other branches last, each once', async () => {
    const answer = await units(teacher, 'diaryNumber=OPH-5410-2021&branches=1008,10066')
    expect(answer.statusCode).toBe(200)
    const { commonUnits, groups } = answer.json<UnitChoices>()
    expect(names(groups)[0]).toBe(
      'Ammatilliset tutkinnon osat › Ajoneuvotekniikan osaamisala › Pakolliset tutkinnon osat',
    )
    const own = groups.filter(group => !group.elsewhere)
    expect(names(own).join()).not.toMatch(/Myynnin|Diagnoosi/)
    expect(groups.map(group => group.elsewhere)).toEqual(groups.map(group => group.elsewhere).toSorted())
    const codes = groups.flatMap(group => group.units).map(unit => unit.code)
    expect(new Set(codes).size).toBe(codes.length)
    const [first] = commonUnits
    expect(first?.codeVersion).toBe(1)
    expect(new Set(first?.subjectAreas.map(area => area.code)).size).toBe(first?.subjectAreas.length)
  })

  test('are all near where nobody told a branch', async () => {
    const { groups } = (await units(teacher, 'diaryNumber=OPH-5410-2021')).json<UnitChoices>()
    expect(groups.some(group => group.elsewhere)).toBe(false)
  })

  test('are asked for by those who may write plans, of a qualification that is here', async () => {
    const student = await service.signIn(provider, ['coordinator'])
    expect((await units(student, 'diaryNumber=OPH-5410-2021')).statusCode).toBe(403)
    expect((await units(teacher, 'diaryNumber=OPH-0-1')).statusCode).toBe(404)
  })
})

describe('workplaces to choose from', () => {
  beforeAll(async () => {
    await place(provider, { name: 'Äijälän Autohuolto Oy', businessId: '1234567-1', endsOn: '2025-05-01' })
    await place(provider, {
      ...{ name: 'Äijälän autohuolto Oy', businessId: '1234567-1', endsOn: '2026-05-01' },
      ...{ instructor: 'Kuvi Ohjaaja', tasks: ['Öljynvaihto', 'Jarrut'] },
    })
    await place(provider, {
      name: 'Äijälän autohuolto Oy',
      businessId: '7654321-4',
      instructor: 'Toinen Ohjaaja',
    })
    await place(provider, { name: 'Äijälän salaisuus', protected: true, instructor: 'Piilo Ohjaaja' })
    await place(provider, { name: 'Öljykahvila', instructor: 'Poistettu Ohjaaja', erased: true })
    const other = await service.provider()
    await place(other, { name: 'Äijälän naapuri', instructor: 'Vieras Ohjaaja' })
  }, 30_000)

  test('are found by the beginning of the name, each once as it was written last', async () => {
    expect(await workplaces('äijä')).toEqual({
      items: [
        { name: 'Äijälän autohuolto Oy', businessId: '1234567-1' },
        { name: 'Äijälän autohuolto Oy', businessId: '7654321-4' },
      ],
      more: false,
    })
    expect((await workplaces('autohuolto')).items).toEqual([])
    expect((await workplaces('\t ')).items).toEqual([])
  })

  test('do not tell where a student with turvakielto is, nor who guides there', async () => {
    expect((await workplaces('Äijälän s')).items).toEqual([])
    expect(await known('Äijälän salaisuus')).toEqual({ instructors: [], tasks: [] })
  })

  test('know their instructors and duties; the reading is audited without names', async () => {
    const { instructors, tasks } = await known('Äijälän Autohuolto OY', '1234567-1')
    expect(instructors.map(one => one.name)).toEqual(['Kuvi Ohjaaja', 'Joku Ohjaaja'])
    expect(tasks).toEqual(['Öljynvaihto', 'Jarrut'])
    expect((await known('Äijälän autohuolto Oy')).instructors).toHaveLength(3)
    const { rows } = await owner.query(
      `select details from audit_event where provider_id = $1 and action = 'plans.read-workplace' and details->>'instructors' = '2'`,
      [provider],
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain('Kuvi')
  })

  test('offer nobody who was erased', async () => {
    expect((await known('Öljykahvila')).instructors).toEqual([])
  })

  test('are no business of those who cannot write plans', async () => {
    const quality = await service.signIn(provider, ['quality'])
    for (const path of ['workplaces?query=a', 'workplaces/known?name=a'])
      expect((await quality('GET', `/api/plans/choices/${path}`)).statusCode).toBe(403)
  })
})
