import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { Mark, Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import type { ShownFinding } from './api.ts'
import { findingId } from './finding-note.tsx'
import { FixButton } from './fix-button.tsx'
import { jump } from './jump.ts'
import type { PlaceName } from './place-names.ts'
import { bySeverity } from './placement.ts'
import styles from './summary.module.css'
import { texts } from './texts.ts'

interface SummaryProps {
  readonly findings: readonly ShownFinding[]
  readonly placeName: PlaceName
}

const shownAtFirst = 6

/** What should be looked at, errors first; each line leads to its place in the plan. */
export function FindingsSummary({ findings, placeName }: SummaryProps) {
  const t = useTexts(texts)
  const [all, setAll] = useState(false)
  if (findings.length === 0) return <Note tone="success" title={t('findings.none')} />
  const sorted = bySeverity(findings)
  const shown = all ? sorted : sorted.slice(0, shownAtFirst)
  return (
    <Section id="findings" title={t('findings.title')} count={<Counts findings={findings} />}>
      <ul className={styles.list}>
        {shown.map(finding => (
          <SummaryLine
            key={findingId(findings, finding)}
            finding={finding}
            id={findingId(findings, finding)}
            place={placeName(finding.pointer)}
          />
        ))}
      </ul>
      {shown.length === sorted.length ? null : (
        <Button look="quiet" onPress={() => setAll(true)}>
          {t('findings.all', { count: sorted.length })}
        </Button>
      )}
    </Section>
  )
}

function Counts({ findings }: { readonly findings: readonly ShownFinding[] }) {
  const t = useTexts(texts)
  const of = (severity: ShownFinding['severity']): number =>
    findings.filter(finding => finding.severity === severity).length
  const words = [
    of('error') > 0 ? t('findings.errors', { count: of('error') }) : '',
    of('warning') > 0 ? t('findings.warnings', { count: of('warning') }) : '',
    of('info') > 0 ? t('findings.infos', { count: of('info') }) : '',
  ]
  return words.filter(word => word !== '').join(', ')
}

interface LineProps {
  readonly finding: ShownFinding
  readonly id: string
  readonly place: string
}

function SummaryLine({ finding, id, place }: LineProps) {
  // What the points lack is told group by group where the formation is.
  const toHead = finding.code.startsWith('points-')
  const target = toHead ? 'formation' : id
  return (
    <li className={styles.line}>
      <Mark tone={finding.severity} />
      <div>
        <a href={`#${target}`} onClick={event => jump(event, target, toHead ? 'start' : 'center')}>
          {finding.text}
        </a>
        {place === '' ? null : <p className={styles.place}>{place}</p>}
        <FixButton fix={finding.fix} />
      </div>
    </li>
  )
}
