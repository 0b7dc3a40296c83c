import type pg from 'pg'
import type { Json } from '../../fakes/world.ts'
import { inventedOids } from '../../src/features/plans/factory.ts'
import { newId, type Uuid } from '../../src/platform/ids.ts'

/** A plan to be sent, as its row says it stands. */
export interface PlanToSend {
  readonly id: Uuid
  readonly studyRightOid: string
}

/** What tells the versions of a plan apart, here and in the national service. */
export const noteOf = (number: number, version: number): string => `plan ${number} version ${version}`

function bodyOf(number: number, version: number): object {
  return {
    ...inventedOids(number),
    firstApprovedOn: '2025-08-20',
    approvedAt: '2025-08-20T09:00:00.000Z',
    needToAcquireCompetence: true,
    // The service gives these, and does not take them back.
    eid: newId(),
    manualEntry: false,
    localUnits: [{ name: noteOf(number, version), moduleId: newId(), id: 5 }],
    vocationalUnits: [{ unitCode: 'tutkinnonosat_106945', unitCodeVersion: 2 }],
  }
}

/** Plans of a provider with a first version each, approved or not. */
export async function seedPlans(
  owner: pg.Pool,
  providerId: Uuid,
  range: { readonly first: number; readonly count: number; readonly approved: boolean },
): Promise<PlanToSend[]> {
  const rows = Array.from({ length: range.count }, (_, at) => {
    const number = range.first + at
    return { id: newId(), eid: newId(), number, ...inventedOids(number), body: bodyOf(number, 1) }
  })
  await owner.query(
    `with n as (select * from jsonb_to_recordset($2) as n (id uuid, eid uuid, number integer, "studentOid" text,
       "studyRightOid" text, body jsonb)),
     p as (insert into plan (provider_id, id, hoks_id, eid, study_right_oid, student_oid, version, findings, errors,
         warnings, checked_on, codes, saved_at, author_kind, source, created_at, approved_version, approved_at)
       select $1, id, number + 1, eid, "studyRightOid", "studentOid", 1, '[]', 0, 0, '2026-11-22', '{}', now(), 'system',
         'test', now(), case when $3 then 1 end, case when $3 then now() end from n)
     insert into plan_version (provider_id, plan_id, version, saved_at, author_kind, source, changes, body)
     select $1, id, 1, now(), 'system', 'test', '[]', body from n`,
    [providerId, JSON.stringify(rows), range.approved],
  )
  return rows.map(({ id, studyRightOid }) => ({ id, studyRightOid }))
}

/** The next version of a plan, approved; and the job of it, as the approval sends it. */
export async function approveNext(
  owner: pg.Pool,
  providerId: Uuid,
  plan: PlanToSend,
  number: number,
  change: object = {},
): Promise<number> {
  const { rows } = await owner.query<{ version: number }>(
    'select version from plan where provider_id = $1 and id = $2',
    [providerId, plan.id],
  )
  const version = (rows[0]?.version ?? 0) + 1
  await owner.query(
    `with v as (insert into plan_version
       (provider_id, plan_id, version, saved_at, author_kind, source, changes, body)
       values ($1, $2, $3, now(), 'system', 'test', '[]', $4) returning version)
     update plan set version = v.version, approved_version = v.version, approved_at = now() from v
     where provider_id = $1 and id = $2`,
    [providerId, plan.id, version, JSON.stringify({ ...bodyOf(number, version), ...change })],
  )
  return version
}

/** The provider sends by itself from now on, or no longer. */
export async function sendBy(owner: pg.Pool, providerId: Uuid, sender: 'here' | 'register'): Promise<void> {
  const master = Object.fromEntries(
    ['basics', 'prior', 'units', 'periods', 'demonstrations', 'support'].map(part => [part, 'here']),
  )
  await owner.query(
    `insert into provider_setting (provider_id, master, national_sender) values ($1, $2, $3)
     on conflict (provider_id) do update set national_sender = excluded.national_sender`,
    [providerId, JSON.stringify(master), sender],
  )
}

/** The note of a HOKS as the national service has it. */
export function noteIn(plan: Json | undefined): unknown {
  const units = plan?.['hankittavat-paikalliset-tutkinnon-osat']
  return Array.isArray(units) ? (units[0] as Json | undefined)?.nimi : undefined
}
