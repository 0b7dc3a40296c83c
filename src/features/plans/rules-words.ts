import { pointerTo } from '../../platform/json/look.ts'
import { longestRise } from './rules-difference.ts'
import { matchParts } from './rules-identity.ts'
import {
  isTreeList,
  isTreeObject,
  keysOf,
  sameTree,
  type Tree,
  type TreeObject,
  valueAt,
} from './rules-tree.ts'
import { type Amount, type DateCode, dateChange, spanOf } from './rules-words-dates.ts'
import { isPartList, type Subject, subjectOf } from './rules-words-parts.ts'

/**
 * What a reader is told of the difference of two bodies. Of a part: it came, went, changed its place or its time. Of a
 * field: it changed (`set`, `text` where the words of a long text are compared), appeared, or went. `same` only where
 * everything is asked for.
 */
export type StatementCode =
  | 'added'
  | 'removed'
  | 'reordered'
  | DateCode
  | 'set'
  | 'text'
  | 'given'
  | 'taken'
  | 'same'

export interface Statement {
  readonly code: StatementCode
  /** Into the new body; of what went, into the old one. */
  readonly pointer: string
  /** The keys at the pointer that it tells of, where it tells of fields; the first is the field. */
  readonly keys: readonly string[]
  /** The parts that hold it, the outermost first. A statement about a part itself ends with that part. */
  readonly subjects: readonly Subject[]
  /** The names from the innermost part to the field, with dots. */
  readonly field?: string
  readonly before?: Tree
  readonly after?: Tree
  readonly by?: Amount
  /** Of a part that changed its place in its list: counted from one. */
  readonly from?: number
  readonly to?: number
}

interface Place {
  readonly old: string
  readonly now: string
  readonly subjects: readonly Subject[]
  readonly field: string
}

interface Run {
  readonly statements: Statement[]
  readonly everything: boolean
}

const root: Place = { old: '', now: '', subjects: [], field: '' }

/**
 * The difference in statements, in the order of the plan. Every change has one, and without a change there is none.
 * With `everything` also what stayed the same.
 */
export function describeDifference(
  before: object,
  after: object,
  options: { readonly everything?: boolean } = {},
): Statement[] {
  const run: Run = { statements: [], everything: options.everything ?? false }
  tellObject(before as TreeObject, after as TreeObject, root, run)
  return run.statements
}

/** What came or went holds, as statements about an empty thing that was filled. */
export function describeContents({ subjects, pointer, keys, field, after, before }: Statement): Statement[] {
  const whole = after ?? before
  if (!isTreeObject(whole) || (after !== undefined && before !== undefined)) return []
  const run: Run = { statements: [], everything: false }
  const at = keys.reduce((parent, key) => pointerTo(parent, key), pointer)
  tellObject({}, whole, { old: at, now: at, subjects, field: field ?? '' }, run)
  return run.statements
}

/** The parts of a plan in the order of its page; other keys stand before them by their names. */
const order = [
  'studySkillsStudies',
  'learningSupport',
  'priorVocationalUnits',
  'priorLocalUnits',
  'priorCommonUnits',
  'vocationalUnits',
  'localUnits',
  'commonUnits',
  'preparatoryParts',
  'subjectAreas',
  'learningPeriods',
  'demonstrations',
]
const ranks = new Map(order.map((key, rank) => [key, rank]))
const rank = (key: string): number => ranks.get(key) ?? -1

function keysInOrder(before: TreeObject, after: TreeObject): string[] {
  const keys = keysOf(before, after)
  return keys.some(key => ranks.has(key)) ? keys.sort((a, b) => rank(a) - rank(b)) : keys
}

function tellObject(before: TreeObject, after: TreeObject, place: Place, run: Run): void {
  const told = tellDates(before, after, place, run)
  for (const key of keysInOrder(before, after)) {
    if (told.includes(key)) continue
    const [was, is] = [valueAt(before, key), valueAt(after, key)]
    if (sameTree(was, is)) {
      if (run.everything && is !== undefined) tellMember(key, [], was, is, place, run)
      continue
    }
    // A code and its version change as one.
    const code = key.endsWith('Version') ? key.slice(0, -'Version'.length) : undefined
    if (code !== undefined && !sameTree(valueAt(before, code), valueAt(after, code))) continue
    const version = `${key}Version`
    const more = sameTree(valueAt(before, version), valueAt(after, version)) ? [] : [version]
    tellMember(key, more, was, is, place, run)
  }
}

/** Start and end are told as one; answers the keys that are told with it. */
function tellDates(before: TreeObject, after: TreeObject, place: Place, run: Run): readonly string[] {
  if (place.subjects.length === 0) return []
  const change = dateChange(before, after)
  if (change !== undefined) {
    const { code, keys, by } = change
    const spans = { before: { ...change.before }, after: { ...change.after } }
    const { subjects } = place
    run.statements.push({
      code,
      pointer: place.now,
      keys,
      subjects,
      ...spans,
      ...(by === undefined ? {} : { by }),
    })
    return ['start', 'end']
  }
  const span = spanOf(after)
  if (span === undefined) return []
  if (sameTree(span.start, valueAt(before, 'start')) && sameTree(span.end, valueAt(before, 'end'))) {
    if (run.everything)
      tellField('same', ['start', 'end'], { ...place, field: 'time' }, run, { ...span }, { ...span })
    return ['start', 'end']
  }
  return []
}

function tellMember(
  key: string,
  more: readonly string[],
  was: Tree | undefined,
  is: Tree | undefined,
  place: Place,
  run: Run,
): void {
  const below: Place = {
    old: pointerTo(place.old, key),
    now: pointerTo(place.now, key),
    subjects: place.subjects,
    field: place.field === '' ? key : `${place.field}.${key}`,
  }
  const [oldList, newList] = [listOf(was), listOf(is)]
  if (oldList !== undefined && newList !== undefined && oldList.length + newList.length > 0) {
    tellLists(key, oldList, newList, below, run)
  } else if (isTreeObject(was) && isTreeObject(is)) tellObject(was, is, below, run)
  else {
    const at = { ...below, old: place.old, now: place.now }
    tellField(codeOf(was, is), [key, ...more], at, run, was, is)
  }
}

/** A list that is missing is an empty one; undefined for anything else. */
function listOf(value: Tree | undefined): readonly Tree[] | undefined {
  if (value === undefined) return []
  return isTreeList(value) ? value : undefined
}

const longText = 60

function codeOf(was: Tree | undefined, is: Tree | undefined): StatementCode {
  if (was === undefined) return 'given'
  if (is === undefined) return 'taken'
  if (sameTree(was, is)) return 'same'
  const long = typeof was === 'string' && typeof is === 'string' && Math.max(was.length, is.length) > longText
  return long ? 'text' : 'set'
}

function tellField(
  code: StatementCode,
  keys: readonly string[],
  place: Place,
  run: Run,
  before: Tree | undefined,
  after: Tree | undefined,
): void {
  run.statements.push({
    code,
    pointer: code === 'taken' ? place.old : place.now,
    keys,
    subjects: place.subjects,
    field: place.field,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  })
}

function tellLists(
  list: string,
  before: readonly Tree[],
  after: readonly Tree[],
  place: Place,
  run: Run,
): void {
  const matches = matchParts(list, before, after)
  const kept = new Set(matches)
  for (const [at, member] of before.entries()) {
    if (kept.has(at)) continue
    const pointer = pointerTo(place.old, at)
    if (isPart(list, member)) {
      const subjects = [...place.subjects, subjectOf(list, pointer, member, before)]
      run.statements.push({ code: 'removed', pointer, keys: [], subjects, before: member })
    } else tellField('taken', [String(at)], place, run, member, undefined)
  }
  const inPlace = longestRise(matches)
  for (const [at, member] of after.entries()) {
    const from = matches[at] ?? -1
    const was = before[from]
    if (was === undefined) tellNewMember(list, at, after, place, run)
    else tellKeptMember(list, { at, from, moved: !inPlace.has(at) }, [was, member], after, place, run)
  }
}

const isPart = (list: string, member: Tree | undefined): member is TreeObject =>
  isPartList(list) && isTreeObject(member)

function tellNewMember(list: string, at: number, after: readonly Tree[], place: Place, run: Run): void {
  const member = after[at]
  const pointer = pointerTo(place.now, at)
  if (isPart(list, member)) {
    const subjects = [...place.subjects, subjectOf(list, pointer, member, after)]
    run.statements.push({ code: 'added', pointer, keys: [], subjects, after: member })
  } else tellField('given', [String(at)], place, run, undefined, member)
}

function tellKeptMember(
  list: string,
  step: { readonly at: number; readonly from: number; readonly moved: boolean },
  [was, is]: readonly [Tree, Tree],
  after: readonly Tree[],
  place: Place,
  run: Run,
): void {
  const same = sameTree(was, is)
  if (same && !step.moved && !run.everything) return
  const below: Place = { ...place, old: pointerTo(place.old, step.from), now: pointerTo(place.now, step.at) }
  const whole = isPart(list, is)
  const subjects = whole ? [...place.subjects, subjectOf(list, below.now, is, after)] : place.subjects
  if (step.moved) {
    const places = { from: step.from + 1, to: step.at + 1 }
    const field = whole ? {} : { field: place.field, after: is }
    run.statements.push({ code: 'reordered', pointer: below.now, keys: [], subjects, ...places, ...field })
  }
  if (same && !run.everything) return
  if (isTreeObject(was) && isTreeObject(is))
    tellObject(was, is, { ...below, subjects, field: whole ? '' : place.field }, run)
  else if (isTreeList(was) && isTreeList(is)) tellLists(list, was, is, below, run)
  else tellField(codeOf(was, is), [String(step.at)], place, run, was, is)
}
