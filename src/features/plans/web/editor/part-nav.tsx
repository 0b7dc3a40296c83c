import { Link, useNavigate } from 'react-router'
import { useTexts } from '../../../../platform/web/language.tsx'
import { Choice } from '../../../../ui/choice.tsx'
import { Hidden } from '../../../../ui/hidden.tsx'
import type { ShownFinding } from '../api.ts'
import { texts as planTexts } from '../texts.ts'
import { type EditedPart, partOf, placeOfPart } from './edited-parts.ts'
import styles from './editor.module.css'
import { texts } from './texts.ts'
import { usePlaceLink } from './use-place-link.ts'

interface PartNavProps {
  readonly parts: readonly EditedPart[]
  readonly current: EditedPart
  readonly findings: readonly ShownFinding[]
}

/** The parts of the plan: beside the forms where there is room, a choice above them elsewhere. */
export function PartNav({ current, findings, parts }: PartNavProps) {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const navigate = useNavigate()
  const placeLink = usePlaceLink()
  const count = (part: EditedPart) =>
    findings.filter(one => one.severity !== 'info' && partOf(one.pointer) === part).length
  return (
    <>
      <nav className={styles.parts} aria-label={t('parts')}>
        <ul>
          {parts.map(part => (
            <li key={part}>
              <Link
                to={placeLink(placeOfPart(part))}
                {...(part === current ? { 'aria-current': 'true' as const } : {})}
              >
                {named(`sections.${part}`)}
                {count(part) === 0 ? null : (
                  <span className={styles.count}>
                    <span aria-hidden="true">{count(part)}</span>
                    <Hidden>{t('toLookAt', { count: count(part) })}</Hidden>
                  </span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.partChoice}>
        <Choice
          label={t('part')}
          value={current}
          options={parts.map(part => ({
            value: part,
            text:
              count(part) === 0
                ? named(`sections.${part}`)
                : t('partWithFindings', { part: named(`sections.${part}`), count: count(part) }),
          }))}
          onChange={part => void navigate(placeLink(placeOfPart(part)))}
        />
      </div>
    </>
  )
}
