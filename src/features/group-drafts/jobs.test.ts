import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/harness/database.ts'
import { auditOf, newProvider } from '../../../test/harness/people.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { makeStudent } from '../plans/factory.ts'
import { groupDraftsEndWorker } from './jobs.ts'

const { database, owner } = await testDatabase()

async function draft(provider: Uuid, touched: { draft: string; row: string }): Promise<string> {
  const [templateId, id] = [newId(), newId()]
  const { studentId, studyRightOid } = await makeStudent(database, provider)
  await owner.query(
    `insert into path_template (provider_id, id, name, diary_number, version, created_at, changed_at)
     values ($1, $2, 'Polku', 'OPH-1-2026', 1, now(), now())`,
    [provider, templateId],
  )
  await owner.query(
    `insert into path_template_version (provider_id, template_id, version, body, saved_at)
     values ($1, $2, 1, '{}', now())`,
    [provider, templateId],
  )
  await owner.query(
    `insert into group_draft (provider_id, id, template_id, template_version, starts_on, version, created_at, changed_at)
     values ($1, $2, $3, 1, '2026-08-10', 1, $4, $4)`,
    [provider, id, templateId, touched.draft],
  )
  await owner.query(
    `insert into group_draft_row (provider_id, draft_id, study_right_oid, student_id, position, changed_at)
     values ($1, $2, $3, $4, 0, $5)`,
    [provider, id, studyRightOid, studentId, touched.row],
  )
  return id
}

test('a draft that nobody has touched for as long as contacts are kept is thrown away, once', async () => {
  const provider = (await newProvider(owner)).id
  const old = await draft(provider, { draft: '2026-08-20T09:00:00Z', row: '2026-08-21T09:00:00Z' })
  const answered = await draft(provider, { draft: '2026-08-20T09:00:00Z', row: '2026-08-24T09:00:00Z' })
  const night = () =>
    groupDraftsEndWorker({
      database,
      clock: { now: () => new Date('2026-11-22T00:00:00Z'), today: () => plainDateOf('2026-11-22') },
      providerIds: async () => [provider],
    }).run({})
  await night()
  await night()
  const { rows } = await owner.query('select id from group_draft where provider_id = $1', [provider])
  expect(rows).toEqual([{ id: answered }])
  expect(await auditOf(owner, provider, 'group-drafts.discard')).toMatchObject([{ target_id: old }])
})
