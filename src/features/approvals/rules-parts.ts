import { apprenticeship, trainingAgreement } from '../plans/rules-law.ts'
import { markOf } from '../plans/rules-marks.ts'
import {
  canonicalText,
  isTreeList,
  isTreeObject,
  keysOf,
  type Tree,
  type TreeObject,
  valueAt,
} from '../plans/rules-tree.ts'
import type { ApprovalPart } from '../settings/contract.ts'

/**
 * A part of a plan that is approved apart from the others. Its content has the form of a plan's body and holds nothing
 * but what concerns the part, so the difference of two contents is what those asked are told.
 */
export interface Part {
  /** `path`, `support`, or `period:` with the identifier of a workplace period; the same through versions. */
  readonly key: string
  /** The key that a period had before it got its identifier. */
  readonly formerKey?: string | undefined
  readonly kind: ApprovalPart
  readonly content: TreeObject
  /** Equal for equal contents, whatever the order of parts and members. */
  readonly text: string
}

/**
 * What nobody approves: the registers' own numbers, people (who stand outside the body), versions of code sets, and what
 * is noted when it has happened. A member that is not named here concerns its part: asking once too often does no harm.
 */
const unasked = new Set([
  'id',
  'identifier',
  'moduleId',
  'providerOid',
  'contact',
  'instructor',
  'providerRepresentative',
  'acquirerRepresentative',
  'providerAssessors',
  'workAssessors',
  'verificationDetails',
  'interruptions',
])

/** Of the head of a plan the path holds these; the lists of parts come beside them. */
const headKeys = ['careerPlanCode', 'needToAcquireCompetence']
const pathLists = [
  'vocationalUnits',
  'localUnits',
  'commonUnits',
  'preparatoryParts',
  'priorVocationalUnits',
  'priorLocalUnits',
  'priorCommonUnits',
  'studySkillsStudies',
]
const unitLists = ['vocationalUnits', 'localUnits', 'commonUnits']
/** By which a unit or a subject area is known around a period of it. */
const namingKeys = ['unitCode', 'subjectAreaCode', 'amosaaId', 'name']

/** The parts of a plan in a fixed order: the path, support where there is any, workplace periods by their keys. */
export function partsOf(body: object): Part[] {
  const plan = body as TreeObject
  const path = pathOf(plan)
  const support = pruned({ learningSupport: valueAt(plan, 'learningSupport') })
  const periods = [...periodsOf(plan)].sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    partOf('path', 'path', path),
    ...(Object.keys(support).length === 0 ? [] : [partOf('support', 'support', support)]),
    ...periods.map(([key, { contents, formerKey, kind }]) => ({
      ...partOf(key, kind, merged(contents)),
      formerKey,
    })),
  ]
}

/** The part that is known by a key now, or was before its period got an identifier. */
export const partAt = <P extends Part>(parts: readonly P[], key: string): P | undefined =>
  parts.find(part => part.key === key) ?? parts.find(part => part.formerKey === key)

function partOf(key: string, kind: ApprovalPart, content: TreeObject): Part {
  return { key, kind, content, text: canonicalText(inOrder(content)) }
}

function pathOf(plan: TreeObject): TreeObject {
  const own = keysOf(plan).filter(key => headKeys.includes(key) || pathLists.includes(key))
  const picked = Object.fromEntries(own.map(key => [key, valueAt(plan, key)]))
  return pruned(picked, value => workplaceKind(value) === undefined)
}

/** The form of a workplace period; undefined of every other thing. */
function workplaceKind(value: Tree): ApprovalPart | undefined {
  const method = isTreeObject(value) ? valueAt(value, 'methodCode') : undefined
  if (typeof method !== 'string') return undefined
  if (method.toLowerCase() === trainingAgreement) return 'training-agreement'
  return method.toLowerCase() === apprenticeship ? 'apprenticeship' : undefined
}

interface Periods {
  readonly kind: ApprovalPart
  readonly contents: TreeObject[]
  readonly formerKey: string | undefined
}

/** Workplace periods by key. Two with one identifier, which the checks tell of, are one part: neither may go unasked. */
function periodsOf(plan: TreeObject): Map<string, Periods> {
  const found = new Map<string, Periods>()
  for (const list of unitLists)
    for (const unit of objectsAt(plan, list)) {
      collect(unit, content => ({ [list]: [content] }), found)
      for (const area of objectsAt(unit, 'subjectAreas'))
        collect(area, content => ({ [list]: [{ ...named(unit), subjectAreas: [content] }] }), found)
    }
  return found
}

function collect(
  holder: TreeObject,
  around: (content: TreeObject) => TreeObject,
  found: Map<string, Periods>,
): void {
  for (const period of objectsAt(holder, 'learningPeriods')) {
    const kind = workplaceKind(period)
    if (kind === undefined) continue
    const content = pruned(around({ ...named(holder), learningPeriods: [period] }))
    const unnamed = unnamedKey(period, holder)
    const key = namedKey(period) ?? unnamed
    const known = found.get(key)
    const formerKey = key === unnamed ? undefined : unnamed
    if (known === undefined) found.set(key, { kind, contents: [content], formerKey })
    else known.contents.push(content)
  }
}

function namedKey(period: TreeObject): string | undefined {
  const identifier = valueAt(period, 'identifier')
  if (typeof identifier !== 'string' || identifier.trim() === '') return undefined
  return `period:${identifier.slice(0, 200)}`
}

/** Registers may leave the identifier out: then the unit and the beginning tell the period, without being readable. */
function unnamedKey(period: TreeObject, holder: TreeObject): string {
  const texts = [...namingKeys.map(key => valueAt(holder, key)), valueAt(period, 'start')]
  return `period:of-${markOf(texts.map(text => (typeof text === 'string' ? text : undefined)))}`
}

const named = (holder: TreeObject): TreeObject =>
  Object.fromEntries(namingKeys.map(key => [key, valueAt(holder, key)]))

function objectsAt(holder: TreeObject, key: string): TreeObject[] {
  const list = valueAt(holder, key)
  return isTreeList(list) ? list.filter(isTreeObject) : []
}

/** Contents of one key side by side, as if they stood in one plan. */
function merged(contents: readonly TreeObject[]): TreeObject {
  const [first = {}] = contents
  if (contents.length < 2) return first
  const lists = (list: string): Tree[] => contents.flatMap(content => objectsAt(content, list))
  const sorted = (list: string) => lists(list).sort(byText)
  return Object.fromEntries(keysOf(...contents).map(key => [key, sorted(key)]))
}

/** Without what does not concern anybody, and without what is empty: absent and empty say the same. */
function pruned(object: TreeObject, keeps: (value: Tree) => boolean = () => true): TreeObject {
  return Object.fromEntries(
    keysOf(object).flatMap(key => {
      if (unasked.has(key) || key.endsWith('Version')) return []
      const value = prunedValue(key, valueAt(object, key) ?? null, keeps)
      return value === undefined ? [] : [[key, value]]
    }),
  )
}

function prunedValue(key: string, value: Tree, keeps: (value: Tree) => boolean): Tree | undefined {
  if (value === null || value === '') return undefined
  if (isTreeList(value)) {
    const items = value.filter(keeps).map(item => prunedValue(key, item, keeps) ?? null)
    return items.length === 0 ? undefined : items
  }
  if (isTreeObject(value)) {
    const object = pruned(value, keeps)
    return Object.keys(object).length === 0 ? undefined : object
  }
  return value
}

/** Every list in the order of its texts: the order of parts is not a part of what is approved. */
function inOrder(value: Tree, name = ''): Tree {
  if (isTreeList(value)) return value.map(item => inOrder(item, name)).sort(byText)
  if (isTreeObject(value))
    return Object.fromEntries(keysOf(value).map(key => [key, inOrder(valueAt(value, key) ?? null, key)]))
  // Codes are compared without case everywhere.
  return typeof value === 'string' && /code$/i.test(name) ? value.toLowerCase() : value
}

function byText(a: Tree, b: Tree): number {
  const [one, other] = [canonicalText(a), canonicalText(b)]
  return one === other ? 0 : one < other ? -1 : 1
}
