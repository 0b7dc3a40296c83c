import { useTexts } from '../../../platform/web/language.tsx'
import type { PathView } from '../contract.ts'
import { Item } from './item.tsx'
import styles from './path.module.css'
import { texts } from './texts.ts'
import { voiceOf } from './voice.ts'

/** The card that a student opens the page for. */
export function Now({ view }: { readonly view: PathView }) {
  const t = useTexts(texts)
  return (
    <section className={styles.now} aria-labelledby="now">
      <h2 id="now">{t('now')}</h2>
      {view.phase === 'running' && view.now.length > 0 ? null : <PhaseWords view={view} />}
      {view.now.map(item => (
        <Item key={item.key} item={item} voice={voiceOf(view)} running />
      ))}
    </section>
  )
}

function PhaseWords({ view }: { readonly view: PathView }) {
  const t = useTexts(texts)
  const [next] = view.next
  return (
    <div className={styles.words}>
      <p>{usePhase(view)}</p>
      {view.phase === 'running' && next !== undefined ? <p>{t('nextStarts', { date: next.start })}</p> : null}
    </div>
  )
}

function usePhase(view: PathView): string {
  const t = useTexts(texts)
  const { phase, startsOn, until } = view
  const voice = voiceOf(view)
  if (phase === 'before')
    return startsOn === undefined
      ? t(`${voice}.phases.before`)
      : t(`${voice}.phases.beforeOn`, { date: startsOn })
  if (phase === 'interrupted')
    return until === undefined
      ? t(`${voice}.phases.interrupted`)
      : t(`${voice}.phases.interruptedUntil`, { date: until })
  if (phase === 'ended')
    return until === undefined ? t(`${voice}.phases.ended`) : t(`${voice}.phases.endedOn`, { date: until })
  if (phase === 'done') return t(`${voice}.phases.done`, { date: until ?? '' })
  return t(`${voice}.phases.${phase}`)
}
