import { useId } from 'react'
import { Hidden } from '../../../../ui/hidden.tsx'
import styles from './controls.module.css'

interface SegmentsProps<V extends string> {
  readonly label: string
  /** None is chosen when what is shown is none of them. */
  readonly value: V | undefined
  readonly options: readonly { readonly value: V; readonly text: string }[]
  readonly onChange: (value: V) => void
}

/** One of two or three, all in sight: the browser's own radio buttons in one frame. */
export function Segments<V extends string>({ label, value, options, onChange }: SegmentsProps<V>) {
  const name = useId()
  return (
    <fieldset className={styles.segments}>
      <legend>
        <Hidden>{label}</Hidden>
      </legend>
      {options.map(option => (
        <label key={option.value} className={styles.segment}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.text}</span>
        </label>
      ))}
    </fieldset>
  )
}
