import { problemOf } from '../../../platform/web/api.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Note } from '../../../ui/note.tsx'
import { Progress } from '../../../ui/progress.tsx'
import styles from './imports.module.css'
import { sizeWords } from './run-words.ts'
import { texts } from './texts.ts'
import type { Sending } from './use-sending.ts'

/** How far the sending is, that it waits for the connection, or why it broke off. */
export function SendingNow({ sending }: { readonly sending: Sending }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const size = (bytes: number): string => sizeWords(bytes, language, t)
  if (!sending.pending) return <BrokenOff sending={sending} />
  const text = t('upload.sent', { sent: size(sending.sent), total: size(sending.total) })
  return (
    <>
      <Progress label={t('upload.sending')} value={sending.sent} total={sending.total} text={text} />
      {sending.waiting ? <Note tone="warning" title={t('upload.retrying')} live="status" compact /> : null}
      <div className={styles.buttons}>
        <Button onPress={sending.cancel}>{t('upload.cancel')}</Button>
      </div>
    </>
  )
}

function BrokenOff({ sending: { error, canGoOn, goOn, cancel } }: { readonly sending: Sending }) {
  const t = useTexts(texts)
  if (error === null || error === undefined) return null
  if (problemOf(error).code === 'file-unreadable')
    return (
      <Note tone="error" title={t('upload.unreadable')} live="alert">
        <p>{t('upload.unreadableText')}</p>
      </Note>
    )
  const { status } = problemOf(error)
  // What the service refuses it will refuse again; only a lost connection is gone on with.
  const passing = canGoOn && (status === 0 || status >= 500 || status === 429)
  return (
    <>
      <Failure error={error} />
      {passing ? (
        <>
          <p>{t('upload.failed')}</p>
          <div className={styles.buttons}>
            <Button look="primary" onPress={goOn}>
              {t('upload.goOn')}
            </Button>
            <Button onPress={cancel}>{t('upload.cancel')}</Button>
          </div>
        </>
      ) : null}
    </>
  )
}
