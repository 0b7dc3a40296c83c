import { formatInstant } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/web/language.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Choice } from '../../../../ui/choice.tsx'
import type { ListedVersion } from '../api.ts'
import styles from './history.module.css'
import { historyTexts } from './texts.ts'

interface CompareChoiceProps {
  readonly items: readonly Pick<ListedVersion, 'version' | 'savedAt'>[]
  readonly from: number
  readonly to: number
  readonly onChoose: (chosen: { readonly from?: number; readonly to?: number }) => void
  readonly onOlder?: () => void
}

export function CompareChoice({ items, from, to, onChoose, onOlder }: CompareChoiceProps) {
  const t = useTexts(historyTexts)
  const { language } = useLanguage()
  const listed = items.map(({ version, savedAt }) => ({
    value: String(version),
    text: t('sides.option', { version, time: formatInstant(savedAt, language) }),
  }))
  // A version from the address may be older than those that are listed yet.
  const unlisted = [from, to]
    .filter((version, at, both) => both.indexOf(version) === at)
    .filter(version => !items.some(item => item.version === version))
    .map(version => ({ value: String(version), text: t('sides.column', { version }) }))
  const options = [...listed, ...unlisted]
  return (
    <>
      <div className={styles.choosing}>
        <Choice
          label={t('sides.from')}
          value={String(from)}
          options={options}
          onChange={value => onChoose({ from: Number(value) })}
        />
        <Choice
          label={t('sides.to')}
          value={String(to)}
          options={options}
          onChange={value => onChoose({ to: Number(value) })}
        />
      </div>
      {onOlder === undefined ? null : <Button onPress={onOlder}>{t('sides.older')}</Button>}
    </>
  )
}
