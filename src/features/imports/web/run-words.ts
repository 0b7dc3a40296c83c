import { formatNumber } from '../../../platform/i18n/format.ts'
import type { Language } from '../../../platform/i18n/language.ts'
import type { Translate } from '../../../platform/i18n/texts.ts'
import type { Tone } from '../../../ui/note.tsx'
import type { ImportRunView, RowCounts, RunState } from '../contract.ts'
import type { fi } from '../i18n/fi-pages.ts'
import { isCountedInFiles } from './tabular.ts'

type Words = Translate<typeof fi>

export interface Standing {
  readonly state: RunState
  readonly counts: RowCounts
}

export function stateWord({ state, counts }: Standing, t: Words): string {
  return state === 'done' && counts.refused > 0 ? t('states.partly') : t(`states.${state}`)
}

export function toneOf({ state, counts }: Standing): Tone {
  if (state === 'done') return counts.refused > 0 ? 'warning' : 'success'
  if (state === 'refused') return 'error'
  return state === 'stopped' ? 'warning' : 'info'
}

/** Roughly: nobody needs the seconds of an hour. */
export function timeLeft(seconds: number, t: Words): string {
  if (seconds < 60) return t('run.lessThanMinute')
  const minutes = Math.round(seconds / 60)
  if (minutes < 90) return t('run.minutes', { count: minutes })
  return t('run.hours', { count: Math.round(minutes / 60) })
}

export interface GoingWords {
  readonly progress: string
  /** Told only while it goes on. */
  readonly pace: string | undefined
  readonly explained: string
}

/** How far an open run is, how fast, and what that means for who looks on. */
export function goingWords(run: ImportRunView, unheard: boolean, language: Language, t: Words): GoingWords {
  const { position, total } = run
  const files = isCountedInFiles(run.kind)
  // While a service is asked or files are read to their end, nothing is counted yet.
  const progress =
    total === undefined
      ? stateWord(run, t)
      : t(files ? 'run.positionFiles' : 'run.position', { done: position, total })
  if (unheard) return { progress, pace: undefined, explained: t('explained.unheard') }
  return { progress, pace: paceWords(run, files, language, t), explained: explainedWords(run, t) }
}

function paceWords(
  { rate, secondsLeft }: ImportRunView,
  files: boolean,
  language: Language,
  t: Words,
): string | undefined {
  if (rate === undefined) return undefined
  const shown = formatNumber(rate, language, rate < 10 ? 1 : 0)
  if (secondsLeft === undefined) return t(files ? 'run.rateFiles' : 'run.rate', { rate: shown })
  return t(files ? 'run.paceFiles' : 'run.pace', { rate: shown, left: timeLeft(secondsLeft, t) })
}

type Ended = 'done' | 'refused' | 'stopped'
const isEnded = (state: RunState): state is Ended =>
  state === 'done' || state === 'refused' || state === 'stopped'

function explainedWords({ behind, origin, silent, state }: ImportRunView, t: Words): string {
  if (isEnded(state)) return ''
  if (silent === true)
    return t(origin === 'command' || origin === 'demo' ? 'explained.silentCommand' : 'explained.silent')
  return t(state === 'waiting' && behind !== true ? 'explained.next' : `explained.${state}`)
}

/** A size as people tell it: whole kilobytes, and of large ones megabytes. */
export function sizeWords(bytes: number, language: Language, t: Words): string {
  if (bytes >= 1_000_000) return t('upload.size', { size: formatNumber(bytes / 1_000_000, language, 1) })
  const kilobytes = bytes === 0 ? 0 : Math.max(1, Math.round(bytes / 1_000))
  return t('upload.sizeSmall', { size: formatNumber(kilobytes, language) })
}

/** A place in words, and the rest of it as it is: members of a tree have no words of ours. */
export interface Place {
  readonly words: string | undefined
  readonly path: string | undefined
}

/** Where in a file: a row and a column as a spreadsheet shows them, or a record of a list counted from 1. */
export function placeOf(pointer: string, tabular: boolean, t: Words): Place {
  if (pointer === '') return { words: t('place.whole'), path: undefined }
  if (tabular) return { words: cellOf(pointer, t), path: undefined }
  const [, index, path = ''] = /^\/(\d+)(\/.*)?$/.exec(pointer) ?? []
  if (index === undefined) return { words: undefined, path: pointer }
  return { words: t('place.record', { number: Number(index) + 1 }), path: path === '' ? undefined : path }
}

function cellOf(pointer: string, t: Words): string {
  const [row = '', column] = pointer.slice(1).split('/').map(unescaped)
  return column === undefined ? t('place.row', { row }) : t('place.cell', { row, column })
}

const unescaped = (member: string): string => member.replaceAll('~1', '/').replaceAll('~0', '~')
