import { useEffect } from 'react'
import { request } from '../../platform/web/api.ts'
import { useReached } from '../../platform/web/connection.ts'
import { useTexts } from '../../platform/web/language.tsx'
import styles from './shell.module.css'
import { texts } from './texts.ts'

const pause = 4_000

/** Told quietly while the service is not reached; it goes by itself when the connection is back. */
export function ConnectionBanner() {
  const t = useTexts(texts)
  const reached = useReached()
  useEffect(() => {
    if (reached) return
    // Every answer, of any kind, tells that the service is reached again.
    const ask = (): void => void request('GET', '/api/session').catch(() => undefined)
    const timer = setInterval(ask, pause)
    window.addEventListener('online', ask)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', ask)
    }
  }, [reached])
  return <div role="status">{reached ? null : <p className={styles.connection}>{t('unreached')}</p>}</div>
}
