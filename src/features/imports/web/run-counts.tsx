import { formatNumber } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import type { RowCounts } from '../contract.ts'
import styles from './imports.module.css'
import { texts } from './texts.ts'

const which = ['read', 'written', 'unchanged', 'vanished', 'refused'] as const

export function RunCounts({ counts }: { readonly counts: RowCounts }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return (
    <dl className={styles.counts}>
      {which.map(name => (
        <div key={name}>
          <dt>{t(`counts.${name}`)}</dt>
          <dd>{formatNumber(counts[name], language)}</dd>
        </div>
      ))}
    </dl>
  )
}
