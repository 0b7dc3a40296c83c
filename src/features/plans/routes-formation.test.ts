import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import { write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { saveQualification } from '../qualifications/public.ts'
import { saveStudyRight } from '../study-rights/public.ts'
import { makeStudent } from './factory.ts'
import { createPlan } from './public.ts'

const service = await testService()
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

describe('the formation of a plan', () => {
  test('tells what is missing, to those who may read the plan, with a mark of the reading', async () => {
    const student = await makeStudent(service.database, provider)
    const audit = {
      actor: { kind: 'system' as const, source: 'test', providerId: provider },
      now: new Date(),
    }
    const planId = await write(service.database, provider, async transaction => {
      const attainments = [
        { type: 'ammatillinentutkinto', diaryNumber: 'OPH-5410-2021', competenceAreas: [{ code: '1008' }] },
      ]
      const body = { oid: student.studyRightOid, type: 'ammatillinenkoulutus', states: [], attainments }
      await saveStudyRight(transaction, audit, { studentId: student.studentId, body, source: 'test' })
      const saved = await createPlan(
        {
          ...{ transaction, audit, today: plainDateOf('2026-11-23'), jobs: service.jobs },
          ...{ referenceFor: () => ({}), formFaults: () => [] },
        },
        {
          plan: {
            ...{ studentOid: student.studentOid, studyRightOid: student.studyRightOid },
            ...{ firstApprovedOn: '2026-08-20', needToAcquireCompetence: true },
            vocationalUnits: [{ unitCode: 'tutkinnonosat_106945', unitCodeVersion: 1 }],
            localUnits: [{ name: 'Piilokylän paja', competencePoints: 5 }],
          },
          unknownMembers: [],
        },
        { studyRightKnown: 'wished' },
      )
      return saved.id
    })
    const answer = await teacher('GET', `/api/plans/${planId}/formation`)
    const { judged } = answer.json()
    expect(judged.formation).toMatchObject({ complete: false, planned: 30 })
    expect(judged.formation.toComplete).toContainEqual({ path: '0/0', choose: 'title' })
    expect(judged.parts.tutkinnonosat_106945.names.fi).toBe('Ajoneuvon huoltotyöt')
    const { rows } = await service.owner.query(
      "select student_id, details from audit_event where action = 'plans.read-formation'",
    )
    expect(rows).toEqual([{ student_id: student.studentId, details: { version: 1 } }])
    expect(answer.body).toContain('Piilokylän paja')
    await service.owner.query('update student set protected = true where id = $1', [student.studentId])
    const masked = await teacher('GET', `/api/plans/${planId}/formation`)
    expect([masked.statusCode, masked.body.includes('Piilokylä')]).toEqual([200, false])
    const stranger = await service.signIn(await service.provider(), ['teacher'])
    expect((await stranger('GET', `/api/plans/${planId}/formation`)).statusCode).toBe(404)
    const other = await service.signIn(provider, ['student'], student.studentId)
    expect((await other('GET', `/api/plans/${planId}/formation`)).statusCode).toBe(200)
  })
})
