import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { planFormation } from '../plans/public.ts'
import type { Qualification } from '../qualifications/contract.ts'
import { unitOf } from '../qualifications/rules.ts'
import type { TemplateBody } from './contract.ts'
import { checkTemplate } from './rules.ts'
import { assumedIn } from './rules-assumed.ts'
import { templateFromStructure } from './rules-from-structure.ts'
import { studyRightOf, unitsPlanned } from './rules-plan.ts'

const diaryNumber = 'OPH-5410-2021'
const today = plainDateOf('2026-11-23')
const file = new URL(`../../../db/demo/reference/${diaryNumber}.json`, import.meta.url)
const qualification: Qualification = JSON.parse(readFileSync(file, 'utf8'))
const about = { diaryNumber, competenceArea: qualification.competenceAreas[0]?.codeUri }
const reference = {
  qualification: () => qualification,
  namesOf: () => undefined,
  versionOf: () => 1,
  pointsOf: (_: string, code: string) => unitOf(qualification, code)?.points?.min,
}

/** What somebody who adds up the points on the page comes to. */
const visible = ({ units }: TemplateBody): number =>
  units.reduce((sum, unit) => {
    if (unit.kind === 'local') return sum + unit.points
    const found = unitOf(qualification, unit.code)
    if (unit.kind === 'vocational') return sum + (found?.points?.min ?? 0)
    const areas = new Map(found?.subjectAreas.map(area => [area.codeUri, area.pointsCompulsory ?? 0]))
    return sum + unit.subjectAreas.reduce((all, { code }) => all + (areas.get(code) ?? 0), 0)
  }, 0)

function judged(body: TemplateBody) {
  const formation = planFormation(unitsPlanned(body, diaryNumber), studyRightOf(about), reference, today)
  const assumed = assumedIn(formation.judged)
  const asked = { ...about, body, today, formation: formation.judged?.formation, assumed: assumed?.points }
  return { assumed, formation: formation.judged?.formation, findings: checkTemplate(asked, reference) }
}

test('the check of a template of the structure counts the points that are shown, and tells what it assumed', () => {
  const body = templateFromStructure(about, reference, today)
  const { assumed, findings, formation } = judged(body)
  expect(assumed?.points).toBeGreaterThan(0)
  expect((formation?.planned ?? 0) - (assumed?.points ?? 0)).toBe(visible(body))
  expect(findings).toContainEqual(
    expect.objectContaining({
      code: 'points-short-assumed',
      params: { planned: visible(body), assumed: assumed?.points, needed: 180 },
    }),
  )
  // The sums in which they stand: of the whole and of the common units.
  const common = formation?.groups.filter(({ path }) => assumed?.paths.includes(path)) ?? []
  expect(common.map(({ points }) => points)).toEqual([formation?.planned, 35, 9])
})

test('nothing is assumed of a template without common units', () => {
  const body = templateFromStructure(about, reference, today)
  const units = body.units.filter(unit => unit.kind === 'vocational')
  const { assumed, findings } = judged({ ...body, units })
  expect([assumed, units.length > 0]).toEqual([undefined, true])
  expect(findings.find(({ code }) => code === 'points-short')?.params).toEqual({
    planned: visible({ ...body, units }),
    needed: 180,
  })
})
