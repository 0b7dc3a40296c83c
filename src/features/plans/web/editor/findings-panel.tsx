import { useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../../../platform/web/language.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Mark } from '../../../../ui/note.tsx'
import { useEditor } from '../editor-context.tsx'
import type { PlaceName } from '../place-names.ts'
import { bySeverity } from '../placement.ts'
import styles from './editor.module.css'
import { FixButton } from './field-findings.tsx'
import { texts } from './texts.ts'
import type { Checked } from './use-check.ts'
import { usePlaceLink } from './use-place-link.ts'

const shownAtFirst = 5

/** Everything that the rules say, each with the way to its place and its fix. */
export function FindingsPanel({
  state,
  placeName,
}: {
  readonly state: Checked['state']
  readonly placeName: PlaceName
}) {
  const t = useTexts(texts)
  const { findings } = useEditor()
  const placeLink = usePlaceLink()
  const [all, setAll] = useState(false)
  const sorted = bySeverity(findings)
  const shown = all ? sorted : sorted.slice(0, shownAtFirst)
  return (
    <section className={styles.lines} aria-labelledby="check-title" id="check">
      <h2 id="check-title">{t('findings.title')}</h2>
      <CheckState state={state} />
      <ul className={styles.lines}>
        {shown.map(finding => (
          <li key={`${finding.code} ${finding.pointer}`} className={styles.line}>
            <Mark tone={finding.severity} />
            <div>
              <Link to={placeLink(finding.pointer)}>{finding.text}</Link>
              <Place name={placeName(finding.pointer)} />
              {finding.fix === undefined ? null : <FixButton fix={finding.fix} />}
            </div>
          </li>
        ))}
      </ul>
      {shown.length === sorted.length ? null : (
        <div>
          <Button look="quiet" onPress={() => setAll(true)}>
            {t('findings.more', { count: sorted.length })}
          </Button>
        </div>
      )}
    </section>
  )
}

/** What concerns the whole plan has no place to name. */
function Place({ name }: { readonly name: string }) {
  return name === '' ? null : <p className={styles.place}>{name}</p>
}

/** Said aloud once it is known; while something is being typed it says nothing. */
function CheckState({ state }: { readonly state: Checked['state'] }) {
  const t = useTexts(texts)
  const { findings } = useEditor()
  const of = (severity: 'error' | 'warning' | 'info'): number =>
    findings.filter(finding => finding.severity === severity).length
  const counts = [
    of('error') > 0 ? t('findings.errors', { count: of('error') }) : '',
    of('warning') > 0 ? t('findings.warnings', { count: of('warning') }) : '',
    of('info') > 0 ? t('findings.infos', { count: of('info') }) : '',
  ].filter(word => word !== '')
  return (
    <p className={styles.quiet} role="status" aria-busy={state === 'waiting'}>
      {state === 'away' ? t('findings.away') : counts.length === 0 ? t('findings.none') : counts.join(', ')}
    </p>
  )
}
