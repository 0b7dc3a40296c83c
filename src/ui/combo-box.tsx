import { type ReactNode, useContext, useEffect, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox, ComboBoxStateContext } from 'react-aria-components/ComboBox'
import { FieldError } from 'react-aria-components/FieldError'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { classes } from './classes.ts'
import styles from './combo-box.module.css'
import field from './field.module.css'
import { RequiredMark } from './required-mark.tsx'
import { useTooLong } from './too-long.ts'

export interface ComboOption {
  readonly id: string
  readonly text: string
  /** The language of the text where it is not the page's. */
  readonly lang?: string | undefined
  /** What tells it from others of the same name. */
  readonly detail?: string | undefined
  /** Options of one group stand together under its name. */
  readonly group?: string | undefined
  readonly disabled?: boolean
}

interface ComboBoxProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly required?: boolean
  /** What is chosen now; with `onType` only its text counts. */
  readonly value: ComboOption | undefined
  readonly options: readonly ComboOption[]
  readonly onChoose: (id: string) => void
  /** The text was emptied: nothing is chosen any more. */
  readonly onClear?: () => void
  /** The box has got the focus: somebody begins to look. */
  readonly onEnter?: () => void
  /** Asks for other options; without it all of them are here and are narrowed by what is typed. */
  readonly onSearch?: (text: string) => void
  /** What is typed counts as it is, and the options are suggestions. */
  readonly onType?: (text: string) => void
  /** Said in place of options: loading, nothing found, type more. */
  readonly emptyText: string
  /** Said under the options, such as that there are more. */
  readonly footnote?: ReactNode
  readonly openLabel: string
  /** What can be stored of what is typed. More may be typed and pasted: it is told, never cut. */
  readonly maxLength?: number
}

/** Shown at once: a longer list is narrowed by typing. */
const shownAtMost = 100

/** One of many, found by typing: keyboard, screen reader and touch by React Aria. */
export function ComboBox(props: ComboBoxProps) {
  const { hint, label, onChoose, onSearch, onType, openLabel, options, required = false, value } = props
  // What is being sought; nothing while the chosen stands in the box.
  const [sought, setSought] = useState<string>()
  const text = sought ?? value?.text ?? ''
  const tooLong = useTooLong(text, props.maxLength)
  const error = props.error ?? tooLong
  const narrowed = onSearch === undefined && sought !== undefined ? narrow(options, sought) : options
  const shown = withChosen(narrowed.slice(0, shownAtMost), value, onType !== undefined)
  const change = (typed: string): void => {
    if (typed === text) return
    if (onType === undefined) setSought(typed)
    else onType(typed)
    onSearch?.(typed)
  }
  const choose = (key: string | number | null): void => {
    // The library lets go of what was typed when the page moves under the list: nobody has chosen or left anything.
    if (window.event?.type === 'scroll') return
    setSought(undefined)
    if (sought?.trim() === '') props.onClear?.()
    else if (key !== null && key !== value?.id) onChoose(String(key))
  }
  return (
    <AriaComboBox
      className={field.field ?? ''}
      inputValue={text}
      onInputChange={change}
      // What is typed freely stays in step by itself: told from outside, the list would open again after each choice.
      {...(onType === undefined ? { selectedKey: value?.id ?? null } : {})}
      onSelectionChange={choose}
      disabledKeys={shown.filter(option => option.disabled === true).map(option => option.id)}
      allowsCustomValue={onType !== undefined}
      allowsEmptyCollection={onType === undefined}
      isRequired={required}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label className={field.label ?? ''}>
        {label}
        {required ? <RequiredMark /> : null}
      </Label>
      {hint === undefined ? null : (
        <Text className={field.hint ?? ''} slot="description">
          {hint}
        </Text>
      )}
      <div className={styles.box}>
        <Input
          className={classes(field.input, styles.input)}
          onFocus={event => {
            event.currentTarget.select()
            props.onEnter?.()
          }}
        />
        <Button className={styles.open ?? ''} aria-label={openLabel}>
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      <FieldError className={field.error ?? ''}>{error}</FieldError>
      <OpenWhileTyping />
      <Popover className={styles.popover ?? ''}>
        <ListBox
          className={styles.list ?? ''}
          renderEmptyState={() => <p className={styles.empty}>{props.emptyText}</p>}
        >
          {grouped(shown).map(({ name, members }) =>
            name === '' ? (
              members.map(option => <Option key={option.id} {...option} />)
            ) : (
              <ListBoxSection key={name}>
                <Header className={styles.group ?? ''}>{name}</Header>
                {members.map(option => (
                  <Option key={option.id} {...option} />
                ))}
              </ListBoxSection>
            ),
          )}
        </ListBox>
        {props.footnote === undefined ? null : <p className={styles.footnote}>{props.footnote}</p>}
      </Popover>
    </AriaComboBox>
  )
}

/**
 * The library closes the list when the page moves, and a telephone moves it as soon as its keyboard comes up: while
 * somebody is typing the list comes back.
 */
function OpenWhileTyping() {
  const state = useContext(ComboBoxStateContext)
  const open = state?.isOpen === true ? state.open : undefined
  useEffect(() => {
    if (open === undefined) return
    const back = (event: Event): void => {
      const typing = document.activeElement instanceof HTMLInputElement
      // After the library's own listener has closed it.
      if (typing && event.target === document) setTimeout(() => open(null, 'input'))
    }
    window.addEventListener('scroll', back, true)
    return () => window.removeEventListener('scroll', back, true)
  }, [open])
  return null
}

function Option({ detail, id, lang, text }: ComboOption) {
  return (
    <ListBoxItem className={styles.option ?? ''} id={id} textValue={text}>
      <Text slot="label" {...(lang === undefined ? {} : { lang })}>
        {text}
      </Text>
      {detail === undefined ? null : (
        <Text className={styles.detail ?? ''} slot="description">
          {detail}
        </Text>
      )}
    </ListBoxItem>
  )
}

/** The chosen one is always among them, or the box could not go back to it. */
function withChosen(
  options: readonly ComboOption[],
  value: ComboOption | undefined,
  free: boolean,
): readonly ComboOption[] {
  if (free || value === undefined || options.some(option => option.id === value.id)) return options
  return [...options, value]
}

/** Every typed word begins a word of the option. */
function narrow(options: readonly ComboOption[], sought: string): readonly ComboOption[] {
  const words = wordsOf(sought)
  return options.filter(({ detail = '', text }) => {
    const own = wordsOf(`${text} ${detail}`)
    return words.every(word => own.some(one => one.startsWith(word)))
  })
}

const wordsOf = (text: string): string[] =>
  text
    .toLocaleLowerCase('fi')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')

function grouped(options: readonly ComboOption[]): { name: string; members: readonly ComboOption[] }[] {
  return [...Map.groupBy(options, option => option.group ?? '')].map(([name, members]) => ({ name, members }))
}
