import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Note } from '../../../ui/note.tsx'
import { useHasCredentials } from '../../registers/web/public-connection.ts'
import type { NationalSender } from '../../settings/contract.ts'
import { deliveriesQuery } from './api.ts'
import styles from './deliveries.module.css'
import { texts } from './texts.ts'

/** What it means that somebody sends the plans: what happens, how many wait, whether the connection is ready. */
export function SenderAbout({ sender }: { readonly sender: NationalSender }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { data } = useQuery(deliveriesQuery('waiting', language, 1))
  const ready = useHasCredentials('ehoks')
  const waiting = data?.counts.waiting ?? 0
  return (
    <div className={styles.about}>
      <p>
        {t(`settings.${sender}`)} {waiting > 0 ? t('settings.waiting', { count: waiting }) : null}
      </p>
      {sender === 'here' && ready === false ? (
        <Note tone="warning" title={t('settings.connectionMissing')} />
      ) : null}
      {sender === 'here' && ready === true ? <p>{t('settings.connectionThere')}</p> : null}
      <p className={styles.ways}>
        <Link to="/administration/registers/ehoks">{t('settings.connectionLink')}</Link>
        <Link to="/administration/deliveries">{t('settings.overview')}</Link>
      </p>
    </div>
  )
}
