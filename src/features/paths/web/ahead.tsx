import { formatDateRange } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Section } from '../../../ui/section.tsx'
import type { PathItem, PathView } from '../contract.ts'
import { Item } from './item.tsx'
import styles from './path.module.css'
import { texts } from './texts.ts'
import { type Voice, voiceOf } from './voice.ts'

/** What comes after now: the next things, the demonstrations, and the time that nobody has planned. */
export function Ahead({ view }: { readonly view: PathView }) {
  const t = useTexts(texts)
  const voice = voiceOf(view)
  if (view.plan === undefined || view.phase === 'done' || view.phase === 'ended') return null
  return (
    <>
      <Section id="next" title={t('next')}>
        {view.next.length === 0 ? <p>{t('nextNone')}</p> : <Items items={view.next} voice={voice} />}
      </Section>
      {view.demonstrations.length === 0 ? null : (
        <Section id="demonstrations" title={t('demonstrations')}>
          <Items items={view.demonstrations} voice={voice} />
        </Section>
      )}
      <Gaps view={view} />
    </>
  )
}

interface ItemsProps {
  readonly items: readonly PathItem[]
  readonly voice: Voice
}

function Items({ items, voice }: ItemsProps) {
  return (
    <ol className={styles.items}>
      {items.map(item => (
        <li key={item.key}>
          <Item item={item} voice={voice} />
        </li>
      ))}
    </ol>
  )
}

function Gaps({ view }: { readonly view: PathView }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  if (view.gaps.length === 0) return null
  return (
    <Section id="gaps" title={t('gaps')}>
      <ul>
        {view.gaps.map(({ end, start }) => (
          <li key={start}>
            {end === undefined
              ? t('gapOpen', { date: start })
              : t('gap', { days: formatDateRange(start, end, language) })}
          </li>
        ))}
      </ul>
      <p>{t(`${voiceOf(view)}.gapAdvice`)}</p>
    </Section>
  )
}
