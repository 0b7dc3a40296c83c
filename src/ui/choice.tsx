import { type ReactNode, useId, useState } from 'react'
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
  // What is kept in the address comes back a moment later; a second key must go on from the first one's choice.
  const [chosen, setChosen] = useState({ value, over: value })
  if (chosen.over !== value) setChosen({ value, over: value })
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
        value={chosen.value}
        disabled={disabled}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
        onChange={event => {
          const option = options.find(each => each.value === event.target.value)
          if (option === undefined) return
          setChosen({ value: option.value, over: value })
          onChange(option.value)
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
