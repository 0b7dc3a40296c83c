import { type ReactNode, useId } from 'react'
import styles from './check.module.css'
import field from './field.module.css'

interface CheckProps {
  /** For an address that leads here. */
  readonly id?: string
  readonly label: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly hint?: string
  readonly disabled?: boolean
}

/** Yes or no: the browser's own box with its label beside it. */
export function Check({ id: given, label, checked, onChange, hint, disabled = false }: CheckProps) {
  const own = useId()
  const id = given ?? own
  return (
    <div className={styles.check}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
        onChange={event => onChange(event.target.checked)}
      />
      <div>
        <label className={field.label} htmlFor={id}>
          {label}
        </label>
        {hint === undefined ? null : (
          <p className={field.hint} id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}
