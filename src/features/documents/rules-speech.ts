import { formatDate } from '../../platform/i18n/format.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { pickName } from '../../platform/i18n/names.ts'
import type { PlanPage } from '../plans/contract-api.ts'
import { ownNameOf, type PlanWords } from '../plans/public-words.ts'
import { erasedContactId } from '../plans/rules-contacts.ts'
import { plain, type Words } from './rules-blocks.ts'

/** What the parts of a plan are said with. */
export interface Speech {
  readonly language: Language
  readonly words: PlanWords
  readonly names: PlanPage['names']
  /** Days of work by the identifier of a period. */
  readonly durations: Readonly<Record<string, number>>
  /** The day on which contact data were erased, by the contact. */
  readonly erasures: Readonly<Record<string, string>>
}

/** The name of a code as the plan's page has it: in the reader's language, else in another, else the code itself. */
export function codeWords({ names, language, words }: Speech, code: string): Words {
  const known = Object.hasOwn(names, code) ? names[code] : undefined
  const name = pickName(known, language)
  const own = ownNameOf(code, words)
  if (name?.language === language) return plain(name.text)
  if (own !== undefined) return plain(own)
  return name ?? plain(`${code} (${words(known === undefined ? 'unknownCode' : 'nameMissing')})`)
}

export function maybeCode(speech: Speech, code: string | undefined): Words | undefined {
  return code === undefined ? undefined : codeWords(speech, code)
}

export const pointsOf = ({ names }: Speech, code: string): number | undefined =>
  Object.hasOwn(names, code) ? names[code]?.points : undefined

export const pointsWords = ({ words }: Speech, points: number | undefined): string | undefined =>
  points === undefined ? undefined : words('points', { points })

interface Someone {
  readonly name?: string | undefined
  readonly email?: string | undefined
  readonly phone?: string | undefined
}

/** A person, or the gap that is left after erasing. */
export function personWords(speech: Speech, person: Someone, of?: string): string {
  // A number stays on one line.
  const phone = person.phone?.replaceAll(' ', '\u00a0')
  const said = [person.name, of, person.email, phone].map(part => goneOr(speech, part))
  return [...new Set(said)].filter(part => part !== undefined && part !== '').join(', ')
}

/** A text of a person; in place of an erased one that and when it was erased. */
export function goneOr({ words, erasures, language }: Speech, text: string | undefined): string | undefined {
  const contact = text === undefined ? undefined : erasedContactId(text)
  if (contact === undefined) return text
  const day = Object.hasOwn(erasures, contact) ? erasures[contact] : undefined
  return day === undefined ? words('erasedUndated') : words('erased', { date: formatDate(day, language) })
}

export const joined = (parts: readonly (string | undefined)[]): string =>
  parts.filter(part => part !== undefined && part !== '').join(', ')
