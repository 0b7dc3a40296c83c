import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/language.tsx'
import type { Cell, Column } from '../contract.ts'
import { isDash } from '../rules-text.ts'
import { workplacesQuery } from './api.ts'
import styles from './drafts.module.css'
import { texts } from './texts.ts'

interface FixesProps {
  readonly cell: Cell
  readonly onFix: (text: string) => void
  /** Reached by Tab only from the cell that has the focus. */
  readonly reachable: boolean
}

/** Why it is asked, what is wrong in a cell, and the answers that would do, each a button. */
export function CellFixes({ cell, onFix, reachable }: FixesProps) {
  const t = useTexts(texts)
  const { error, fixes = [], reason } = cell
  if (error === undefined && reason === undefined && fixes.length === 0) return null
  return (
    <div className={styles.fixes}>
      {reason === undefined ? null : <span className={styles.quiet}>{t(`reasons.${reason}`)}</span>}
      {error === undefined ? null : <span className={styles.error}>{t(`errors.${error}`)}</span>}
      {fixes.map(fix => (
        <button
          key={fix}
          type="button"
          className={styles.fix}
          tabIndex={reachable ? 0 : -1}
          onClick={() => onFix(fix)}
          onKeyDown={event => event.stopPropagation()}
        >
          {isDash(fix) ? t('fix.leaveOut') : t('fix.use', { value: fix })}
        </button>
      ))}
    </div>
  )
}

/** Workplaces that are known, offered by the browser while one is written. */
export function Suggestions({
  id,
  kind,
  typed,
}: {
  readonly id: string
  readonly kind: Column['kind']
  readonly typed: string
}) {
  const { data } = useQuery({
    ...workplacesQuery(typed),
    enabled: kind === 'workplace' && typed.trim().length > 1,
  })
  return (
    <datalist id={id}>
      {(data?.items ?? []).map(({ businessId, name }) => (
        <option
          key={`${name} ${businessId ?? ''}`}
          value={businessId === undefined ? name : `${name} ${businessId}`}
        />
      ))}
    </datalist>
  )
}
