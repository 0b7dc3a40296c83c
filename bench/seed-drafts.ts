import type pg from 'pg'
import { mondayOf } from '../src/features/group-drafts/rules-dates.ts'
import { inventedOids } from '../src/features/plans/factory.ts'
import { openReference } from '../src/features/qualifications/public.ts'
import type { TemplateBody } from '../src/features/templates/contract.ts'
import { templateFromStructure } from '../src/features/templates/rules-from-structure.ts'
import type { Actor } from '../src/platform/access/actor.ts'
import type { Database } from '../src/platform/db/database.ts'
import { newId, type Uuid } from '../src/platform/ids.ts'
import { systemClock } from '../src/platform/time/clock.ts'
import { addPlan } from './seed.ts'

const about = { diaryNumber: 'OPH-5410-2021', competenceArea: 'osaamisala_1008' }

export interface World {
  readonly providerId: Uuid
  readonly actor: Actor
  readonly templateId: string
  readonly startsOn: string
  /** Of every student: the workplace is all that is not known. */
  readonly answers: Readonly<Record<string, string>>
  readonly codeOf: (round: number) => string
  readonly bodiesOf: (round: number) => Promise<readonly string[]>
}

/** A template of a whole qualification at the demo's largest provider, and groups of invented students. */
export async function makeGroups(
  owner: pg.Client,
  database: Database,
  { groups, students }: { readonly groups: number; readonly students: number },
): Promise<World> {
  const { rows } = await owner.query(`select id from provider where oid = '1.2.246.562.99.81085649296'`)
  const providerId: Uuid = rows[0].id
  const teacher = await owner.query(
    `select person_id from assignment where provider_id = $1 and role = 'teacher' limit 1`,
    [providerId],
  )
  const body = withWork(
    templateFromStructure(about, await openReference(database).current(), systemClock.today()),
  )
  const templateId = await insertTemplate(owner, providerId, body)
  for (let number = 0; number < groups * students; number += 1)
    await addStudent(owner, providerId, number, codeOf(Math.floor(number / students)))
  const workplace = await addWorkplace(owner, database, providerId, groups * students)
  await owner.query('analyze')
  const first = body.units
    .flatMap(unit => (unit.kind === 'common' ? [] : unit.periods))
    .filter(({ method }) => method === 'training-agreement')
    .toSorted((a, b) => a.week - b.week)[0]
  const actor = {
    kind: 'person',
    id: teacher.rows[0].person_id,
    providerId,
    roles: ['teacher'],
    name: 'Opettaja',
  }
  return {
    providerId,
    actor: actor as unknown as Actor,
    templateId,
    startsOn: mondayOf(systemClock.today()),
    answers: { [`workplace:${first?.id}`]: workplace },
    codeOf,
    bodiesOf: async round => {
      const found = await owner.query(
        `select v.body::text as body from plan_version v join plan p on p.id = v.plan_id
         join student s on s.id = p.student_id where s.group_code = $1`,
        [codeOf(round)],
      )
      return found.rows.map(row => row.body)
    },
  }
}

const codeOf = (round: number): string => `MITTAUS${round}`

/** One insert for each body, all in one transaction: the least that saving them can be. */
export async function insertPlansFloor(owner: pg.Client, bodies: readonly string[]): Promise<void> {
  await owner.query('create table if not exists bare_plan (id uuid primary key, body jsonb not null)')
  await owner.query('begin')
  for (const body of bodies) await owner.query('insert into bare_plan values ($1, $2)', [newId(), body])
  await owner.query('commit')
}

/** Each vocational unit ends at a workplace. */
function withWork({ breaks, units }: TemplateBody): TemplateBody {
  return {
    breaks,
    units: units.map(unit => {
      const [period] = unit.kind === 'vocational' ? unit.periods : []
      if (unit.kind !== 'vocational' || period === undefined || period.weeks < 2) return unit
      const weeks = Math.floor(period.weeks / 2)
      const work = {
        ...{ id: `${period.id}-work`, week: period.week + weeks, weeks: period.weeks - weeks },
        ...{ method: 'training-agreement' as const, tasks: ['Huollot', 'Korjaukset'] },
      }
      return { ...unit, periods: [{ ...period, weeks }, work] }
    }),
  }
}

async function insertTemplate(owner: pg.Client, providerId: Uuid, body: TemplateBody): Promise<string> {
  const id = newId()
  await owner.query(
    `insert into path_template (provider_id, id, name, diary_number, version, created_at, changed_at)
     values ($1, $2, 'Mitattu', $3, 1, now(), now())`,
    [providerId, id, about.diaryNumber],
  )
  await owner.query(
    `insert into path_template_version (provider_id, template_id, version, body, saved_at)
     values ($1, $2, 1, $3, now())`,
    [providerId, id, JSON.stringify(body)],
  )
  return id
}

async function addStudent(owner: pg.Client, providerId: Uuid, number: number, groupCode: string) {
  const oids = inventedOids(800_000 + number)
  const studentId = newId()
  await owner.query(
    `insert into student (provider_id, id, student_oid, called_name, family_name, sort_name, group_code)
     values ($1, $2, $3, 'Esimerkki', 'Opiskelija', 'opiskelija esimerkki', $4)`,
    [providerId, studentId, oids.studentOid, groupCode],
  )
  await owner.query(
    `insert into student_contact (provider_id, student_id, email, changed_at)
     values ($1, $2, 'opiskelija@esimerkki.test', now())`,
    [providerId, studentId],
  )
  const right = {
    ...{ oid: oids.studyRightOid, studentOid: oids.studentOid, type: 'ammatillinenkoulutus' },
    ...{
      startsOn: '2026-08-05',
      estimatedEndOn: '2030-12-31',
      states: [{ start: '2026-08-05', state: 'lasna' }],
    },
    attainments: [{ type: 'ammatillinentutkinto', diaryNumber: about.diaryNumber, method: 'reformi' }],
  }
  await owner.query(
    `insert into study_right (provider_id, oid, student_id, body, starts_on, source) values ($1, $2, $3, $4, $5, 'bench')`,
    [providerId, right.oid, studentId, JSON.stringify(right), right.startsOn],
  )
  return oids
}

async function addWorkplace(
  owner: pg.Client,
  database: Database,
  providerId: Uuid,
  number: number,
): Promise<string> {
  const oids = await addStudent(owner, providerId, number, 'ENNEN')
  const workplace = {
    ...{ name: 'Keksitty korjaamo Oy', businessId: '9000001-1', tasks: ['Huollot'] },
    instructor: { name: 'Ohjaaja Keksitty', email: 'ohjaaja@korjaamo.test' },
  }
  const period = {
    ...{ identifier: 'tunnettu', start: '2026-08-10', end: '2026-10-30', partTimeShare: 100, workplace },
    ...{ methodCode: 'osaamisenhankkimistapa_koulutussopimus', methodCodeVersion: 1 },
  }
  const unit = { unitCode: 'tutkinnonosat_106945', unitCodeVersion: 1, learningPeriods: [period] }
  await addPlan(database, providerId, {
    ...oids,
    ...{ firstApprovedOn: '2026-08-10', needToAcquireCompetence: true, vocationalUnits: [unit] },
  })
  return workplace.name
}
