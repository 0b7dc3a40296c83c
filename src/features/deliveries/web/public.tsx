import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Async } from '../../../ui/async.tsx'
import type { PlanDelivery } from '../contract.ts'
import { planDeliveryQuery } from './api.ts'
import styles from './deliveries.module.css'
import { DeliveryDetails } from './delivery-details.tsx'
import { DeliveryLine } from './delivery-line.tsx'
import { deliveryReaders } from './readers.ts'
import type { PlaceName } from './refusal-findings.tsx'
import { texts } from './texts.ts'

interface DeliveryStateProps {
  readonly planId: string
  /** The approved version that the page knows: when it changes the sending is looked at anew. */
  readonly approvedVersion?: number | undefined
  /** How the page names a place of the plan. */
  readonly placeName?: PlaceName
  /** Whether the reader may mend what was refused. */
  readonly mayEdit?: boolean
}

/** How a plan stands towards the national service; follows by itself while something is under way. */
export function DeliveryState(props: DeliveryStateProps) {
  const roles = useSignedIn()?.roles ?? []
  return deliveryReaders.some(role => roles.includes(role)) ? <Shown {...props} /> : null
}

function Shown({ planId, approvedVersion, placeName, mayEdit = false }: DeliveryStateProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const query = useQuery(planDeliveryQuery(planId, language, approvedVersion))
  useSayingChanges(query.data)
  return (
    <section className={styles.state} aria-label={t('service')}>
      <Async query={query}>
        {delivery => (
          <>
            <DeliveryLine delivery={delivery} mayEdit={mayEdit} {...(placeName ? { placeName } : {})} />
            <DeliveryDetails delivery={delivery} />
          </>
        )}
      </Async>
    </section>
  )
}

/** What changed by itself is said once; what stood there when the page opened is read in its place. */
function useSayingChanges(delivery: PlanDelivery | undefined): void {
  const t = useTexts(texts)
  const announce = useAnnounce()
  const before = useRef<string>(undefined)
  const state = delivery?.state
  const now = delivery === undefined ? undefined : `${delivery.planId} ${state} ${delivery.deliveredVersion}`
  useEffect(() => {
    const samePlan = before.current?.split(' ')[0] === now?.split(' ')[0]
    if (now !== before.current && samePlan && state !== undefined)
      announce(t('plan.announced', { state: t(`states.${state}`) }))
    if (now !== undefined) before.current = now
  }, [now, state, announce, t])
}
