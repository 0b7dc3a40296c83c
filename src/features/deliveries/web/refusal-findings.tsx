import { Link } from 'react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { usePlaceWords } from '../../plans/web/public-places.ts'
import type { DeliveryFailure } from '../contract.ts'
import styles from './deliveries.module.css'
import { texts } from './texts.ts'

export type PlaceName = (pointer: string) => string

interface RefusalFindingsProps {
  readonly failure: DeliveryFailure | undefined
  readonly planId: string
  readonly mayEdit: boolean
  readonly placeName?: PlaceName
}

/** What the national service said, in its own words, and the way to each place that it named. */
export function RefusalFindings({ failure, mayEdit, placeName, planId }: RefusalFindingsProps) {
  const t = useTexts(texts)
  const words = usePlaceWords()
  if (failure === undefined) return null
  const nameOf = (pointer: string): string => (placeName ?? words)(pointer)
  return (
    <>
      {failure.message === undefined ? null : (
        <p lang="fi" className={styles.quoted}>
          {failure.message}
        </p>
      )}
      {failure.findings.length === 0 ? null : (
        <ul className={styles.findings}>
          {failure.findings.map(({ pointer, text }) => (
            <li key={`${pointer} ${text}`}>
              <strong>{nameOf(pointer)}</strong> <span lang="fi">{text}</span>
              {mayEdit ? (
                <>
                  {' '}
                  <Link
                    to={`/plans/${planId}/edit#${pointer}`}
                    aria-label={t('plan.mendAt', { place: nameOf(pointer) })}
                  >
                    {t('plan.mend')}
                  </Link>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
