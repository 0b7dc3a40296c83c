import type pg from 'pg'
import { inventedOids } from '../../src/features/plans/factory.ts'
import { createPlan } from '../../src/features/plans/service-create.ts'
import type { TemplateBody } from '../../src/features/templates/contract.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { write } from '../../src/platform/db/door.ts'
import { newId, type Uuid } from '../../src/platform/ids.ts'
import { systemClock } from '../../src/platform/time/clock.ts'

/** The given group: 25 invented students, and the workplaces that the provider knows already. */
export const group = 'MALLI26'
export const templateName = 'Ajoneuvoala, mitattu malli'
const diaryNumber = 'OPH-5410-2021'
const rightFrom = '2026-08-05'

export const body: TemplateBody = {
  units: [
    {
      kind: 'vocational',
      id: 'huolto',
      code: 'tutkinnonosat_106945',
      periods: [
        { id: 'huolto-koulu', week: 0, weeks: 8, method: 'school', hours: 160 },
        { id: 'huolto-tyo', week: 8, weeks: 6, method: 'training-agreement', tasks: ['Määräaikaishuollot'] },
      ],
      demonstrations: [{ id: 'huolto-naytto', week: 13, weeks: 1, place: 'workplace' }],
    },
    {
      kind: 'vocational',
      id: 'alusta',
      code: 'tutkinnonosat_106877',
      periods: [
        { id: 'alusta-koulu', week: 16, weeks: 6, method: 'school' },
        { id: 'alusta-tyo', week: 22, weeks: 6, method: 'training-agreement', tasks: ['Alustan korjaukset'] },
      ],
      demonstrations: [{ id: 'alusta-naytto', week: 27, weeks: 1, place: 'workplace' }],
    },
    {
      kind: 'vocational',
      id: 'jarrut',
      code: 'tutkinnonosat_106878',
      periods: [{ id: 'jarrut-koulu', week: 28, weeks: 6, method: 'school' }],
      demonstrations: [{ id: 'jarrut-naytto', week: 33, weeks: 1, place: 'school' }],
    },
    {
      kind: 'common',
      id: 'yto',
      code: 'tutkinnonosat_106728',
      subjectAreas: [
        {
          code: 'ammatillisenoppiaineet_mlma',
          periods: [{ id: 'yto-ma', week: 0, weeks: 16, method: 'school' }],
          demonstrations: [],
        },
      ],
    },
  ],
  breaks: [{ week: 14, weeks: 2 }],
}

export interface KnownWorkplace {
  readonly name: string
  readonly businessId: string
  readonly instructor: string
}

const ids = [
  '9000001-1',
  '9000008-9',
  '9000015-0',
  '9000022-2',
  '9000036-1',
  '9000043-3',
  '9000050-5',
  '9000057-2',
  '9000064-4',
  '9000071-6',
]

/** The first is where most of the group goes. */
export const workplaces: readonly KnownWorkplace[] = ids.map((businessId, at) => ({
  name: `Keksitty korjaamo ${at + 1} Oy`,
  businessId,
  instructor: `Ohjaaja Keksitty${'abcdefghij'[at]}`,
}))

/** What the registers tell of the student in each place of the list, beside the usual. */
export const told = {
  /** No e-mail address is known. */
  withoutEmail: [5, 6],
  /** The first unit has been completed. */
  completed: [8, 9],
  apprentice: 10,
  partTime: 11,
  /** Away now; nobody knows until when. */
  away: 12,
} as const
export const partTimePercent = 60

export const students: readonly string[] = Array.from({ length: 25 }, (_, at) => `Testi${at + 1}`)

/** Stores all of it at the demo's largest provider, with a plan for each workplace that is known. */
export async function prepareDraftWorld(url: string, owner: pg.Client | pg.Pool): Promise<void> {
  const { rows } = await owner.query(`select id from provider where oid = '1.2.246.562.99.81085649296'`)
  const providerId: Uuid = rows[0].id
  await owner.query(
    `insert into student_group (provider_id, code, name, changed_at) values ($1, $2, 'Mitattu ryhmä', now())`,
    [providerId, group],
  )
  await insertMeasuredTemplate(owner, providerId)
  for (const [at, name] of students.entries())
    await addStudent(owner, providerId, { at, name, groupCode: group })
  const database = openDatabase(url, { connections: 1 })
  try {
    for (const [at, workplace] of workplaces.entries()) {
      const oids = await addStudent(owner, providerId, {
        at: 100 + at,
        name: `Entinen${at}`,
        groupCode: 'ENNEN',
      })
      await addKnown(database, providerId, oids, workplace)
    }
  } finally {
    await database.close()
  }
}

async function insertMeasuredTemplate(owner: pg.Client | pg.Pool, providerId: Uuid): Promise<void> {
  const id = newId()
  await owner.query(
    `insert into path_template (provider_id, id, name, diary_number, version, created_at, changed_at)
     values ($1, $2, $3, $4, 1, now(), now())`,
    [providerId, id, templateName, diaryNumber],
  )
  await owner.query(
    `insert into path_template_version (provider_id, template_id, version, body, saved_at)
     values ($1, $2, 1, $3, now())`,
    [providerId, id, JSON.stringify(body)],
  )
}

interface Added {
  readonly at: number
  readonly name: string
  readonly groupCode: string
}

async function addStudent(owner: pg.Client | pg.Pool, providerId: Uuid, { at, groupCode, name }: Added) {
  const oids = inventedOids(700_000 + at)
  const studentId = newId()
  const inGroup = groupCode === group
  await owner.query(
    `insert into student (provider_id, id, student_oid, called_name, family_name, sort_name, group_code)
     values ($1, $2, $3, $4, 'Keksitty', $5, $6)`,
    [providerId, studentId, oids.studentOid, name, `keksitty ${String(at).padStart(4, '0')}`, groupCode],
  )
  if (!told.withoutEmail.some(one => one === at) || !inGroup)
    await owner.query(
      `insert into student_contact (provider_id, student_id, email, changed_at) values ($1, $2, $3, now())`,
      [providerId, studentId, `${name.toLowerCase()}@esimerkki.test`],
    )
  const away =
    inGroup && at === told.away ? [{ start: '2026-11-02', state: 'valiaikaisestikeskeytynyt' }] : []
  const right = {
    oid: oids.studyRightOid,
    studentOid: oids.studentOid,
    type: 'ammatillinenkoulutus',
    institutionOid: '1.2.246.562.99.79486474750',
    startsOn: rightFrom,
    estimatedEndOn: '2029-06-01',
    states: [{ start: rightFrom, state: 'lasna' }, ...away],
    attainments: [{ type: 'ammatillinentutkinto', diaryNumber, method: 'reformi' }],
  }
  await owner.query(
    `insert into study_right (provider_id, oid, student_id, body, details, starts_on, source)
     values ($1, $2, $3, $4, $5, $6, 'test')`,
    [
      providerId,
      right.oid,
      studentId,
      JSON.stringify(right),
      JSON.stringify(inGroup ? detailsOf(at) : {}),
      rightFrom,
    ],
  )
  return oids
}

function detailsOf(at: number): object {
  if (told.completed.some(one => one === at)) {
    const unit = { code: '106945', codeSet: 'tutkinnonosat', assessment: { grade: '3' } }
    return { attainments: [{ units: [unit] }] }
  }
  if (at === told.partTime) return { attainments: [], partTime: [{ percent: partTimePercent }] }
  if (at !== told.apprentice) return {}
  const [, employer] = workplaces
  const apprenticeship = { employer: { fi: employer?.name }, businessId: employer?.businessId }
  return { attainments: [{ acquiring: [{ way: 'oppisopimus', start: rightFrom, apprenticeship }] }] }
}

function addKnown(
  database: ReturnType<typeof openDatabase>,
  providerId: Uuid,
  oids: { readonly studentOid: string; readonly studyRightOid: string },
  { businessId, instructor, name }: KnownWorkplace,
): Promise<unknown> {
  const learningPeriods = [
    {
      identifier: `tunnettu-${oids.studyRightOid}`,
      start: '2026-08-10',
      end: '2026-10-30',
      methodCode: 'osaamisenhankkimistapa_koulutussopimus',
      methodCodeVersion: 1,
      partTimeShare: 100,
      workplace: {
        name,
        businessId,
        tasks: ['Huollot'],
        instructor: { name: instructor, email: 'ohjaaja@korjaamo.test' },
      },
    },
  ]
  const plan = {
    ...oids,
    firstApprovedOn: '2026-08-10',
    needToAcquireCompetence: true,
    vocationalUnits: [{ unitCode: 'tutkinnonosat_106945', unitCodeVersion: 1, learningPeriods }],
  }
  return write(database, providerId, transaction =>
    createPlan(
      {
        transaction,
        audit: { actor: { kind: 'system', source: 'test', providerId }, now: systemClock.now() },
        today: systemClock.today(),
        jobs: { send: () => Promise.resolve() },
        referenceFor: () => ({}),
        formFaults: () => [],
      },
      { plan },
      { studyRightKnown: 'demanded' },
    ),
  )
}
