import { useTexts } from '../../../platform/web/language.tsx'
import { Hidden } from '../../../ui/hidden.tsx'
import { Note } from '../../../ui/note.tsx'
import type { ShownFinding } from './api.ts'
import { FixButton } from './fix-button.tsx'
import styles from './plan.module.css'
import { useReading } from './reading.tsx'
import { texts } from './texts.ts'

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
            <FixButton fix={finding.fix} />
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
