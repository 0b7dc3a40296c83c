import { useTexts } from '../../../platform/web/language.tsx'
import type { CriteriaGroup, CriteriaTarget } from '../contract-texts.ts'
import { Name } from './public-name.tsx'
import styles from './qualification.module.css'
import { TextHead } from './text-head.tsx'
import { texts } from './texts.ts'

interface CriteriaProps {
  readonly groups: readonly CriteriaGroup[]
  readonly level: 'h3' | 'h5'
}

const below = { h3: 'h4', h5: 'h6' } as const

/** What work of each grade is like, target by target. */
export function Criteria({ groups, level }: CriteriaProps) {
  return (
    <div className={styles.passages}>
      {groups.map(({ heading, targets }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have no names of their own and never move
        <div key={at} className={styles.passage}>
          <TextHead heading={heading} level={level} />
          {targets.map((target, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <Target key={index} target={target} level={below[level]} />
          ))}
        </div>
      ))}
    </div>
  )
}

function Target({ target, level }: { readonly target: CriteriaTarget; readonly level: 'h4' | 'h6' }) {
  const t = useTexts(texts)
  const { heading, lead, levels } = target
  return (
    <div className={styles.passage}>
      <TextHead heading={heading} lead={lead} level={level} />
      <dl className={styles.grades}>
        {levels.map(({ grade, items, names }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <div key={at}>
            <dt>
              {names === undefined ? (
                grade === undefined ? (
                  t('unit.accepted')
                ) : (
                  t('unit.grade', { grade })
                )
              ) : (
                <Name names={names} otherwise={grade ?? ''} />
              )}
            </dt>
            <dd>
              <ul className={styles.bullets}>
                {items.map((item, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <li key={index}>
                    <Name names={item} otherwise="" />
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
