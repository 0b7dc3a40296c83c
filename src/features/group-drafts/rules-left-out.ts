/** Which parts of a template a student needs no more, and which their qualification does not have. */
import { codeKey } from '../codes/rules.ts'
import type { Plan } from '../plans/contract.ts'
import type { StudyRightDetails, UnitCompleted } from '../study-rights/contract-details.ts'
import type { TemplateUnit } from '../templates/contract.ts'
import type { LeftOut } from './contract.ts'
import type { Applying, KnownStudent } from './rules-known.ts'

type Why = LeftOut['why']

/** Codes of units, and `unit area` of subject areas; of a local unit its name. */
type Achieved = ReadonlyMap<string, Why>

const areaKey = (unit: string, area: string): string => `${codeKey(unit)} ${codeKey(area)}`
const localKey = (name: string): string => `local ${name.trim().toLocaleLowerCase('fi')}`

export interface Kept {
  readonly units: readonly TemplateUnit[]
  readonly leftOut: readonly LeftOut[]
}

export function keptUnits(known: KnownStudent, { hasUnit, template }: Applying): Kept {
  const achieved = achievedOf(known.plan, known.details)
  const units: TemplateUnit[] = []
  const leftOut: LeftOut[] = []
  const seen = new Set<string>()
  for (const unit of template.body.units) {
    const why = whyLeftOut(unit, achieved) ?? strange(unit, template.diaryNumber, hasUnit)
    const place = unit.kind === 'local' ? localKey(unit.name) : codeKey(unit.code)
    if (why === undefined && seen.has(place)) {
      leftOut.push({ ...aboutOf(unit), why: 'repeated' })
      continue
    }
    seen.add(place)
    if (why !== undefined) {
      leftOut.push({ ...aboutOf(unit), why })
      continue
    }
    if (unit.kind !== 'common') {
      units.push(unit)
      continue
    }
    const subjectAreas = unit.subjectAreas.filter(({ code }) => {
      const key = areaKey(unit.code, code)
      const gone = achieved.get(key) ?? (seen.has(key) ? ('repeated' as const) : undefined)
      seen.add(key)
      if (gone !== undefined) leftOut.push({ code, why: gone })
      return gone === undefined
    })
    // A common unit without subject areas says nothing.
    if (subjectAreas.length > 0) units.push({ ...unit, subjectAreas })
  }
  return { units, leftOut }
}

const aboutOf = (unit: TemplateUnit) => (unit.kind === 'local' ? { name: unit.name } : { code: unit.code })

const whyLeftOut = (unit: TemplateUnit, achieved: Achieved): Why | undefined =>
  achieved.get(unit.kind === 'local' ? localKey(unit.name) : codeKey(unit.code))

/** A unit that left the qualification, or never was in it. One of other requirements says itself of which. */
function strange(unit: TemplateUnit, diaryNumber: string, hasUnit: Applying['hasUnit']): Why | undefined {
  if (unit.kind === 'local') return undefined
  const from = unit.kind === 'vocational' ? (unit.diaryNumber ?? diaryNumber) : diaryNumber
  return hasUnit(from, unit.code) === false ? 'not-in-qualification' : undefined
}

function achievedOf(plan: Plan | undefined, details: Partial<StudyRightDetails> | undefined): Achieved {
  const achieved = new Map<string, Why>()
  const planned = new Set((plan?.vocationalUnits ?? []).map(unit => codeKey(unit.unitCode)))
  for (const unit of (details?.attainments ?? []).flatMap(one => one.units ?? [])) {
    // What the plan still has, it keeps: it tells how that was acquired.
    if (!planned.has(uriOf(unit))) addCompleted(achieved, unit)
  }
  for (const unit of plan?.priorVocationalUnits ?? []) achieved.set(codeKey(unit.unitCode), 'prior')
  for (const { name } of plan?.priorLocalUnits ?? []) if (name) achieved.set(localKey(name), 'prior')
  for (const { subjectAreas, unitCode } of plan?.priorCommonUnits ?? []) {
    if (subjectAreas.length === 0) achieved.set(codeKey(unitCode), 'prior')
    for (const area of subjectAreas) achieved.set(areaKey(unitCode, area.subjectAreaCode), 'prior')
  }
  return achieved
}

const uriOf = ({ code, codeSet }: Pick<UnitCompleted, 'code' | 'codeSet'>): string =>
  codeSet === undefined ? '' : codeKey(`${codeSet}_${code}`)

function addCompleted(achieved: Map<string, Why>, unit: UnitCompleted): void {
  const uri = uriOf(unit)
  if (uri === '') return
  if (isCompleted(unit)) achieved.set(uri, unit.recognised ? 'prior' : 'completed')
  for (const area of unit.subjectAreas ?? []) {
    if (uriOf(area) !== '' && isCompleted(area))
      achieved.set(areaKey(uri, uriOf(area)), area.recognised ? 'prior' : 'completed')
  }
}

/** Grades that the register knows as failed. */
const failed = new Set(['0', 'hylätty'])

const isCompleted = ({ assessment }: Pick<UnitCompleted, 'assessment'>): boolean =>
  assessment !== undefined && assessment.passed !== false && !failed.has(assessment.grade.toLowerCase())
