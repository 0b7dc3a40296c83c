import { useTexts } from '../../../platform/web/language.tsx'
import { Hidden } from '../../../ui/hidden.tsx'
import { Note } from '../../../ui/note.tsx'
import type { ShownFinding } from './api.ts'
import { steps } from './placement.ts'
import styles from './plan.module.css'
import { useReading } from './reading.tsx'
import { isFieldKey, texts } from './texts.ts'
import { useValueWords } from './values.tsx'

/** Findings where they belong: beside a field or at the head of a part. */
export function FindingNotes({ findings }: { readonly findings: readonly ShownFinding[] }) {
  const t = useTexts(texts)
  const { findings: all } = useReading()
  if (findings.length === 0) return null
  return (
    <div className={styles.notes}>
      {findings.map(finding => (
        <div key={findingId(all, finding)} id={findingId(all, finding)} tabIndex={-1} className={styles.note}>
          <Note tone={finding.severity} compact>
            <p>
              <Hidden>{t(`findings.${finding.severity}`)}: </Hidden>
              {finding.text}
            </p>
            <FixWords fix={finding.fix} />
          </Note>
        </div>
      ))}
    </div>
  )
}

/** Every finding is drawn once, so its place in the list of all names it. */
export function findingId(all: readonly ShownFinding[], finding: ShownFinding): string {
  return `finding-${all.indexOf(finding) + 1}`
}

/** What would mend it, in words: which field, and what it would become. */
function FixWords({ fix }: { readonly fix: ShownFinding['fix'] }) {
  const t = useTexts(texts)
  const words = useValueWords()
  if (fix === undefined) return null
  const key = steps(fix.pointer).findLast(step => isFieldKey(step))
  const field = key !== undefined && isFieldKey(key) ? t(`fields.${key}`) : fix.pointer
  if (fix.op === 'remove') return <p>{t('findings.fixRemove', { field })}</p>
  if (fix.value === undefined) return <p>{t('findings.fixAdd', { field })}</p>
  return <p>{t('findings.fixSet', { field, value: words(fix.value, fix.pointer) })}</p>
}
