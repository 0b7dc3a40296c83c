import { beforeEach } from 'vitest'
import { type MadeStudent, makeStudent } from '../../src/features/plans/factory.ts'
import type { SignView } from '../../src/features/signs/contract.ts'
import { makeWatchedPlan, unitAtWork } from '../../src/features/signs/factory.ts'
import { lookAtAll } from '../../src/features/signs/jobs.ts'
import { newId, type Uuid } from '../../src/platform/ids.ts'
import { addDays, type PlainDate, plainDateOf } from '../../src/platform/time/plain-date.ts'
import { type Client, testService } from './service.ts'

interface Place {
  readonly provider: Uuid
  readonly student: MadeStudent
  readonly planId: string
  readonly guidance: Client
  readonly own: Client
}

/** Signs of a student with all three, at a provider of its own for each test: `at()` tells whose they are. */
export async function signService() {
  const service = await testService()
  const { database, owner } = service
  const today = service.server.clock?.today() ?? plainDateOf('2026-11-23')
  let place: Place | undefined
  const at = (): Place => {
    if (place === undefined) throw new Error('No test has begun')
    return place
  }
  const look = (day: PlainDate = today, provider = at().provider) =>
    lookAtAll({ database, clock: { now: () => new Date(), today: () => day } }, provider)

  beforeEach(async () => {
    const provider = await service.provider()
    const student = await makeStudent(database, provider)
    const units = [unitAtWork(addDays(today, 10), addDays(today, 40))]
    const planId = await makeWatchedPlan(database, provider, today, { student, units })
    await look(today, provider)
    const guidance = await service.signIn(provider, ['guidance'])
    const own = await service.signIn(provider, ['student'], student.studentId)
    place = { provider, student, planId, guidance, own }
  })

  const items = async (client: Client, query = ''): Promise<SignView[]> =>
    (await client('GET', `/api/signs${query}`)).json().items
  const first = async (kind = 'workplace') => {
    const found = (await items(at().guidance)).find(one => one.kind === kind)
    if (found === undefined) throw new Error(`No sign ${kind}`)
    return found
  }
  const teacherOf = ({ studentId }: MadeStudent) => signInAsTeacher(service, at().provider, studentId)
  return { service, database, owner, today, at, look, items, first, teacherOf, decide, noNeed }
}

const noNeed = { decision: 'no-need', reason: 'Jakson paikka sovitaan tällä viikolla.' }
const decide = (client: Client, sign: SignView, body: object) =>
  client('POST', `/api/signs/${sign.id}/decision`, { version: sign.version, ...body })

/** Signs in as the teacher of the student. */
async function signInAsTeacher(
  { owner, signIn }: Awaited<ReturnType<typeof testService>>,
  provider: Uuid,
  studentId: string,
): Promise<Client> {
  const client = await signIn(provider, ['teacher'])
  const id = newId()
  await owner.query(
    `insert into staff_member (provider_id, id, staff_number, sort_name, person_id, changed_at)
     select $1, $2, $3, '', person_id, now() from session order by created_at desc limit 1`,
    [provider, id, id],
  )
  await owner.query('update student set teacher_id = $1 where id = $2', [id, studentId])
  return client
}
