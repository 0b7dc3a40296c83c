import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { Async } from '../../../ui/async.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { type DeliveryList, type DeliveryState, deliveryStates } from '../contract.ts'
import { deliveriesQuery } from './api.ts'
import styles from './deliveries.module.css'
import { DeliveryTable } from './delivery-table.tsx'
import { Overview } from './overview.tsx'
import { RemovalTasks } from './removal-tasks.tsx'
import { RetryAll } from './retry-all.tsx'
import { texts } from './texts.ts'

const pageSize = 50
const mostRows = 100
/** What needs somebody comes first. */
const inOrder: readonly DeliveryState[] = ['refused', 'differs', 'waiting', 'removal', 'delivered', 'removed']

/** How all plans of the provider stand towards the national service. */
export default function DeliveriesPage() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [state, setState] = useChosenState()
  const [limit, setLimit] = useState(pageSize)
  const query = useQuery(deliveriesQuery(state, language, limit))
  const administers = useSignedIn()?.roles.includes('administrator') === true
  const choose = (chosen: DeliveryState): void => {
    setLimit(pageSize)
    setState(chosen)
  }
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      {...(administers ? { back: { to: '/administration', text: t('back') } } : {})}
    >
      <Async query={query}>
        {list => (
          <>
            <Overview list={list} administers={administers} />
            <Section id="plans" title={t('list.title')}>
              <div className={styles.filter}>
                <StateChoice list={list} state={state} onChange={choose} />
                <RetryAll list={list} state={state} />
              </div>
              <DeliveryTable
                state={state}
                list={list}
                {...(list.next !== undefined && limit < mostRows ? { onMore: () => setLimit(mostRows) } : {})}
              />
            </Section>
            <RemovalTasks />
          </>
        )}
      </Async>
    </Page>
  )
}

/** The state stands in the address, so that a way back and a link lead to the same list. */
function useChosenState(): [DeliveryState, (state: DeliveryState) => void] {
  const [params, setParams] = useSearchParams()
  const chosen = deliveryStates.find(state => state === params.get('state')) ?? 'refused'
  return [chosen, state => setParams({ state }, { replace: true })]
}

interface StateChoiceProps {
  readonly list: DeliveryList
  readonly state: DeliveryState
  readonly onChange: (state: DeliveryState) => void
}

function StateChoice({ list, onChange, state }: StateChoiceProps) {
  const t = useTexts(texts)
  const options = inOrder.map(value => ({
    value,
    text: t('list.choice', { state: t(`states.${value}`), count: list.counts[value] ?? 0 }),
  }))
  return <Choice label={t('list.state')} value={state} options={options} onChange={onChange} />
}
