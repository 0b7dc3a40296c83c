import { expect, it } from 'vitest'
import { testDatabase } from '../../test/harness/database.ts'
import {
  isBusinessId,
  isOrganisationOid,
  isPersonOid,
  isStudyRightOid,
} from '../features/identifiers/rules.ts'
import { roles } from '../platform/access/actor.ts'
import { loadDemo } from './demo.ts'
import { readPersonas } from './demo-world.ts'

const { owner, url } = await testDatabase()

async function values(query: string): Promise<string[]> {
  const { rows } = await owner.query<{ value: string }>(query)
  return rows.map(row => row.value)
}

const state = () =>
  values(`select count(*) || ' ' || sum(version) || ' ' || max(saved_at) as value from plan
    union all select count(*)::text from student union all select count(*)::text from assignment
    union all select revision::text from reference_revision`)

it('loads a world with something on every page, once', async () => {
  await loadDemo(url)
  const loaded = await state()
  await loadDemo(url)
  expect(await state()).toEqual(loaded)

  const findings = await values(
    "select distinct f ->> 'code' as value from plan, jsonb_array_elements(findings) f",
  )
  expect(findings).toEqual(
    expect.arrayContaining(['study-right-unknown', 'part-time-share-missing', 'code-unknown']),
  )
  expect(findings.length).toBeGreaterThan(20)
  expect(await values('select distinct language as value from student order by 1')).toEqual(['fi', 'sv'])
  const without =
    'select s.id as value from student s where not exists (select from plan p where p.student_id = s.id)'
  expect((await values(without)).length).toBeGreaterThan(2)
})

it('shows what happens when a register and a teacher change the same plan', async () => {
  const conflicts = await values("select pointer || ' ' || taken as value from plan_conflict")
  expect(conflicts).toContain('/vocationalUnits/0/learningPeriods/1/partTimeShare register')
  const authors = await values('select distinct author_kind as value from plan_version order by 1')
  expect(authors).toEqual(['person', 'system'])
  const merged = await values(
    "select max(version)::text as value from plan_version where body ->> 'careerPlanCode' = 'urasuunnitelma_0003'",
  )
  expect(merged).toEqual(['3'])
})

it('gives each role a persona, and each persona a place', async () => {
  const held = await values('select distinct role as value from assignment order by 1')
  expect(held).toEqual([...roles].sort())
  const placed = await values(
    'select distinct p.subject as value from person p join assignment on person_id = p.id',
  )
  const personas = await readPersonas()
  const byGroups = personas.filter(persona => persona.assignments.length === 0)
  expect(byGroups.map(persona => persona.groups?.length)).toEqual([2])
  expect([...placed, ...byGroups.map(persona => persona.subject)].sort()).toEqual(
    personas.map(persona => persona.subject).sort(),
  )
})

it('has groups with teachers, guardians of the young, and two who are protected', async () => {
  const own = await values(`select g.code as value from student_group g
    join staff_member m on (m.provider_id, m.id) = (g.provider_id, g.teacher_id)
    join person p on p.id = m.person_id where p.subject = 'olli-opettavainen' order by 1`)
  expect(own).toEqual(['AJO24A', 'AJO25A', 'AJO26A'])
  expect(
    await values('select code as value from student_group where name is null or teacher_id is null'),
  ).toEqual([])
  const without = `select student_oid as value from student s where birth_date > date '2026-11-23' - interval '18 years'
    and not exists (select from guardian g where (g.provider_id, g.student_id) = (s.provider_id, s.id))`
  expect(await values(without)).toEqual([])
  expect(
    Number((await values('select count(*) as value from guardian where not custody'))[0]),
  ).toBeGreaterThan(0)
  expect(
    await values('select count(*)::text as value from student where protected group by provider_id'),
  ).toEqual(['1', '1'])
})

it('reaches nobody: every address is of the domain for tests', async () => {
  const mails = await values(`select email as value from student_contact union select email from guardian
    union select email from staff_member`)
  expect(mails.length).toBeGreaterThan(60)
  expect(mails.filter(mail => mail !== null && !mail.endsWith('.test'))).toEqual([])
  const phones = await values('select phone as value from student_contact union select phone from guardian')
  expect(phones.filter(phone => phone !== null && !phone.startsWith('040 000 '))).toEqual([])
})

it('has the organisations of its providers, down to their sites', async () => {
  expect(await values('select count(*)::text as value from organisation')).toEqual(['10'])
  const orphans = `select oid as value from provider p where kind = 'provider' and not exists
    (select from organisation o where o.oid = p.oid and o.business_id = p.business_id)`
  expect(await values(orphans)).toEqual([])
  const oids = await values('select oid as value from organisation')
  expect(oids.filter(oid => !isOrganisationOid(oid) || !oid.startsWith('1.2.246.562.99.'))).toEqual([])
})

it('has identifiers with right check digits, of nobody real', async () => {
  const students = await values('select student_oid as value from student')
  expect(students.filter(oid => !isPersonOid(oid) || !oid.startsWith('1.2.246.562.98.'))).toEqual([])
  expect((await values('select oid as value from study_right')).filter(oid => !isStudyRightOid(oid))).toEqual(
    [],
  )
  const providers = await values(`select oid as value from provider where kind = 'provider'`)
  expect(providers.filter(oid => !isOrganisationOid(oid) || !oid.startsWith('1.2.246.562.99.'))).toEqual([])
  const companies = await values(`select business_id as value from provider where kind = 'provider'
    union select business_id from learning_period where business_id is not null`)
  expect(companies.filter(id => !isBusinessId(id) || !id.startsWith('9'))).toEqual([])
})

it('has plans that go on to the national service, one that waits and one to be taken away', async () => {
  const approved = await values('select approved_version::text as value from plan where approved_version > 1')
  expect(approved).toHaveLength(7)
  expect(await values('select state as value from delivery order by 1')).toEqual(['removal', 'waiting'])
  const here = await values(
    "select p.name_fi as value from provider_setting join provider p on p.id = provider_id where national_sender = 'here'",
  )
  expect(here).toEqual(['Keksitty koulutuskuntayhtymä Kuusenkerkkä'])
})
