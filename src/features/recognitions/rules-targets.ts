import type { Names } from '../codes/contract.ts'
import { codeKey } from '../codes/rules.ts'
import type { StoredPlan } from '../plans/rules-contacts.ts'
import type { Qualification } from '../qualifications/contract.ts'
import type { PartKey, Target } from './contract.ts'
import { partKey } from './rules.ts'

type NamesOf = (code: string) => Names | undefined
type Body = Pick<StoredPlan, 'vocationalUnits' | 'commonUnits' | 'priorVocationalUnits' | 'priorCommonUnits'>

/** What the plan has among prior competence; a common unit without areas stands for all of its areas. */
export function priorKeys(plan: Body): ReadonlySet<string> {
  const keys = (plan.priorVocationalUnits ?? []).map(partKey)
  for (const { subjectAreas, unitCode } of plan.priorCommonUnits ?? []) {
    if (subjectAreas.length === 0) keys.push(codeKey(unitCode))
    for (const { subjectAreaCode } of subjectAreas) keys.push(partKey({ unitCode, subjectAreaCode }))
  }
  return new Set(keys)
}

export const isPrior = (prior: ReadonlySet<string>, part: PartKey): boolean =>
  prior.has(partKey(part)) || prior.has(codeKey(part.unitCode))

/**
 * What could be recognised: the parts that the plan is to acquire, then the other parts of the qualification, each once and
 * none that is prior competence already.
 */
export function targetsOf(plan: Body, qualification: Qualification | undefined, namesOf: NamesOf): Target[] {
  const prior = priorKeys(plan)
  const found = new Map<string, Target>()
  const add = (target: Target) => {
    const key = partKey(target)
    if (!found.has(key) && !isPrior(prior, target)) found.set(key, target)
  }
  for (const { unitCode } of plan.vocationalUnits ?? []) add(targetOf({ unitCode }, true, namesOf))
  for (const { subjectAreas, unitCode } of plan.commonUnits ?? [])
    for (const { subjectAreaCode } of subjectAreas)
      add(targetOf({ unitCode, subjectAreaCode }, true, namesOf))
  for (const unit of qualification?.units ?? []) {
    const unitCode = codeKey(unit.codeUri)
    if (unit.kind === 'vocational') add({ unitCode, names: unit.names, inPlan: false })
    else
      for (const area of unit.subjectAreas)
        add({
          ...targetOf({ unitCode, subjectAreaCode: area.codeUri }, false, namesOf),
          unitNames: unit.names,
        })
  }
  return [...found.values()]
}

export function targetOf(part: PartKey, inPlan: boolean, namesOf: NamesOf): Target {
  if (part.subjectAreaCode === undefined)
    return { unitCode: part.unitCode, names: namesOf(part.unitCode) ?? {}, inPlan }
  const unitNames = namesOf(part.unitCode)
  return {
    unitCode: part.unitCode,
    subjectAreaCode: part.subjectAreaCode,
    names: namesOf(part.subjectAreaCode) ?? {},
    ...(unitNames === undefined ? {} : { unitNames }),
    inPlan,
  }
}
