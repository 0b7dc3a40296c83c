import { formatDateRange } from '../../platform/i18n/format.ts'
import { pickName } from '../../platform/i18n/names.ts'
import { isTreeList, isTreeObject, type Tree, type TreeObject, valueAt } from '../plans/rules-tree.ts'
import type { Speaker } from '../plans/rules-words-values.ts'
import { valueWords } from '../plans/rules-words-values.ts'
import type { PartAbout } from './contract.ts'
import type { Part } from './rules-parts.ts'

/** What a part is about in a few words. `hidden`: without what tells where the student is. */
export function aboutOf({ content, kind }: Part, speaker: Speaker, hidden: boolean): PartAbout {
  if (kind === 'path') return { units: unitsIn(content) }
  if (kind === 'support') {
    const words = members(content, 'learningSupport').map(one => supportWords(one, speaker))
    const support = words.filter(text => text !== '')
    return support.length === 0 ? {} : { support }
  }
  const { holders, period } = periodIn(content)
  const workplace = objectAt(period, 'workplace')
  const open = {
    ...member('unit', holders.map(holder => holderWords(holder, speaker)).join(' › ')),
    ...member('workplace', valueAt(workplace, 'name')),
    ...member('tasks', valueAt(workplace, 'tasks')),
  }
  return {
    ...(hidden ? {} : open),
    ...member('start', valueAt(period, 'start')),
    ...member('end', valueAt(period, 'end')),
    ...member('share', valueAt(period, 'partTimeShare')),
  }
}

/** Whether the plan names the employer of a workplace period. */
export const namesWorkplace = ({ content }: Part): boolean =>
  valueAt(objectAt(periodIn(content).period, 'workplace'), 'name') !== undefined

/** The last day of a part's workplace periods; undefined of what is no such period. */
export function endOf({ content, kind }: Pick<Part, 'content' | 'kind'>): string | undefined {
  if (kind === 'path' || kind === 'support') return undefined
  const units = unitLists.flatMap(list => members(content, list))
  const holders = units.flatMap(unit => [unit, ...members(unit, 'subjectAreas')])
  const ends = holders.flatMap(holder => members(holder, 'learningPeriods').map(one => valueAt(one, 'end')))
  return ends
    .filter(end => typeof end === 'string')
    .sort()
    .at(-1)
}

/** Parts as they are read: the path, support, and workplace periods in the order of time. */
export function inTime<P extends Part>(parts: readonly P[]): P[] {
  const time = ({ content, kind }: Part): string => {
    if (kind === 'path') return '0'
    return kind === 'support'
      ? '1'
      : `2 ${textAt(periodIn(content).period, 'start')} ${endOf({ content, kind })}`
  }
  const timed = parts.map(part => ({ part, at: time(part) }))
  return timed.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ part }) => part)
}

/** Every code in a tree, so that their names can be looked up. */
export function codesIn(tree: Tree | undefined): string[] {
  if (isTreeList(tree)) return tree.flatMap(codesIn)
  if (!isTreeObject(tree)) return []
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' && /code$/i.test(key) ? [value] : codesIn(value),
  )
}

const member = (key: keyof PartAbout, value: Tree | undefined): PartAbout =>
  value === undefined || value === '' ? {} : { [key]: value }

const textAt = (object: TreeObject | undefined, key: string): string => {
  const value = valueAt(object, key)
  return typeof value === 'string' ? value : ''
}

const objectAt = (object: TreeObject | undefined, key: string): TreeObject | undefined => {
  const value = valueAt(object, key)
  return isTreeObject(value) ? value : undefined
}

function members(object: TreeObject | undefined, key: string): TreeObject[] {
  const list = valueAt(object, key)
  return isTreeList(list) ? list.filter(isTreeObject) : []
}

const unitLists = ['vocationalUnits', 'localUnits', 'commonUnits', 'preparatoryParts']
const unitsIn = (content: TreeObject): number =>
  unitLists.reduce((sum, list) => sum + members(content, list).length, 0)

/** The workplace period of a part's content, with the unit and the subject area around it. */
function periodIn(content: TreeObject): { holders: TreeObject[]; period: TreeObject | undefined } {
  const [unit] = unitLists.flatMap(list => members(content, list))
  const [area] = members(unit, 'subjectAreas')
  const holders = [unit, area].filter(holder => holder !== undefined)
  return { holders, period: members(area ?? unit, 'learningPeriods')[0] }
}

function holderWords(holder: TreeObject, speaker: Speaker): string {
  const key = ['unitCode', 'subjectAreaCode', 'name'].find(one => valueAt(holder, one) !== undefined)
  return key === undefined ? '' : valueWords(valueAt(holder, key), key, speaker)
}

/** Of a code that its set leaves without a name there is an entry, and nothing in it. */
const isNamed = (code: string, { language, names }: Speaker): boolean =>
  pickName(Object.hasOwn(names, code) ? names[code] : undefined, language) !== undefined

function supportWords(support: TreeObject, speaker: Speaker): string {
  const codes = ['typeCode', 'unitGroupCode'].flatMap(key => {
    const value = valueAt(support, key)
    // A code that nobody has named tells a student nothing.
    return typeof value === 'string' && isNamed(value, speaker) ? [valueWords(value, key, speaker)] : []
  })
  const [start, end] = [valueAt(support, 'start'), valueAt(support, 'end')]
  if (typeof start !== 'string') return codes.join(', ')
  const dates = formatDateRange(start, typeof end === 'string' ? end : undefined, speaker.language)
  return [...codes, dates].join(', ')
}
