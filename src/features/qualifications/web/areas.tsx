import { useTexts } from '../../../platform/web/language.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import type { Unit } from '../contract.ts'
import type { AreaText } from '../contract-texts.ts'
import { Criteria } from './criteria.tsx'
import { Passages } from './passages.tsx'
import { Name } from './public-name.tsx'
import styles from './qualification.module.css'
import { texts } from './texts.ts'

interface AreasProps {
  readonly areas: readonly AreaText[]
  readonly unit: Unit | undefined
}

/** Subject areas of a common unit. One code stands once for each language of study: each has its own name and goals. */
export function Areas({ areas, unit }: AreasProps) {
  const t = useTexts(texts)
  return (
    <div className={styles.passages}>
      {areas.map((area, at) => {
        const size = unit?.subjectAreas[at]
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same code stands several times
          <section key={at} className={styles.area}>
            <h3>
              <Name names={area.names} otherwise={area.codeUri} />
            </h3>
            {area.compulsory.length === 0 ? null : (
              <div>
                <h4>
                  {t('unit.compulsory')} <Size points={size?.pointsCompulsory} />
                </h4>
                <Passages passages={area.compulsory} level="h5" />
              </div>
            )}
            {area.optional.length === 0 ? null : (
              <div>
                <h4>
                  {t('unit.optional')} <Size points={size?.pointsOptional} />
                </h4>
                <Passages passages={area.optional} level="h5" />
              </div>
            )}
            {area.criteria.length === 0 ? null : (
              <Disclosure title={t('unit.criteria')}>
                <Criteria groups={area.criteria} level="h5" />
              </Disclosure>
            )}
          </section>
        )
      })}
    </div>
  )
}

function Size({ points }: { readonly points: number | undefined }) {
  const t = useTexts(texts)
  return points === undefined ? null : <span className={styles.bounds}>{t('points', { count: points })}</span>
}
