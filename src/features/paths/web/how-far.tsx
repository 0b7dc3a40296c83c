import { useTexts } from '../../../platform/web/language.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { Section } from '../../../ui/section.tsx'
import type { PathPart, PathView } from '../contract.ts'
import { Name } from './name.tsx'
import styles from './path.module.css'
import { texts } from './texts.ts'
import { type Voice, voiceOf } from './voice.ts'

export function HowFarSection({ view }: { readonly view: PathView }) {
  const t = useTexts(texts)
  const { howFar } = view
  const voice = voiceOf(view)
  if (howFar === undefined) return null
  const { endsOn, parts, points, weeksLeft } = howFar
  const done = parts.recognised + parts.shown
  return (
    <Section id="how-far" title={t(`${voice}.howFar`)}>
      {points === undefined ? (
        <Progress
          label={t('progress')}
          value={done}
          total={Math.max(parts.total, 1)}
          text={t('partsDone', { done, total: parts.total })}
        />
      ) : (
        <Progress
          label={t('progress')}
          value={points.recognised + points.shown}
          total={points.total}
          text={t('pointsDone', { done: points.recognised + points.shown, total: points.total })}
        />
      )}
      <div className={styles.words}>
        {parts.recognised === 0 ? null : <p>{t(`${voice}.recognised`, { count: parts.recognised })}</p>}
        {parts.shown === 0 ? null : <p>{t(`${voice}.shown`, { count: parts.shown })}</p>}
        {weeksLeft === undefined || endsOn === undefined ? null : (
          <p>{t(`${voice}.weeksLeft`, { count: weeksLeft, date: endsOn })}</p>
        )}
      </div>
      {view.parts.length === 0 ? null : (
        <Disclosure title={t('parts')}>
          <Parts parts={view.parts} voice={voice} />
        </Disclosure>
      )}
    </Section>
  )
}

interface PartsProps {
  readonly parts: readonly PathPart[]
  readonly voice: Voice
}

function Parts({ parts, voice }: PartsProps) {
  const t = useTexts(texts)
  return (
    <ul className={styles.parts}>
      {parts.map(({ key, name, points, state }) => (
        <li key={key}>
          <strong>
            <Name name={name} />
          </strong>
          <span className={styles.quiet}>
            {state === 'recognised' ? t(`${voice}.known`) : t(`states.${state}`)}
            {points === undefined ? null : `. ${t('points', { count: points })}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
