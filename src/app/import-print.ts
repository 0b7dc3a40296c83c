import type { ImportReport, Refusal } from '../features/imports/contract.ts'
import { en } from '../features/imports/i18n/en.ts'
import { en as plans } from '../features/plans/i18n/en.ts'
import { fill, findText } from '../platform/i18n/texts.ts'

// A file with the same fault in every record would hide the rest of the report; all of it is stored.
const shownAtMost = 20

/** One sentence, with the place in the file. */
export function sentenceOf({ code, params, pointer }: Refusal): string {
  // What is wrong in a plan is told in the words of the plan's own findings.
  const text =
    code === 'plan-fault' ? findText(plans.findings, params?.finding ?? '') : findText(en.refusals, code)
  const sentence = text === undefined ? code : fill(text, params ?? {}, 'en')
  return pointer === '' ? sentence : `${pointer}: ${sentence}`
}

/** The report as lines for a terminal. */
export function linesOf(report: ImportReport): string[] {
  const { counts, file, refusals, unknownKeys } = report
  const [first] = refusals
  if (report.refusedWhole) return [`${file}: refused. ${first ? sentenceOf(first) : ''}`]
  const { read, written, unchanged, vanished, refused } = counts
  const gone = vanished > 0 ? `, ${vanished} no longer in the file` : ''
  return [
    `${file}: ${read} read, ${written} written, ${unchanged} unchanged${gone}, ${refused} refused`,
    ...shown(refusals.map(refusal => `refused ${sentenceOf(refusal)}`)),
    ...shown(unknownKeys.map(pointer => `kept ${pointer}: a key that this version does not know`)),
  ]
}

function shown(lines: readonly string[]): string[] {
  const rest = lines.length - shownAtMost
  const first = lines.slice(0, shownAtMost).map(line => `  ${line}`)
  return rest > 0 ? [...first, `  … and ${rest} more`] : first
}
