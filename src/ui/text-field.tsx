import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { classes } from './classes.ts'
import styles from './field.module.css'
import { RequiredMark } from './required-mark.tsx'
import { useTooLong } from './too-long.ts'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string
  readonly error?: string | undefined
  readonly required?: boolean
  readonly multiline?: boolean
  readonly inputMode?: 'numeric' | 'email' | 'tel'
  /** What can be stored. More may be typed and pasted: it is told, never cut. */
  readonly maxLength?: number
  /** Typed unseen, and not what the browser remembers of somebody's own sign-in. */
  readonly secret?: boolean
}

export function TextField(props: TextFieldProps) {
  const { label, value, onChange, hint, required = false, multiline = false, inputMode } = props
  const tooLong = useTooLong(value, props.maxLength)
  const error = props.error ?? tooLong
  const input = classes(styles.input, inputMode === 'numeric' && styles.short)
  return (
    <AriaTextField
      className={styles.field ?? ''}
      value={value}
      onChange={onChange}
      isRequired={required}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...(props.secret === true ? { type: 'password', autoComplete: 'new-password' } : {})}
    >
      <Label className={styles.label ?? ''}>
        {label}
        {required ? <RequiredMark /> : null}
      </Label>
      {hint === undefined ? null : (
        <Text className={styles.hint ?? ''} slot="description">
          {hint}
        </Text>
      )}
      {multiline ? (
        <TextArea className={input} />
      ) : (
        <Input className={input} {...(inputMode === undefined ? {} : { inputMode })} />
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </AriaTextField>
  )
}
