import { Link } from 'react-router'
import { formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { Note } from '../../../ui/note.tsx'
import type { DeliveryList } from '../contract.ts'
import { ageOf } from './age.ts'
import styles from './deliveries.module.css'
import { texts } from './texts.ts'
import { useNextTime } from './use-next-time.ts'

interface OverviewProps {
  readonly list: DeliveryList
  readonly administers: boolean
}

/** Whether anything is sent at all, whether the service answers, and how old the oldest waiting plan is. */
export function Overview({ administers, list }: OverviewProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const nextTime = useNextTime()
  const { oldestWaiting, pause, sender } = list
  const at = (instant: string): string => formatInstant(instant, language)
  return (
    <div className={styles.overview}>
      {sender === 'here' ? null : <Note tone="info" title={t('overview.notHere')} />}
      {pause === undefined ? null : (
        <Note tone="warning" title={t('plan.paused', { text: pause.text })} live="status">
          {pause.message === undefined ? null : <p lang="fi">{pause.message}</p>}
          <p>{t('plan.next', { time: nextTime(pause.nextTryAt) })}</p>
        </Note>
      )}
      <Facts dense>
        <Fact name={t('overview.switch')}>
          {t(`overview.senders.${sender}`)}
          {administers ? (
            <>
              {' '}
              <Link to="/administration#settings">{t('overview.change')}</Link>
            </>
          ) : null}
        </Fact>
        {sender === 'here' ? (
          <Fact name={t('overview.answers')}>
            <Answers list={list} />
            {administers ? (
              <>
                {' '}
                <Link to="/administration/registers/ehoks">{t('overview.connection')}</Link>
              </>
            ) : null}
          </Fact>
        ) : null}
        <Fact name={t('overview.oldest')}>
          {oldestWaiting === undefined
            ? t('overview.none')
            : `${at(oldestWaiting)} (${ageOf(oldestWaiting, Date.now(), language)})`}
        </Fact>
      </Facts>
    </div>
  )
}

/** The last try counts, also before so many have failed that the sending rests. */
function Answers({ list: { pause, unansweredAt } }: Pick<OverviewProps, 'list'>) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  if (pause !== undefined) return t('overview.pausedSince', { time: formatInstant(pause.since, language) })
  if (unansweredAt === undefined) return t('overview.answersYes')
  return t('overview.answersNot', { time: formatInstant(unansweredAt, language) })
}
