import { type CalendarDate, parseDate } from '@internationalized/date'
import { DateField as AriaDateField, DateInput, DateSegment } from 'react-aria-components/DateField'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { classes } from './classes.ts'
import styles from './field.module.css'
import { RequiredMark } from './required-mark.tsx'

interface DateFieldProps {
  readonly label: string
  /** A plain date, YYYY-MM-DD; empty when there is none. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string
  readonly error?: string | undefined
  readonly required?: boolean
}

/** A date typed in parts, in the order of the reader's language; every part also steps with the arrow keys. */
export function DateField({ label, value, onChange, hint, error, required = false }: DateFieldProps) {
  return (
    <AriaDateField
      className={styles.field ?? ''}
      value={parse(value)}
      onChange={date => onChange(date === null ? '' : date.toString())}
      granularity="day"
      isRequired={required}
      isInvalid={error !== undefined}
      validationBehavior="aria"
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
      <DateInput className={classes(styles.input, styles.date)}>
        {segment => <DateSegment className={styles.segment ?? ''} segment={segment} />}
      </DateInput>
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </AriaDateField>
  )
}

function parse(value: string): CalendarDate | null {
  try {
    return value === '' ? null : parseDate(value)
  } catch {
    return null
  }
}
