import type pg from 'pg'
import { createSender } from '../src/features/deliveries/service-sender.ts'
import type { Plan } from '../src/features/plans/contract.ts'
import { inventedOids } from '../src/features/plans/factory.ts'
import { detachContacts } from '../src/features/plans/rules-contacts.ts'
import { nationalSender } from '../src/integrations/ehoks/send.ts'
import { nationalForm } from '../src/integrations/ehoks/send-form.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import { createHttpClient } from '../src/platform/http-client/client.ts'
import { newId, type Uuid } from '../src/platform/ids.ts'
import { silentLog } from '../src/platform/log/log.ts'
import { startServer, stopChildren } from './children.ts'
import { startBenchDatabase } from './database.ts'
import { median } from './load-job.ts'
import { against, type Measured } from './report.ts'

const atOnce = 8
const rounds = 5
const plansInRound = 800

/** Plans a second from waiting to delivered, against the same posts by bare fetch, as many at once. */
export async function measureOutbox(plan: Plan): Promise<Measured> {
  const bench = await startBenchDatabase()
  const { port } = await startServer('./national-server.ts', bench.url)
  const address = `http://127.0.0.1:${port}`
  const database = openDatabase(bench.url)
  const connection = {
    address,
    username: 'kone',
    secret: 'sana',
    reach: 'loopback',
    organisationOid: '',
  } as const
  const http = createHttpClient({ callerId: 'bench', attempts: 1, limits: { wholeMilliseconds: 20_000 } })
  const national = nationalSender(http, async () => connection)
  const sender = createSender({ database, national, log: silentLog, atOnce })
  try {
    const providerId = await seed(bench.owner, plan)
    const content = nationalForm(plan, []).content
    const ours: number[] = []
    const floor: number[] = []
    // The first round of each warms up.
    for (let round = 0; round <= rounds; round += 1) {
      floor.push(await postAll(`${address}/api/v1/hoks`, content))
      await makeDue(bench.owner, providerId, round)
      const began = performance.now()
      sender.wake(providerId)
      await sender.settled()
      ours.push(plansInRound / ((performance.now() - began) / 1000))
      await demandDelivered(bench.owner, (round + 1) * plansInRound)
    }
    return against(median(ours.slice(1)), median(floor.slice(1)), '/s')
  } finally {
    await sender.stop()
    await database.close()
    await stopChildren()
    await bench.stop()
  }
}

async function postAll(url: string, content: object): Promise<number> {
  let left = plansInRound
  const began = performance.now()
  const post = async () => {
    while (left > 0) {
      left -= 1
      const headers = { 'content-type': 'application/json', ticket: 'ST-1', 'caller-id': 'bench' }
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(content) })
      await answer.json()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, post))
  return plansInRound / ((performance.now() - began) / 1000)
}

/** A provider that sends by itself, with approved plans and their people. */
async function seed(owner: pg.Client, plan: Plan): Promise<Uuid> {
  const providerId = newId()
  await owner.query(
    `insert into provider (id, oid, name_fi, language) values ($1, '1.2.246.562.10.1', 'Keksitty', 'fi')`,
    [providerId],
  )
  await owner.query(
    `insert into provider_setting (provider_id, master, national_sender)
     select $1, jsonb_object_agg(part, 'here'), 'here'
     from unnest('{basics,prior,units,periods,demonstrations,support}'::text[]) part`,
    [providerId],
  )
  for (let round = 0; round <= rounds; round += 1) await seedPlans(owner, providerId, plan, round)
  await owner.query('vacuum analyze')
  return providerId
}

async function seedPlans(owner: pg.Client, providerId: Uuid, plan: Plan, round: number): Promise<void> {
  const rows = Array.from({ length: plansInRound }, (_, at) => {
    const number = round * plansInRound + at + 1
    const oids = inventedOids(number)
    const { body, contacts } = detachContacts({ ...plan, ...oids }, [], newId)
    return { id: newId(), eid: newId(), number, ...oids, body, contacts }
  })
  await owner.query(
    `with n as (select * from jsonb_to_recordset($2) as n (id uuid, eid uuid, number integer, "studentOid" text,
       "studyRightOid" text, body jsonb, contacts jsonb)),
     p as (insert into plan (provider_id, id, hoks_id, eid, study_right_oid, student_oid, version, findings, errors,
         warnings, checked_on, codes, saved_at, author_kind, source, created_at, approved_version, approved_at)
       select $1, id, number, eid, "studyRightOid", "studentOid", 1, '[]', 0, 0, '2026-11-22', '{}', now(), 'system',
         'bench', now(), 1, now() from n),
     c as (insert into contact (provider_id, id, plan_id, kind, content, created_at)
       select $1, c.id, n.id, c.kind, c.content, now() from n,
         jsonb_to_recordset(n.contacts) as c (id uuid, kind text, content jsonb))
     insert into plan_version (provider_id, plan_id, version, saved_at, author_kind, source, changes, body)
     select $1, id, 1, now(), 'system', 'bench', '[]', body from n`,
    [providerId, JSON.stringify(rows)],
  )
}

async function makeDue(owner: pg.Client, providerId: Uuid, round: number): Promise<void> {
  await owner.query(
    `insert into delivery (provider_id, plan_id, wanted_version, state, waiting_since, due_at)
     select provider_id, id, 1, 'waiting', now(), now() from plan
     where provider_id = $1 and hoks_id > $2 and hoks_id <= $3`,
    [providerId, round * plansInRound, (round + 1) * plansInRound],
  )
}

async function demandDelivered(owner: pg.Client, count: number): Promise<void> {
  const { rows } = await owner.query(
    `select count(*)::integer as delivered from delivery where state = 'delivered'`,
  )
  if (rows[0]?.delivered !== count) throw new Error(`Delivered were ${rows[0]?.delivered} of ${count} plans`)
}
