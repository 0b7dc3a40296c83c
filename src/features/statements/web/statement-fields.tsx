import { useTexts } from '../../../platform/web/language.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import fields from '../../../ui/field.module.css'
import { TextField } from '../../../ui/text-field.tsx'
import type { PlainField, Worded, WordedField } from '../contract.ts'
import { assessors, statuses } from '../rules.ts'
import styles from './statements.module.css'
import { texts } from './texts.ts'

interface InputProps<F, V> {
  readonly field: F
  readonly value: V
  readonly error: string | undefined
  readonly onChange: (value: V) => void
}

export function PlainInput({ field, value, error, onChange }: InputProps<PlainField, string>) {
  const t = useTexts(texts)
  const label = t(`fields.${field}`)
  if (field === 'status')
    return (
      <Choice
        label={label}
        value={statuses.find(one => one === value) ?? 'partial'}
        options={statuses.map(one => ({ value: one, text: t(`statuses.${one}`) }))}
        onChange={onChange}
      />
    )
  if (field === 'assessedBy')
    return (
      <Choice
        label={label}
        value={assessors.find(one => one === value) ?? 'self'}
        options={assessors.map(one => ({ value: one, text: t(`assessors.${one}`) }))}
        onChange={onChange}
      />
    )
  if (field === 'assessedOn')
    return <DateField label={label} value={value} onChange={onChange} error={error} />
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      maxLength={500}
      error={error}
      {...(field === 'contactEmail' ? { inputMode: 'email' } : {})}
    />
  )
}

const languages = ['fi', 'sv', 'en'] as const

/** One text in the three languages, side by side under its name. */
export function WordedInput({ field, value, error, onChange }: InputProps<WordedField, Worded>) {
  const t = useTexts(texts)
  const name = t(`fields.${field}`)
  return (
    <fieldset className={fields.group}>
      <legend>{name}</legend>
      <div className={styles.languages}>
        {languages.map(language => (
          <TextField
            key={language}
            label={t('inLanguage', { field: name, language: t(`languages.${language}`) })}
            value={value[language]}
            onChange={text => onChange({ ...value, [language]: text })}
            maxLength={8000}
            multiline
            error={value[language].trim() === '' ? error : undefined}
          />
        ))}
      </div>
    </fieldset>
  )
}
