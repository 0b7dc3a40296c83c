import { findText, type Texts } from '../../platform/i18n/texts.ts'
import type { Tree } from './rules-tree.ts'
import type { Statement } from './rules-words.ts'
import { isHeaded, kindOfPart, nameOfPart, type Subject } from './rules-words-parts.ts'
import { type Stretch, wordDifference } from './rules-words-texts.ts'
import {
  counted,
  isSpan,
  personWords,
  type Speaker,
  spanWords,
  valueWords,
  wordTexts,
} from './rules-words-values.ts'

/** Statements about one part of the plan, under its heading. */
export interface StatementGroup {
  readonly pointer: string
  readonly heading: string
  readonly statements: readonly Statement[]
}

/** Statements by the part of the plan that they are about, in their order. */
export function groupStatements(statements: readonly Statement[], speaker: Speaker): StatementGroup[] {
  const groups = new Map<string, { heading: string; pointer: string; statements: Statement[] }>()
  for (const statement of statements) {
    const head = headOf(statement.subjects)
    const pointer = head.at(-1)?.pointer ?? ''
    const gone = statement.code === 'removed' && head.length === statement.subjects.length
    // What went is called by its old place, where something else may stand now.
    const key = `${gone ? '-' : ''}${pointer}`
    const group = groups.get(key)
    if (group) group.statements.push(statement)
    else groups.set(key, { heading: headingWords(head, speaker), pointer, statements: [statement] })
  }
  return [...groups.values()]
}

/** Under which heading a statement stands. */
export function headingOf(statement: Statement, speaker: Speaker): string {
  return headingWords(headOf(statement.subjects), speaker)
}

/** The parts that the heading names. */
export function headOf(subjects: readonly Subject[]): readonly Subject[] {
  const end = subjects.findIndex(subject => !isHeaded(subject))
  return end < 0 ? subjects : subjects.slice(0, end)
}

function headingWords(head: readonly Subject[], speaker: Speaker): string {
  const { headings } = wordTexts[speaker.language]
  if (head.length === 0) return headings.plan
  const name = head
    .map(subject => nameWords(subject, speaker) ?? capital(kindWords(subject, speaker)))
    .join(' › ')
  return head[0]?.list.startsWith('prior') ? headings.prior.replace('{name}', () => name) : name
}

export const kindWords = (subject: Subject, { language }: Speaker): string => {
  const kind = findText(wordTexts[language].parts, kindOfPart(subject))
  return typeof kind === 'string' ? kind : subject.list
}

/** Its name, with its dates where another is called the same or it has no name; `undated` where these are told beside it. */
function nameWords(subject: Subject, speaker: Speaker, undated = false): string | undefined {
  const name = nameOfPart(subject.part)
  const words = name === undefined ? undefined : valueWords(name.value, name.key, speaker)
  // A code that nobody has given a name says less than the kind and the time.
  const said = subject.list === 'otherEnvironments' && words === name?.value ? undefined : words
  const dated = !undated && (subject.alike || said === undefined)
  const dates = dated ? spanWords(subject.part, speaker.language) : undefined
  const parts = [said, dates].filter(part => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(', ')
}

/** "the workplace period (Testiyritys Oy)" */
export function subjectWords(subject: Subject, speaker: Speaker, undated = false): string {
  const name = nameWords(subject, speaker, undated)
  return name === undefined ? kindWords(subject, speaker) : `${kindWords(subject, speaker)} (${name})`
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * A statement as a sentence. Words that were and words that are now are marked, so that a page can show them as such.
 * Under the heading of its part (`underHeading`) the part is not named again.
 */
export function sentenceOf(
  statement: Statement,
  speaker: Speaker,
  options: { readonly underHeading?: boolean } = {},
): Stretch[] {
  const { subjects } = statement
  const head = options.underHeading === true ? headOf(subjects).length : 0
  const ofField = statement.field !== undefined
  const holders = subjects
    .slice(head, ofField && !namesItsPart(statement) ? subjects.length : -1)
    .map(one => subjectWords(one, speaker))
  const own = subjects.at(-1)
  const template = templateOf(statement, speaker)
  const undated = template.includes('{before}') || template.includes('{after}')
  const named = subjects.length > head
  const part = own === undefined ? '' : named ? subjectWords(own, speaker, undated) : kindWords(own, speaker)
  const prefix = holders.length === 0 ? '' : `${holders.join(', ')}: `
  const stretches = filled(template, statement, speaker, part)
  return capitalised([{ text: prefix }, ...stretches])
}

/** An assessor who is another person now: the field says already that it is about the assessor. */
function namesItsPart({ field, subjects }: Statement): boolean {
  return field === 'contact' && subjects.length > 0
}

/** The sentence as plain text. */
export function plainSentence(statement: Statement, speaker: Speaker): string {
  return sentenceOf(statement, speaker)
    .map(({ text, mark }) =>
      statement.code !== 'text' || mark === undefined ? text : `[${mark === 'before' ? '−' : '+'}${text}]`,
    )
    .join('')
}

function templateOf({ code, after, before }: Statement, { language }: Speaker): string {
  const { sentences } = wordTexts[language]
  if (code === 'added' && hasTime(after, language)) return sentences.addedDated
  if (code === 'removed' && hasTime(before, language)) return sentences.removedDated
  return sentences[code]
}

const hasTime = (part: Tree | undefined, language: Speaker['language']): boolean =>
  typeof part === 'object' &&
  part !== null &&
  !Array.isArray(part) &&
  spanWords(part as never, language) !== undefined

const split = new Map<string, readonly string[]>()

/** Words and places of a template in turn. There are few templates, and a list of changes uses them over and over. */
function piecesOf(template: string): readonly string[] {
  const known = split.get(template)
  if (known !== undefined) return known
  const pieces = template.split(/\{(\w+)\}/)
  split.set(template, pieces)
  return pieces
}

/** The template with its places filled; values stand as marked stretches of their own. */
function filled(template: string, statement: Statement, speaker: Speaker, part: string): Stretch[] {
  const stretches: Stretch[] = []
  for (const [at, piece] of piecesOf(template).entries()) {
    if (at % 2 === 0) {
      if (piece !== '') stretches.push({ text: piece })
    } else stretches.push(...placeWords(piece, statement, speaker, part))
  }
  return stretches
}

function placeWords(place: string, statement: Statement, speaker: Speaker, part: string): Stretch[] {
  const { language } = speaker
  const { by } = statement
  switch (place) {
    case 'part':
      return [{ text: statement.field === undefined ? part : itemWords(statement, speaker) }]
    case 'field':
      return [{ text: fieldWords(statement, speaker) }]
    case 'by':
      return by === undefined ? [] : [{ text: counted(wordTexts[language].by[by.unit], by.count, language) }]
    case 'words':
      return wordDifference(String(statement.before), String(statement.after))
    case 'before':
      return [{ text: valueSaid(statement, 'before', speaker), mark: 'before' }]
    case 'after':
      return [{ text: valueSaid(statement, 'after', speaker), mark: 'after' }]
    default:
      return [{ text: String(statement[place === 'from' ? 'from' : 'to'] ?? '') }]
  }
}

/** A text of a list by what it says. */
function itemWords(statement: Statement, speaker: Speaker): string {
  return `${fieldWords(statement, speaker)} (${valueSaid(statement, 'after', speaker)})`
}

/** One of the two values of a statement in words. */
export function valueSaid(statement: Statement, side: 'before' | 'after', speaker: Speaker): string {
  const value = statement[side]
  const key = lastOf(statement.field ?? '')
  if (isSpan(value) || statement.field === undefined) return spanWords(value as never, speaker.language) ?? ''
  if (key !== 'contact') return valueWords(value, key, speaker)
  const person = (one: Tree | undefined) => speaker.contacts[String(one)]
  // Who is only reached in another way would read as the same person twice.
  const whole = person(statement.before)?.name === person(statement.after)?.name
  return value === undefined
    ? valueWords(value, key, speaker)
    : personWords(person(value), speaker.language, whole)
}

/** What the changed field is called: with its holder where that is another thing, and marked where it is but the version of a code. */
export function fieldWords({ field = '', subjects }: Statement, { language }: Speaker): string {
  const { nouns, codeVersion } = wordTexts[language]
  const names = field.split('.')
  const last = names.at(-1) ?? ''
  const holder = names.at(-2) ?? subjects.at(-1)?.list
  const found = noun(nouns, `${holder}_${last}`) ?? noun(nouns, last)
  if (found !== undefined) return found
  const code = last.endsWith('Version') ? noun(nouns, last.slice(0, -'Version'.length)) : undefined
  return code === undefined ? last : codeVersion.replace('{noun}', () => code)
}

function noun(nouns: Texts, key: string): string | undefined {
  const found = Object.hasOwn(nouns, key) ? nouns[key] : undefined
  return typeof found === 'string' ? found : undefined
}

const lastOf = (field: string): string => field.slice(field.lastIndexOf('.') + 1)

/** The sentence begins with a capital, unless it begins with a value of the plan. */
function capitalised(stretches: readonly Stretch[]): Stretch[] {
  const [first, ...rest] = stretches.filter(({ text }) => text !== '')
  return first === undefined ? [] : [{ ...first, text: capital(first.text) }, ...rest]
}
