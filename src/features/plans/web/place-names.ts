import type { Language } from '../../../platform/i18n/language.ts'
import { pickName } from '../../../platform/i18n/names.ts'
import type { Translate } from '../../../platform/i18n/texts.ts'
import type { fi } from '../i18n/fi-pages.ts'
import type { CodeNames } from './api.ts'
import { steps } from './placement.ts'
import { isFieldKey } from './texts.ts'

export type PlaceName = (pointer: string) => string

interface Words {
  readonly body: unknown
  readonly names: Readonly<Record<string, CodeNames>>
  readonly language: Language
  readonly t: Translate<typeof fi>
}

/**
 * Turns a pointer into a way that people can follow: "Ammatilliset tutkinnon osat: Huoltotyöt › Osaamisen
 * hankkiminen 2 › Päättyy". Members of lists are named by their code or name where they have one, else counted.
 */
export function placeNames(words: Words): PlaceName {
  return pointer => {
    const parts: string[] = []
    let at: unknown = words.body
    let list = ''
    for (const step of steps(pointer)) {
      at = valueAt(at, step)
      if (/^(\d+|-)$/.test(step)) parts.push(memberName(list, step, at, words))
      else list = isFieldKey(step) ? words.t(`fields.${step}`) : step
      if (!/^(\d+|-)$/.test(step) && !Array.isArray(at)) parts.push(list)
    }
    if (Array.isArray(at)) parts.push(list)
    return parts.join(' › ')
  }
}

function memberName(list: string, step: string, member: unknown, words: Words): string {
  const name = ownName(member, words)
  if (name !== undefined) return `${list}: ${name}`
  return step === '-' ? list : `${list} ${Number(step) + 1}`
}

function ownName(member: unknown, { names, language }: Words): string | undefined {
  for (const key of ['unitCode', 'subjectAreaCode', 'partCode', 'typeCode']) {
    const code = valueAt(member, key)
    if (typeof code === 'string')
      return pickName(Object.hasOwn(names, code) ? names[code] : undefined, language)?.text ?? code
  }
  const name = valueAt(member, 'name')
  return typeof name === 'string' && name !== '' ? name : undefined
}

function valueAt(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return Object.entries(value).find(([name]) => name === key)?.[1]
}
