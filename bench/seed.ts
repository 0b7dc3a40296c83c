import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Plan } from '../src/features/plans/contract.ts'
import { inventedOids } from '../src/features/plans/factory.ts'
import { createPlan } from '../src/features/plans/service-create.ts'
import type { System } from '../src/platform/access/actor.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import { write } from '../src/platform/db/door.ts'
import { newId, type Uuid } from '../src/platform/ids.ts'
import { systemClock } from '../src/platform/time/clock.ts'

/** Who asks and what for: a teacher who is signed in, and plans to read and save. */
export interface Seeded {
  readonly cookie: string
  readonly csrfToken: string
  readonly planIds: readonly string[]
}

/** A provider with a teacher, and `count` copies of the plan, each of a student of its own. */
export async function seed(url: string, owner: pg.Client, plan: Plan, count: number): Promise<Seeded> {
  const providerId = newId()
  await owner.query(
    `insert into provider (id, oid, name_fi, language) values ($1, '1.2.246.562.10.1', 'Keksitty opisto', 'fi')`,
    [providerId],
  )
  const session = await signIn(owner, providerId)
  const planIds: string[] = []
  const database = openDatabase(url, { connections: 1 })
  try {
    for (let number = 0; number < count; number++) {
      const oids = inventedOids(number)
      await addStudent(owner, providerId, oids, plan.firstApprovedOn)
      planIds.push(await addPlan(database, providerId, { ...plan, ...oids }))
    }
  } finally {
    await database.close()
  }
  await owner.query('analyze')
  return { ...session, planIds }
}

/** A teacher of the provider, signed in. */
export async function signIn(owner: pg.Client, providerId: Uuid): Promise<Omit<Seeded, 'planIds'>> {
  const personId = newId()
  const [secret, csrfToken] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')]
  await owner.query(
    `insert into person (id, issuer, subject, name, language) values ($1, 'bench', 'teacher', 'Opettaja', 'fi')`,
    [personId],
  )
  await owner.query(`insert into assignment (person_id, provider_id, role) values ($1, $2, 'teacher')`, [
    personId,
    providerId,
  ])
  await owner.query(
    `insert into session (secret_hash, person_id, provider_id, csrf_token, language, created_at, expires_at)
     values ($1, $2, $3, $4, 'fi', now(), now() + interval '1 hour')`,
    [createHash('sha256').update(secret).digest(), personId, providerId, csrfToken],
  )
  return { cookie: `yhdessa_session=${secret}`, csrfToken }
}

interface Oids {
  readonly studentOid: string
  readonly studyRightOid: string
}

async function addStudent(owner: pg.Client, providerId: Uuid, oids: Oids, startsOn: string): Promise<void> {
  const studentId = newId()
  const { studentOid, studyRightOid } = oids
  const studyRight = {
    oid: studyRightOid,
    studentOid,
    type: 'ammatillinenkoulutus',
    startsOn,
    states: [{ start: startsOn, state: 'lasna' }],
    attainments: [{ type: 'ammatillinentutkinto' }],
  }
  await owner.query(
    `insert into student (provider_id, id, student_oid, called_name, family_name, sort_name)
     values ($1, $2, $3, 'Esimerkki', 'Opiskelija', 'opiskelija esimerkki')`,
    [providerId, studentId, studentOid],
  )
  await owner.query(
    `insert into study_right (provider_id, oid, student_id, body, starts_on, source)
     values ($1, $2, $3, $4, $5, 'bench')`,
    [providerId, studyRightOid, studentId, JSON.stringify(studyRight), startsOn],
  )
}

/** A plan of a student and study right that are there. */
export async function addPlan(
  database: ReturnType<typeof openDatabase>,
  providerId: Uuid,
  plan: Plan & Oids,
): Promise<string> {
  const actor: System = { kind: 'system', source: 'bench', providerId }
  const saved = await write(database, providerId, transaction => {
    const audit = { actor, now: systemClock.now() }
    const jobs = { send: () => Promise.resolve() }
    const context = {
      transaction,
      audit,
      today: systemClock.today(),
      jobs,
      referenceFor: () => ({}),
      formFaults: () => [],
    }
    return createPlan(context, { plan }, { studyRightKnown: 'demanded' })
  })
  return saved.id
}
