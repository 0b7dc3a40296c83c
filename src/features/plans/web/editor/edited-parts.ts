import type { PartListKey } from '../../contract.ts'
import type { StoredPlan } from '../../rules-contacts.ts'
import type { ShownStudyRight } from '../api.ts'
import type { PartName } from '../parts/parts.tsx'
import { steps } from '../placement.ts'

/** A part of the page: the basics, or one that A's forms write. */
export type EditedPart = 'basics' | PartName

/** The lists of the body that a part writes; the basics write what stands at its head. */
export const listsOf: Readonly<Record<EditedPart, readonly PartListKey[]>> = {
  basics: [],
  prior: ['priorVocationalUnits', 'priorLocalUnits', 'priorCommonUnits'],
  vocationalUnits: ['vocationalUnits'],
  localUnits: ['localUnits'],
  commonUnits: ['commonUnits'],
  preparatoryParts: ['preparatoryParts'],
  support: ['learningSupport'],
  studySkills: ['studySkillsStudies'],
}

const all = Object.keys(listsOf) as readonly EditedPart[]
const preparatory: readonly EditedPart[] = ['basics', 'preparatoryParts', 'support']

/** What is offered to be written: by the kind of the study right, and whatever the plan has besides. */
export function offeredParts(
  plan: StoredPlan,
  studyRight: ShownStudyRight | undefined,
): readonly EditedPart[] {
  const usual = studyRight?.type === 'tuva' ? preparatory : all.filter(part => part !== 'preparatoryParts')
  const held = (part: EditedPart) => listsOf[part].some(list => (plan[list]?.length ?? 0) > 0)
  return all.filter(part => usual.includes(part) || held(part))
}

/** The part that a place belongs to. */
export function partOf(pointer: string): EditedPart {
  const [list] = steps(pointer)
  return all.find(part => listsOf[part].some(one => one === list)) ?? 'basics'
}

/** The place that names a part in the address. */
export function placeOfPart(part: EditedPart): string {
  return `/${listsOf[part][0] ?? ''}`
}

/** The place that an address names after `#`. */
export function pointerIn(hash: string): string {
  try {
    const pointer = decodeURIComponent(hash.slice(1))
    return pointer.startsWith('/') ? pointer : ''
  } catch {
    return ''
  }
}
