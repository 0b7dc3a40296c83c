import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Note } from '../../../ui/note.tsx'
import { Progress } from '../../../ui/progress.tsx'
import type { ImportRunView } from '../contract.ts'
import styles from './imports.module.css'
import { Place } from './place.tsx'
import { placeOfKind } from './register-address.ts'
import { goingWords, toneOf } from './run-words.ts'
import { texts } from './texts.ts'

/** What is going on, or what came of it and what to do next. */
export function RunNow({ run, unheard }: { readonly run: ImportRunView; readonly unheard: boolean }) {
  const { state } = run
  if (state === 'done') return <Done run={run} />
  if (state === 'refused' || state === 'stopped') return <NotDone run={run} state={state} />
  return <Going run={run} unheard={unheard} />
}

interface GoingProps {
  readonly run: ImportRunView
  /** The service does not answer: what is shown is what it last told. */
  readonly unheard: boolean
}

function Going({ run, unheard }: GoingProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { explained, pace, progress } = goingWords(run, unheard, language, t)
  return (
    <div className={styles.now}>
      <Progress label={t('run.progress')} value={run.position} total={run.total} text={progress} />
      {pace === undefined ? null : <p>{pace}</p>}
      <p className={pace === undefined ? undefined : styles.quiet}>{explained}</p>
    </div>
  )
}

function Done({ run }: { readonly run: ImportRunView }) {
  const t = useTexts(texts)
  const { refused, vanished, written } = run.counts
  if (refused > 0)
    return (
      <Note tone="warning" title={t('outcome.partly', { count: refused })}>
        <p>{t('outcome.partlyText')}</p>
        <Again run={run} />
      </Note>
    )
  if (written + vanished > 0) return <Note tone="success" title={t('outcome.done')} />
  return (
    <Note tone="success" title={t('outcome.same')}>
      <p>{t('outcome.sameText')}</p>
    </Note>
  )
}

/** Why the whole was not taken or stopped, where, and the way on. */
function NotDone({ run, state }: { readonly run: ImportRunView; readonly state: 'refused' | 'stopped' }) {
  const t = useTexts(texts)
  const { failure } = run
  const mayResume = run.permittedActions.includes('resume')
  return (
    <Note tone={toneOf(run)} title={t(`outcome.${state}`)}>
      {failure === undefined ? null : <p>{failure.text}</p>}
      {failure === undefined || failure.document === '' ? null : (
        <p className={styles.place}>
          {failure.document}
          {failure.pointer === '' ? null : (
            <>
              , <Place kind={run.kind} pointer={failure.pointer} />
            </>
          )}
        </p>
      )}
      <p>{t(`outcome.${state}Text`)}</p>
      {failure?.remedy === 'credentials' ? (
        <>
          <p>{t('outcome.credentials')}</p>
          <ButtonLink to={`${placeOfKind(run.kind)}#settings`}>{t('outcome.openSettings')}</ButtonLink>
        </>
      ) : mayResume ? (
        <p>{t('outcome.stoppedResume')}</p>
      ) : (
        <Again run={run} />
      )}
    </Note>
  )
}

function Again({ run }: { readonly run: ImportRunView }) {
  const t = useTexts(texts)
  return <ButtonLink to={`${placeOfKind(run.kind)}#upload`}>{t('outcome.bringAgain')}</ButtonLink>
}
