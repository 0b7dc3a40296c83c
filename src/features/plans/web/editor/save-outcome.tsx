import { formatInstant } from '../../../../platform/i18n/format.ts'
import { problemOf } from '../../../../platform/web/api.ts'
import { useReached } from '../../../../platform/web/connection.ts'
import { useLanguage, useTexts } from '../../../../platform/web/language.tsx'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Note } from '../../../../ui/note.tsx'
import { useSaverName } from '../plan-header.tsx'
import styles from './editor.module.css'
import { texts } from './texts.ts'
import type { Outcome } from './use-save-plan.ts'
import { OtherPersonError } from './writing-api.ts'

interface SaveOutcomeProps {
  readonly outcome: Outcome
  readonly onAgain: () => void
  readonly onMerge: () => void
}

/** Why nothing was saved, that nothing is lost, and what to do next. */
export function SaveOutcome({ outcome, onAgain, onMerge }: SaveOutcomeProps) {
  if (outcome.kind === 'failed') return <FailedNote error={outcome.error} onAgain={onAgain} />
  if (outcome.kind === 'conflict') return <ConflictNote outcome={outcome} onMerge={onMerge} />
  return null
}

function FailedNote({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }) {
  const t = useTexts(texts)
  const reached = useReached()
  const why = reasonOf(error)
  const back = why === 'network' && reached
  const { detail, title } = problemOf(error)
  return (
    <Note tone={back ? 'warning' : 'error'} title={t('failure.title')} live="alert">
      <p>
        {back
          ? t('failure.networkBack')
          : why === 'other'
            ? (detail ?? title ?? t('failure.busy'))
            : t(`failure.${why}`)}
      </p>
      <p>{t('failure.kept')}</p>
      <div className={styles.buttons}>
        {why === 'signedOut' || why === 'otherPerson' ? (
          <a href="/" target="_blank" rel="noreferrer">
            {t('failure.signIn')}
          </a>
        ) : null}
        <Button onPress={onAgain}>{t(back ? 'save.save' : 'failure.again')}</Button>
      </div>
    </Note>
  )
}

type Why =
  | 'network'
  | 'signedOut'
  | 'otherPerson'
  | 'forbidden'
  | 'gone'
  | 'refused'
  | 'tooLarge'
  | 'busy'
  | 'other'

function reasonOf(error: unknown): Why {
  if (error instanceof OtherPersonError) return 'otherPerson'
  const { code, status } = problemOf(error)
  if (code === 'network') return 'network'
  if (status === 401) return 'signedOut'
  if (code === 'plans.shape') return 'refused'
  if (code === 'access.forbidden') return 'forbidden'
  if (code === 'plans.not-found') return 'gone'
  if (status === 413) return 'tooLarge'
  return status >= 500 || status === 0 ? 'busy' : 'other'
}

type Conflict = Extract<Outcome, { readonly kind: 'conflict' }>

function ConflictNote({ outcome, onMerge }: { readonly outcome: Conflict; readonly onMerge: () => void }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const saverName = useSaverName()
  const { id, savedAt, savedBy } = outcome.newest
  const exists = problemOf(outcome.error).code === 'plans.exists'
  const time = formatInstant(savedAt, language)
  return (
    <Note tone="warning" title={t('conflict.title')} live="alert">
      <p>{exists ? t('conflict.exists') : t('conflict.text', { name: saverName(savedBy), time })}</p>
      <p>{t('failure.kept')}</p>
      <div className={styles.buttons}>
        <Button look="primary" onPress={onMerge}>
          {t('conflict.merge')}
        </Button>
        {exists ? <ButtonLink to={`/plans/${id}`}>{t('conflict.open')}</ButtonLink> : null}
      </div>
    </Note>
  )
}
