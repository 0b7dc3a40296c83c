import { Label } from 'react-aria-components/Label'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import styles from './progress.module.css'

interface ProgressProps {
  readonly label: string
  /** How far, of `total`; without a total nobody knows yet how long it takes. */
  readonly value: number
  readonly total: number | undefined
  /** How far in words; said instead of a percentage. */
  readonly text: string
}

/** How far something is. Not a live region: whoever wants to know looks, and nobody is interrupted. */
export function Progress({ label, value, total, text }: ProgressProps) {
  const known = total !== undefined && total > 0
  const share = known ? Math.min(1, value / total) : 0
  return (
    <ProgressBar
      className={styles.progress ?? ''}
      isIndeterminate={!known}
      value={share * 100}
      valueLabel={text}
    >
      <div className={styles.words}>
        <Label>{label}</Label>
        <span className={styles.text}>{text}</span>
      </div>
      <div className={styles.track}>
        <div
          className={known ? styles.bar : styles.moving}
          style={known ? { width: `${share * 100}%` } : undefined}
        />
      </div>
    </ProgressBar>
  )
}
