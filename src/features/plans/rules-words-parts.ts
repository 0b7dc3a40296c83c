import { isTreeObject, type Tree, type TreeObject, valueAt } from './rules-tree.ts'

/** A part of a plan that a statement speaks of or stands in. */
export interface Subject {
  /** The list that it is a member of. */
  readonly list: string
  readonly pointer: string
  readonly part: TreeObject
  /** Another in its list is called the same: its dates tell it apart. */
  readonly alike: boolean
}

/** Lists whose members are parts of their own, each spoken of by its name. */
const partLists = new Set([
  'vocationalUnits',
  'localUnits',
  'commonUnits',
  'preparatoryParts',
  'priorVocationalUnits',
  'priorLocalUnits',
  'priorCommonUnits',
  'studySkillsStudies',
  'learningSupport',
  'subjectAreas',
  'learningPeriods',
  'demonstrations',
  'interruptions',
  'otherEnvironments',
  'providerAssessors',
  'workAssessors',
  'assessors',
])

/** Parts under whose heading changes are told: those of the plan itself, and subject areas of a unit. */
const headed = new Set([
  'vocationalUnits',
  'localUnits',
  'commonUnits',
  'preparatoryParts',
  'priorVocationalUnits',
  'priorLocalUnits',
  'priorCommonUnits',
  'studySkillsStudies',
  'learningSupport',
  'subjectAreas',
])

export const isPartList = (list: string): boolean => partLists.has(list)

/** Subject areas that a demonstration names are no headings of their own: they carry a code only. */
export function isHeaded({ list, part }: Subject): boolean {
  return headed.has(list) && !(list === 'subjectAreas' && valueAt(part, 'code') !== undefined)
}

const namingKeys = [
  'unitCode',
  'subjectAreaCode',
  'partCode',
  'typeCode',
  'name',
  'code',
  'contact',
  'methodCode',
]

/** By what a part is called, as it stands in the body; the key tells how to say it. */
export function nameOfPart(part: TreeObject): { readonly key: string; readonly value: Tree } | undefined {
  for (const holder of ['workplace', 'environment'] as const) {
    const place = valueAt(part, holder)
    const name = isTreeObject(place) ? valueAt(place, 'name') : undefined
    if (typeof name === 'string' && name !== '') return { key: 'name', value: name }
  }
  for (const key of namingKeys) {
    const value = valueAt(part, key)
    if (typeof value === 'string' && value !== '') return { key, value }
  }
  return undefined
}

const workplaceMethods = new Set([
  'osaamisenhankkimistapa_koulutussopimus',
  'osaamisenhankkimistapa_oppisopimus',
])

/** What kind of part it is, as texts name it. */
export function kindOfPart({ list, part }: Subject): string {
  if (list === 'learningPeriods') {
    const method = valueAt(part, 'methodCode')
    const atWorkplace = valueAt(part, 'workplace') !== undefined
    return atWorkplace || workplaceMethods.has(String(method)) ? 'workplacePeriod' : list
  }
  return partLists.has(list) ? list : 'other'
}

export function subjectOf(list: string, pointer: string, part: TreeObject, all: readonly Tree[]): Subject {
  return { list, pointer, part, alike: isAlike(part, all) }
}

function isAlike(part: TreeObject, all: readonly Tree[]): boolean {
  const name = nameOfPart(part)?.value
  let same = 0
  for (const other of all) {
    if (isTreeObject(other) && nameOfPart(other)?.value === name) same += 1
    if (same > 1) return true
  }
  return false
}
