import type { Translate } from '../../../platform/i18n/texts.ts'
import type { Tone } from '../../../ui/note.tsx'
import type { RowCounts, RunState } from '../contract.ts'
import type { fi } from '../i18n/fi-pages.ts'

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
