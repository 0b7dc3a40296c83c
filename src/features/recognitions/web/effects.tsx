import { formatDateRange } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Note } from '../../../ui/note.tsx'
import type { Effect, EffectList } from '../contract.ts'
import { partText } from './names.tsx'
import styles from './recognitions.module.css'
import { texts } from './texts.ts'

interface EffectsProps {
  readonly effect: { readonly data: EffectList | undefined; readonly error: unknown }
}

/** What a decision does to the plan; and with whom its agreements are to be talked over. */
export function Effects({ effect: { data, error } }: EffectsProps) {
  const t = useTexts(texts)
  const words = useEffectWords()
  if (error !== null) return <Failure error={error} />
  if (data === undefined) return <p role="status">{t('effectLoading')}</p>
  const changed = data.items.filter(one => one.kind === 'period-removed' || one.kind === 'period-shortened')
  const agreed = changed.flatMap(one => (one.agreement === true ? [one.workplace ?? '–'] : []))
  return (
    <div className={styles.told}>
      <h4>{t('effect')}</h4>
      <ul className={styles.effects}>
        {data.items.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two periods may be told alike
          <li key={at}>{words(one)}</li>
        ))}
      </ul>
      {agreed.length === 0 ? null : (
        <Note tone="warning">
          <p>{t('agreements', { names: [...new Set(agreed)].join(', ') })}</p>
        </Note>
      )}
    </div>
  )
}

function useEffectWords() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return ({ end, kind, part, start, workplace }: Effect): string => {
    if (kind === 'prior-added' || kind === 'unit-removed' || kind === 'unit-kept')
      return t(`effects.${kind}`, { part: partText(part, language) })
    const dates = start === undefined ? '' : formatDateRange(start, end, language)
    if (kind === 'period-removed' || kind === 'period-shortened' || kind === 'period-kept')
      return t(`effects.${kind}`, { dates, place: workplace === undefined ? '' : ` (${workplace})` })
    return t(`effects.${kind}`, { dates })
  }
}
