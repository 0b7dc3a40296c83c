import { type MadeStudent, makeStudent } from '../src/features/plans/factory.ts'
import { createPlan } from '../src/features/plans/public.ts'
import { write } from '../src/platform/db/door.ts'
import type { Endpoint } from '../src/platform/http/endpoint.ts'
import { newId, type Uuid } from '../src/platform/ids.ts'
import { plainDateOf } from '../src/platform/time/plain-date.ts'
import type { TestService } from './harness/service.ts'

/** A provider with one thing of each kind, so that an id in a path can be found by its name. */
export interface World {
  readonly provider: Uuid
  readonly student: MadeStudent
  readonly otherStudent: MadeStudent
}

export async function makeWorld(service: TestService): Promise<World> {
  const { database, owner } = service
  const provider = await service.provider()
  const [student, otherStudent] = [
    await makeStudent(database, provider),
    await makeStudent(database, provider),
  ]
  await service.key(provider, 'unused')
  const audit = { actor: { kind: 'system' as const, source: 'wilma', providerId: provider }, now: new Date() }
  const jobs = { send: () => Promise.resolve() }
  const saved = await write(database, provider, transaction =>
    createPlan(
      {
        transaction,
        audit,
        today: plainDateOf('2026-11-22'),
        jobs,
        referenceFor: () => ({}),
        formFaults: () => [],
      },
      {
        plan: {
          studentOid: student.studentOid,
          studyRightOid: student.studyRightOid,
          firstApprovedOn: '2024-08-20',
          needToAcquireCompetence: true,
          email: 'opiskelija@esimerkki.test',
        },
      },
      { studyRightKnown: 'demanded' },
    ),
  )
  await owner.query(
    `insert into plan_conflict (provider_id, id, plan_id, pointer, register, here, taken, source, noticed_at)
     values ($1, $2, $3, '/email', '"a"', '"b"', 'here', 'wilma', now())`,
    [provider, newId(), saved.id],
  )
  return { provider, student, otherStudent }
}

/** Values of the parameters of a path, as far as the world holds such things: found by their names. */
export async function paramsIn(
  service: TestService,
  world: World,
  endpoint: Pick<Endpoint, 'path'>,
): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {}
  for (const [whole, name = ''] of endpoint.path.matchAll(/\{(\w+)\}/g)) {
    const before = endpoint.path.slice(0, endpoint.path.indexOf(whole)).split('/').at(-2) ?? ''
    const value = await valueIn(service, world.provider, name, before)
    if (value !== undefined) found[name] = value
  }
  return found
}

/** `{planId}`: a column `plan_id`, else the id in a table of plans. `/api-keys/{id}`: the id in a table of API keys. */
async function valueIn(
  { owner }: TestService,
  provider: Uuid,
  name: string,
  segment: string,
): Promise<string | undefined> {
  const column = name.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
  const noun = (name === 'id' ? segment.replaceAll('-', '_').replace(/s$/, '') : column).replace(/_id$/, '')
  const { rows } = await owner.query<{ table: string; column: string }>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c
     join information_schema.columns p using (table_schema, table_name)
     where c.table_schema = 'public' and p.column_name = 'provider_id'
       and ((c.column_name = $1 and $1 <> 'id') or (c.column_name = 'id' and c.table_name ~ $2))
     order by c.column_name = 'id', c.table_name`,
    [column, `(^|_)${noun}$`],
  )
  for (const place of rows) {
    const values = await owner.query<{ value: string }>(
      `select "${place.column}"::text as value from "${place.table}" where provider_id = $1 and "${place.column}" is not null
       order by 1 limit 1`,
      [provider],
    )
    if (values.rows[0] !== undefined) return values.rows[0].value
  }
  return undefined
}

/** The path with its parameters filled in. */
export function filled(path: string, params: Readonly<Record<string, unknown>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')))
}
