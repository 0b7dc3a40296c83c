import { type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import styles from './field.module.css'

interface ChoiceProps<V extends string> {
  readonly label: ReactNode
  readonly value: V
  readonly options: readonly { readonly value: V; readonly text: string }[]
  readonly onChange: (value: V) => void
  readonly hint?: string
  readonly disabled?: boolean
  readonly inline?: boolean
}

/** One of a few: the browser's own list, which every keyboard and screen reader knows. */
export function Choice<V extends string>(props: ChoiceProps<V>) {
  const { label, value, options, onChange, hint, disabled = false, inline = false } = props
  const id = useId()
  return (
    <div className={classes(styles.field, inline && styles.inline)}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <select
        id={id}
        className={classes(styles.input, styles.select)}
        value={value}
        disabled={disabled}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
        onChange={event => {
          const chosen = options.find(option => option.value === event.target.value)
          if (chosen !== undefined) onChange(chosen.value)
        }}
      >
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}
