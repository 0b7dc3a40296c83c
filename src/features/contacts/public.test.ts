import { expect, test } from 'vitest'
import { testService } from '../../../test/harness/service.ts'
import { makeWorld } from '../../../test/world.ts'
import { write } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { eraseExpiredInstructors } from './public.ts'

const service = await testService()
const { database, owner } = service
const now = new Date('2026-11-22T02:20:00Z')

const night = (provider: Uuid) =>
  write(database, provider, transaction =>
    eraseExpiredInstructors(
      transaction,
      { actor: { kind: 'system', source: 'retention', providerId: provider }, now },
      '2026-08-22',
      100,
    ),
  )

interface Case {
  readonly kind?: string
  readonly createdOn: string
  /** Last days of present periods that refer to the contact. */
  readonly periods: readonly string[]
  readonly erasedOn?: string
}

async function place(provider: Uuid, { kind = 'instructor', createdOn, periods, erasedOn }: Case) {
  const id = newId()
  const plan = await owner.query('select id from plan where provider_id = $1', [provider])
  const planId = plan.rows[0].id
  const content = erasedOn ? { name: 'Otto' } : { name: 'Otto', email: 'otto@esimerkki.test', phone: '040' }
  await owner.query(
    `insert into contact (provider_id, id, plan_id, kind, content, created_at, erased_at, erased_extent)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [provider, id, planId, kind, content, createdOn, erasedOn, erasedOn ? 'details' : undefined],
  )
  for (const [at, endsOn] of periods.entries()) {
    await owner.query(
      `insert into learning_period (provider_id, plan_id, pointer, method_code, starts_on, ends_on,
         interruptions, instructor_contact_id)
       values ($1, $2, $3, 'osaamisenhankkimistapa_koulutussopimus', '2026-01-07', $4, '[]', $5)`,
      [provider, planId, `/periods/${at}`, endsOn, id],
    )
  }
  return id
}

const old = '2026-01-02'
const cases: readonly [string, Case, boolean][] = [
  ['the period ended before the limit', { createdOn: old, periods: ['2026-08-21'] }, true],
  ['the period ended on the limit day', { createdOn: old, periods: ['2026-08-22'] }, false],
  ['one period ended, another has not', { createdOn: old, periods: ['2026-02-01', '2026-12-01'] }, false],
  ['left the plan, came long ago', { createdOn: old, periods: [] }, true],
  ['left the plan, came lately', { createdOn: '2026-09-01', periods: [] }, false],
  ['not an instructor', { kind: 'student', createdOn: old, periods: [] }, false],
]

test.each(cases)('%s', async (_what, one, erased) => {
  const { provider } = await makeWorld(service)
  const id = await place(provider, one)
  await night(provider)
  const { rows } = await owner.query('select content, erased_extent, erased_at from contact where id = $1', [
    id,
  ])
  expect(rows[0]).toEqual(
    erased
      ? { content: { name: 'Otto' }, erased_extent: 'details', erased_at: now }
      : { content: expect.objectContaining({ phone: '040' }), erased_extent: null, erased_at: null },
  )
  const events = await owner.query(
    `select count(*)::int as n from audit_event where target_id = $1 and action = 'contacts.erase'`,
    [id],
  )
  expect(events.rows).toEqual([{ n: erased ? 1 : 0 }])
})

test('what was erased already stays as it was, and nothing is logged again', async () => {
  const { provider } = await makeWorld(service)
  const id = await place(provider, { createdOn: old, periods: [], erasedOn: '2026-05-05T00:00:00Z' })
  await night(provider)
  const { rows } = await owner.query('select erased_at from contact where id = $1', [id])
  expect(rows).toEqual([{ erased_at: new Date('2026-05-05T00:00:00Z') }])
  const events = await owner.query('select 1 from audit_event where target_id = $1', [id])
  expect(events.rows).toEqual([])
})
