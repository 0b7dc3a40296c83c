import type { NoteRow, RunFailure, RunRow } from '../features/imports/queries.ts'
import { refusalText } from '../features/imports/service-view.ts'
import { formatNumber } from '../platform/i18n/format.ts'
import { textOf } from './texts.ts'

// A file with the same fault in every record would hide the rest of the report; all of it is stored.
export const shownAtMost = 20

const nameOf = ({ document }: { readonly document: string }, run: RunRow): string =>
  document === '' || document === run.source ? '' : `${document} `

/** One sentence, with its place where there is one. */
function sentenceOf(refusal: NoteRow | RunFailure): string {
  const { code, params, pointer } = refusal
  const sentence = refusalText({ code, params: params ?? {} }, textOf, 'en')
  return pointer === '' ? sentence : `${pointer}: ${sentence}`
}

/** How a run ended, as lines for a terminal. */
export function linesOf(run: RunRow, notes: readonly NoteRow[]): string[] {
  const { counts, failure, source, state } = run
  if (state === 'refused') {
    return [`${failure?.document || source}: refused. ${failure ? sentenceOf(failure) : ''}`]
  }
  const { read, refused, unchanged, vanished, written } = counts
  const gone = vanished > 0 ? `, ${vanished} no longer in the file` : ''
  const lines = notes
    .slice(0, shownAtMost)
    .map(note =>
      note.code === 'unknown-key'
        ? `  kept ${nameOf(note, run)}${note.pointer}: a key that this version does not know`
        : `  ${note.outcome === 'kept' ? 'note' : 'refused'} ${nameOf(note, run)}${sentenceOf(note)}`,
    )
  return [
    ...(failure ? [`${source}: stopped. ${sentenceOf(failure)}`] : []),
    `${source}: ${read} read, ${written} written, ${unchanged} unchanged${gone}, ${refused} refused`,
    ...lines,
    ...(notes.length > shownAtMost ? ['  … and more: the page of imports has the whole report'] : []),
  ]
}

/** One line of progress, from when this process began to store. */
export function progressLine(
  { position, total }: { readonly position: number; readonly total: number },
  since: { readonly position: number; readonly milliseconds: number },
): string {
  const number = (value: number) => formatNumber(value, 'en')
  const rate = ((position - since.position) / Math.max(since.milliseconds, 1)) * 1000
  const left = rate > 0 ? `, ${number(Math.ceil((total - position) / rate))} s left` : ''
  return `${number(position)} of ${number(total)}, ${number(Math.round(rate))} a second${left}`
}
