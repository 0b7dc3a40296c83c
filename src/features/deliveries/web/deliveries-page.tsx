import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { Async } from '../../../ui/async.tsx'
import { useHashPlace } from '../../../ui/hash-place.ts'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { type DeliveryState, deliveryStates } from '../contract.ts'
import { deliveriesQuery } from './api.ts'
import { DeliveryTable } from './delivery-table.tsx'
import { Overview } from './overview.tsx'
import { RemovalTasks } from './removal-tasks.tsx'
import { RetryAll } from './retry-all.tsx'
import { StateChoice } from './state-choice.tsx'
import { texts } from './texts.ts'

const pageSize = 50
const mostRows = 100
/** How all plans of the provider stand towards the national service. */
export default function DeliveriesPage() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const state = useChosenState()
  const [longAt, setLongAt] = useState<DeliveryState>()
  const limit = longAt === state ? mostRows : pageSize
  const query = useQuery(deliveriesQuery(state, language, limit))
  useHashPlace()
  const administers = useSignedIn()?.roles.includes('administrator') === true
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
              <StateChoice list={list} state={state} />
              <RetryAll list={list} state={state} />
              <DeliveryTable
                state={state}
                list={list}
                {...(list.next !== undefined && limit < mostRows ? { onMore: () => setLongAt(state) } : {})}
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
function useChosenState(): DeliveryState {
  const [params] = useSearchParams()
  return deliveryStates.find(state => state === params.get('state')) ?? 'refused'
}
