import { Link } from 'react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import type { DeliveryList, DeliveryState } from '../contract.ts'
import styles from './deliveries.module.css'
import { texts } from './texts.ts'

/** What needs somebody comes first. */
const inOrder: readonly DeliveryState[] = ['refused', 'differs', 'waiting', 'removal', 'delivered', 'removed']

interface StateChoiceProps {
  readonly list: DeliveryList
  readonly state: DeliveryState
}

/** How many plans stand in each state, and the way to them. */
export function StateChoice({ list, state: chosen }: StateChoiceProps) {
  const t = useTexts(texts)
  return (
    <nav aria-label={t('list.state')}>
      <ul className={styles.states}>
        {inOrder.map(state => (
          <li key={state}>
            <Link
              to={`?state=${state}`}
              replace
              preventScrollReset
              {...(state === chosen ? { 'aria-current': 'true' as const } : {})}
            >
              {t(`states.${state}`)} <strong>{list.counts[state] ?? 0}</strong>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
