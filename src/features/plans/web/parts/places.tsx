import { type ReactNode, useState } from 'react'
import { useTexts } from '../../../../platform/web/language.tsx'
import { Check } from '../../../../ui/check.tsx'
import { classes } from '../../../../ui/classes.ts'
import { DateField } from '../../../../ui/date-field.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { textLimit } from '../../rules-bounds.ts'
import { valueAt } from '../editor/body.ts'
import { FieldFindings } from '../editor/field-findings.tsx'
import { useEditor } from '../editor-context.tsx'
import styles from './parts.module.css'
import { linesIn, numberIn } from './reading-numbers.ts'
import { texts } from './texts.ts'

interface PlaceProps {
  readonly pointer: string
  readonly label: string
  readonly hint?: string
  readonly required?: boolean
}

interface FieldProps {
  readonly pointer: string
  /** Shows what is said of every place inside too. */
  readonly inside?: boolean
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A field of a part with what the rules say of it. */
export function Field({ pointer, inside = false, wide = false, children }: FieldProps) {
  return (
    <div className={classes(styles.field, wide && styles.wide)}>
      {children}
      <FieldFindings pointer={pointer} inside={inside} />
    </div>
  )
}

export function TextPlace({
  pointer,
  multiline = false,
  ...field
}: PlaceProps & { readonly multiline?: boolean }) {
  const { plan, set } = useEditor()
  const value = valueAt(plan, pointer)
  const { required = false } = field
  return (
    <Field pointer={pointer} wide={multiline}>
      <TextField
        {...field}
        multiline={multiline}
        maxLength={textLimit}
        value={typeof value === 'string' ? value : ''}
        // What the contract demands stays, empty, so that the part keeps its shape.
        onChange={text => set(pointer, text === '' && !required ? undefined : text)}
      />
    </Field>
  )
}

export function DatePlace({ pointer, ...field }: PlaceProps) {
  const t = useTexts(texts)
  const { plan, set } = useEditor()
  const value = valueAt(plan, pointer)
  const date = typeof value === 'string' ? value : ''
  return (
    <Field pointer={pointer}>
      <DateField
        {...field}
        value={date}
        onChange={text => set(pointer, text === '' ? undefined : text)}
        error={field.required === true && date === '' ? t('problems.date') : undefined}
      />
    </Field>
  )
}

interface NumberPlaceProps extends PlaceProps {
  readonly whole?: boolean
  readonly range?: { readonly min: number; readonly max: number }
}

/** A number; what is not one yet stays as it was typed. */
export function NumberPlace({ pointer, whole = false, range, ...field }: NumberPlaceProps) {
  const t = useTexts(texts)
  const { plan, set, setTyped, typed } = useEditor()
  const value = valueAt(plan, pointer)
  const half = typed(pointer)
  const change = (text: string): void => {
    const number = numberIn(text, { whole, ...range })
    setTyped(pointer, number === null ? text : undefined)
    if (number !== null) set(pointer, number)
  }
  const problem =
    range === undefined ? t(whole ? 'problems.whole' : 'problems.number') : t('problems.range', range)
  return (
    <Field pointer={pointer}>
      <TextField
        {...field}
        inputMode="numeric"
        value={half ?? (typeof value === 'number' ? String(value).replace('.', ',') : '')}
        onChange={change}
        error={half === undefined ? undefined : problem}
      />
    </Field>
  )
}

export function CheckPlace({ pointer, label, hint }: PlaceProps) {
  const { plan, set } = useEditor()
  return (
    <Field pointer={pointer}>
      <Check
        label={label}
        {...(hint === undefined ? {} : { hint })}
        checked={valueAt(plan, pointer) === true}
        onChange={checked => set(pointer, checked ? true : undefined)}
      />
    </Field>
  )
}

/** A list of short texts, one on each line. */
export function LinesPlace({ pointer, required = false, hint, label }: PlaceProps) {
  const t = useTexts(texts)
  const { plan, set } = useEditor()
  const value = valueAt(plan, pointer)
  const stored = Array.isArray(value) ? value.filter(one => typeof one === 'string') : []
  // Empty lines and spaces at ends are no values, and yet must not vanish under the one who types them.
  const [raw, setRaw] = useState<string>()
  const shown = raw !== undefined && same(linesIn(raw), stored) ? raw : stored.join('\n')
  const change = (text: string): void => {
    setRaw(text)
    const lines = linesIn(text)
    set(pointer, lines.length === 0 && !required ? undefined : lines)
  }
  return (
    <Field pointer={pointer} inside wide>
      <TextField label={label} hint={hint ?? t('linesHint')} multiline value={shown} onChange={change} />
    </Field>
  )
}

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((line, at) => line === b[at])
