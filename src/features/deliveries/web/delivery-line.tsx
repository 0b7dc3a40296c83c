import type { ReactNode } from 'react'
import { formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Note } from '../../../ui/note.tsx'
import type { PlanDelivery } from '../contract.ts'
import styles from './deliveries.module.css'
import { type PlaceName, RefusalFindings } from './refusal-findings.tsx'
import { DeliveryBadge } from './state-badge.tsx'
import { texts } from './texts.ts'
import { useNextTime } from './use-next-time.ts'

interface DeliveryLineProps {
  readonly delivery: PlanDelivery
  readonly placeName?: PlaceName
  readonly mayEdit: boolean
}

/** One line where all is well or on its way; a note where somebody is needed. */
export function DeliveryLine(props: DeliveryLineProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { delivery } = props
  const { deliveredAt, deliveredVersion, removal, state, wantedVersion = '' } = delivery
  const at = (instant: string | undefined): string =>
    instant === undefined ? '' : formatInstant(instant, language)
  if (state === undefined) return <Unsent delivery={delivery} />
  if (state === 'refused' || state === 'differs' || state === 'removal') return <Needed {...props} />
  return (
    <Line mark={<DeliveryBadge state={state} />}>
      {state === 'waiting' ? <Waiting delivery={delivery} /> : null}
      {state === 'delivered'
        ? t('plan.delivered', { version: deliveredVersion ?? wantedVersion, time: at(deliveredAt) })
        : null}
      {state === 'removed' ? t('plan.removed', { time: at(removal?.confirmedAt) }) : null}
    </Line>
  )
}

/** Nothing goes on by itself: what somebody should do. */
function Needed({ delivery, mayEdit, placeName }: DeliveryLineProps) {
  const t = useTexts(texts)
  const { deliveredVersion, failure, planId, removal, state } = delivery
  if (state === 'refused')
    return (
      <Note tone="error" title={t('plan.refused')}>
        <p>{failure === undefined ? t('plan.refusedAdvice') : failure.text}</p>
        <RefusalFindings
          failure={failure}
          planId={planId}
          mayEdit={mayEdit}
          {...(placeName ? { placeName } : {})}
        />
        {deliveredVersion === undefined ? null : <p>{t('plan.olderThere', { version: deliveredVersion })}</p>}
      </Note>
    )
  if (state === 'differs')
    return (
      <Note tone="warning" title={t('plan.differs')}>
        <p>{t('plan.differsText')}</p>
      </Note>
    )
  return (
    <Note tone="warning" title={t('plan.removal')}>
      <p>{t('plan.removalText')}</p>
      {removal === undefined ? null : (
        <p>
          {t('removal.reason')}: {removal.reason}
        </p>
      )}
    </Note>
  )
}

function Line({ children, mark }: { readonly mark: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={styles.line}>
      {mark}
      <div>{children}</div>
    </div>
  )
}

/** Nothing of the plan was ever to be sent from here: why not. */
function Unsent({ delivery: { sender } }: { readonly delivery: PlanDelivery }) {
  const t = useTexts(texts)
  const key = sender === 'here' ? 'notApproved' : sender === 'register' ? 'byRegister' : 'byNobody'
  return <Line mark={<Badge>{t(`plan.${key}`)}</Badge>}>{t(`plan.${key}Text`)}</Line>
}

function Waiting({ delivery }: { readonly delivery: PlanDelivery }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const nextTime = useNextTime()
  const { failure, nextTryAt, pause, sender, tryingNow, waitingSince, wantedVersion = '' } = delivery
  if (sender !== 'here') return <p>{t('plan.heldBack', { version: wantedVersion })}</p>
  if (tryingNow) return <p>{t('plan.sending', { version: wantedVersion })}</p>
  const next = pause?.nextTryAt ?? nextTryAt
  const why = pause === undefined ? failure?.text : t('plan.paused', { text: pause.text })
  return (
    <>
      <p>
        {waitingSince === undefined
          ? t('plan.queued', { version: wantedVersion })
          : t('plan.waiting', { version: wantedVersion, time: formatInstant(waitingSince, language) })}
      </p>
      {why === undefined ? null : (
        <p>
          {why}
          {next === undefined ? null : ` ${t('plan.next', { time: nextTime(next) })}`}
        </p>
      )}
    </>
  )
}
