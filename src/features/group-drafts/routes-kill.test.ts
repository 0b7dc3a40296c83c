import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { testService } from '../../../test/harness/service.ts'
import { newId } from '../../platform/ids.ts'
import { makeStudent } from '../plans/factory.ts'
import { body } from './factory.ts'

const service = await testService()
const { owner } = service
const size = 200

const rows = async (text: string, values: unknown[]) => (await owner.query(text, values)).rows

/** A group of so many with a template and a draft whose questions are all answered. */
async function answeredDraft() {
  const provider = await service.provider()
  const teacher = await service.signIn(provider, ['teacher'])
  const templateId = newId()
  await owner.query(
    `insert into path_template (provider_id, id, name, diary_number, version, created_at, changed_at)
     values ($1, $2, 'Polku', 'OPH-1-2026', 1, now(), now())`,
    [provider, templateId],
  )
  await owner.query(
    `insert into path_template_version (provider_id, template_id, version, body, saved_at)
     values ($1, $2, 1, $3, now())`,
    [provider, templateId, JSON.stringify(body)],
  )
  for (let at = 0; at < size; at += 1) await makeStudent(service.database, provider)
  await owner.query(`update student set group_code = 'R26' where provider_id = $1`, [provider])
  await owner.query(
    `update study_right set body = jsonb_set(body, '{attainments,0,diaryNumber}', '"OPH-1-2026"')
     where provider_id = $1`,
    [provider],
  )
  const beginning = { templateId, groupCode: 'R26', startsOn: '2025-08-11' }
  const { id } = (await teacher('POST', '/api/group-drafts', beginning)).json()
  const answers = {
    'workplace:u1-p2': 'Paja Esimerkki Oy 1234567-1',
    'instructor:u1-p2': 'Otto Keksitty, otto@paja.test',
    'tasks:u2-p1': 'Kokoaa',
  }
  await owner.query('update group_draft_row set answers = $2 where draft_id = $1', [
    id,
    JSON.stringify(answers),
  ])
  return { provider, save: () => teacher('POST', `/api/group-drafts/${id}/save`, { reason: 'Ryhmän polku' }) }
}

/** The server process that waits for a lock while it saves. */
async function waitingBackend(): Promise<number> {
  for (let tries = 0; tries < 400; tries += 1) {
    const [found] = await rows(
      `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      [],
    )
    if (found !== undefined) return found.pid
    await setTimeout(25)
  }
  throw new Error('Nobody waits')
}

test('a connection that dies in the middle of saving 200 leaves nothing, and the request again saves all once', {
  timeout: 60_000,
}, async () => {
  const { provider, save } = await answeredDraft()
  const counts = async () => {
    const [found] = await rows(
      `select (select count(*)::int from plan where provider_id = $1) as plans,
        (select count(*)::int from plan_version where provider_id = $1) as versions,
        (select count(*)::int from contact where provider_id = $1) as contacts,
        (select count(*)::int from bulk_change where provider_id = $1) as changes,
        (select count(*)::int from group_draft_row where provider_id = $1 and outcome is not null) as saved,
        (select count(*)::int from audit_event where provider_id = $1 and action = 'plans.create') as events`,
      [provider],
    )
    return found
  }
  // The plans are in and their outcomes are not: there the save is held until its connection is killed.
  const holder = await owner.connect()
  await holder.query('begin')
  await holder.query('lock table bulk_change in access exclusive mode')
  const saving = save()
  const pid = await waitingBackend()
  await holder.query('select pg_terminate_backend($1)', [pid])
  const failed = await saving
  await holder.query('rollback')
  holder.release()
  expect(failed.statusCode).toBeGreaterThanOrEqual(500)
  expect(await counts()).toEqual({ plans: 0, versions: 0, contacts: 0, changes: 0, saved: 0, events: 0 })
  expect((await save()).json()).toEqual({ made: size, changed: 0, unchanged: 0, waiting: 0 })
  const once = await counts()
  expect(once).toMatchObject({ plans: size, versions: size, changes: 1, saved: size, events: size })
  expect((await save()).json()).toMatchObject({ made: size })
  expect(await counts()).toEqual(once)
})
