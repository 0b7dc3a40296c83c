import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { validateNational } from '../src/integrations/ehoks/validate.ts'
import { plainDateOf } from '../src/platform/time/plain-date.ts'

const example = readFileSync(new URL('../docs/examples/hoks.json', import.meta.url), 'utf8')
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const today = plainDateOf('2026-11-22')

interface DemoProvider {
  readonly studyRegister: readonly {
    readonly henkilö: { readonly oid: string }
    readonly opiskeluoikeudet: readonly { readonly oid: string }[]
  }[]
  readonly plans: readonly { readonly 'opiskeluoikeus-oid': string }[]
}

const demo = JSON.parse(
  readFileSync(new URL('../db/demo/world/kuusenkerkka.json', import.meta.url), 'utf8'),
) as DemoProvider

test('the example of the README is a valid HOKS, and its wrong one is not', () => {
  expect(validateNational(Buffer.from(example), { method: 'post', today }).verdict).toBe('valid')
  const wrong = example.replace('"2026-12-18"', '"2026-08-18"')
  expect(readme).toContain('s/"2026-12-18"/"2026-08-18"/')
  const { findings } = validateNational(Buffer.from(wrong), { method: 'post', today })
  expect(findings.map(finding => finding.code)).toContain('period-ends-before-start')
})

test('it is of a student in the demo who has no plan yet', () => {
  const { 'oppija-oid': student, 'opiskeluoikeus-oid': right } = JSON.parse(example) as Record<string, string>
  const owner = demo.studyRegister.find(one => one.opiskeluoikeudet.some(({ oid }) => oid === right))
  expect(owner?.henkilö.oid).toBe(student)
  expect(demo.plans.map(plan => plan['opiskeluoikeus-oid'])).not.toContain(right)
})
