import { type ReactNode, useId, useState } from 'react'
import { classes } from './classes.ts'
import styles from './field.module.css'

interface Option<V extends string> {
  readonly value: V
  readonly text: string
  /** The heading under which it stands, together with those next to it that have the same. */
  readonly under?: string
}

interface ChoiceProps<V extends string> {
  readonly label: ReactNode
  readonly value: V
  readonly options: readonly Option<V>[]
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
        {groupsOf(options).map(([first, ...others]) => {
          const shown = [first, ...others].map(({ text, value }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))
          if (first.under === undefined) return shown
          return (
            <optgroup key={first.under} label={first.under}>
              {shown}
            </optgroup>
          )
        })}
      </select>
    </div>
  )
}

type Group<V extends string> = [Option<V>, ...Option<V>[]]

function groupsOf<V extends string>(options: readonly Option<V>[]): Group<V>[] {
  const groups: Group<V>[] = []
  for (const option of options) {
    const last = groups.at(-1)
    if (last !== undefined && last[0].under === option.under) last.push(option)
    else groups.push([option])
  }
  return groups
}
