import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import type { PlanDelivery } from '../contract.ts'
import styles from './deliveries.module.css'
import { listReaders } from './readers.ts'
import { RemovalButtons, RemovalStanding } from './removal-parts.tsx'
import { texts } from './texts.ts'
import { useRetryPlan } from './use-acts.ts'

/** The form is fetched when somebody first asks. */
const AskRemoval = lazy(() => import('./ask-removal.tsx'))

/** What most do not need: numbers, tries, and what one may do. */
export function DeliveryDetails({ delivery }: { readonly delivery: PlanDelivery }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [asking, setAsking] = useState(false)
  const retrying = useRetryPlan()
  const roles = useSignedIn()?.roles ?? []
  const { permittedActions: may, planId, removal, state } = delivery
  if (state === undefined && may.length === 0) return null
  const at = (instant: string): string => formatInstant(instant, language)
  return (
    <Disclosure title={t('plan.details')}>
      <Facts dense>
        <NumberFact name={t('plan.approvedVersion')} value={delivery.approvedVersion} />
        <NumberFact name={t('plan.deliveredVersion')} value={delivery.deliveredVersion} />
        <NumberFact name={t('plan.nationalId')} value={delivery.nationalId} />
        {delivery.confirmedAt === undefined ? null : (
          <Fact name={t('plan.confirmed')}>{at(delivery.confirmedAt)}</Fact>
        )}
        <NumberFact
          name={t('plan.attempts')}
          value={delivery.attempts === 0 ? undefined : delivery.attempts}
        />
        {removal === undefined ? null : (
          <Fact name={t('removal.standing')}>
            <RemovalStanding removal={removal} />
          </Fact>
        )}
      </Facts>
      <Tries history={delivery.history} />
      {retrying.error === null ? null : <Failure error={retrying.error} />}
      <div className={styles.buttons}>
        {may.includes('retry') ? (
          <Button pending={retrying.isPending} onPress={() => retrying.mutate(planId)}>
            {state === 'differs' ? t('plan.sendAnyway') : t('plan.retry')}
          </Button>
        ) : null}
        <RemovalButtons planId={planId} name="" permittedActions={may} />
        {may.includes('ask-removal') ? (
          <Button look="quiet" onPress={() => setAsking(true)}>
            {t('plan.askRemoval')}
          </Button>
        ) : null}
      </div>
      {listReaders.some(role => roles.includes(role)) ? (
        <p>
          <Link to="/administration/deliveries">{t('plan.all')}</Link>
        </p>
      ) : null}
      <Suspense>{asking ? <AskRemoval planId={planId} onClose={() => setAsking(false)} /> : null}</Suspense>
    </Disclosure>
  )
}

function NumberFact({ name, value }: { readonly name: string; readonly value: number | undefined }) {
  return value === undefined ? null : <Fact name={name}>{value}</Fact>
}

function Tries({ history }: Pick<PlanDelivery, 'history'>) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return (
    <div>
      <p className={styles.heading}>{t('plan.history')}</p>
      {history.length === 0 ? (
        <p>{t('plan.noHistory')}</p>
      ) : (
        <ol className={styles.tries}>
          {history.map(({ at, failure, outcome, version }) => (
            <li key={`${at} ${outcome}`}>
              <time dateTime={at}>{formatInstant(at, language)}</time>
              <span>
                {t(`outcomes.${outcome}`)}
                {version === undefined ? null : `, ${t('plan.version', { version })}`}
                {failure === undefined ? null : `: ${failure.text}`}
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
