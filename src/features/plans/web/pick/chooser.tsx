import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { pickName } from '../../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../../platform/web/language.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Check } from '../../../../ui/check.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import type { Names } from '../../../codes/contract.ts'
import { codeKey } from '../../../codes/rules.ts'
import { texts } from '../parts/texts.ts'
import styles from './pick.module.css'

export interface Choosable {
  readonly code: string
  readonly codeVersion: number
  readonly names: Names
  /** How large it is, in words. */
  readonly size?: string | undefined
}

export interface ChoosableGroup {
  readonly key: string
  readonly name: string
  readonly items: readonly Choosable[]
}

interface ChooserProps {
  readonly groups: readonly ChoosableGroup[]
  /** Codes that stand in the plan already: shown, marked, and not to be chosen again. */
  readonly taken: readonly string[]
  readonly onAdd: (chosen: readonly Choosable[]) => void
  readonly onClose: () => void
  /** Drawn above the list, such as the way to another qualification. */
  readonly children?: ReactNode
}

/** Several of many, by groups and by name: checked one after another, added at once. */
export function Chooser({ groups, taken, onAdd, onClose, children }: ChooserProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const inPlan = new Set(taken.map(codeKey))
  const nameOf = ({ code, names }: Choosable): string => pickName(names, language)?.text ?? code
  const matching = groups
    .map(group => ({ ...group, items: group.items.filter(item => matches(nameOf(item), text)) }))
    .filter(group => group.items.length > 0)
  const toggle = (code: string): void => {
    const next = new Set(chosen)
    if (!next.delete(code)) next.add(code)
    setChosen(next)
  }
  const add = (): void => {
    onAdd(groups.flatMap(group => group.items).filter(item => chosen.has(item.code)))
    setChosen(new Set())
  }
  return (
    <div className={styles.chooser}>
      {children}
      {groups.reduce((sum, group) => sum + group.items.length, 0) > 12 ? (
        <TextField label={t('chooser.filter')} value={text} onChange={setText} />
      ) : null}
      <div className={styles.choices}>
        {matching.length === 0 ? <p role="status">{t('chooser.noMatch')}</p> : null}
        {matching.map(group => (
          <fieldset key={group.key} className={styles.choiceGroup}>
            <legend>{group.name}</legend>
            {group.items.map(item => (
              <Check
                key={item.code}
                label={<Named item={item} name={nameOf(item)} />}
                checked={chosen.has(item.code) || inPlan.has(codeKey(item.code))}
                disabled={inPlan.has(codeKey(item.code))}
                {...(inPlan.has(codeKey(item.code)) ? { hint: t('chooser.inPlan') } : {})}
                onChange={() => toggle(item.code)}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <div className={styles.buttons}>
        <Button look="primary" onPress={add} disabled={chosen.size === 0}>
          {chosen.size === 0 ? t('chooser.nothing') : t('chooser.chosen', { count: chosen.size })}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t('chooser.cancel')}
        </Button>
      </div>
    </div>
  )
}

function Named({ item, name }: { readonly item: Choosable; readonly name: string }) {
  const { language } = useLanguage()
  const spoken = pickName(item.names, language)?.language
  return (
    <>
      <span {...(spoken === undefined || spoken === language ? {} : { lang: spoken })}>{name}</span>
      {item.size === undefined ? null : <span className={styles.size}>{item.size}</span>}
    </>
  )
}

function matches(name: string, text: string): boolean {
  const words = text.toLocaleLowerCase('fi').split(/\s+/)
  const own = name.toLocaleLowerCase('fi').split(/[^\p{L}\p{N}]+/u)
  return words.every(word => own.some(one => one.startsWith(word)))
}

interface AddingProps {
  readonly text: string
  /** Draws what one chooses from, with the ways to leave it: back to the button, or on to what was added. */
  readonly children: (close: () => void, leave: () => void) => ReactNode
}

/** A button that opens what one chooses from in its place. */
export function Adding({ text, children }: AddingProps) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLDivElement>(null)
  const close = (): void => {
    setOpen(false)
    requestAnimationFrame(() => button.current?.querySelector('button')?.focus())
  }
  if (open)
    return (
      <section className={styles.adding} aria-labelledby={id}>
        <Title id={id} text={text} />
        {children(close, () => setOpen(false))}
      </section>
    )
  return (
    <div ref={button}>
      <Button onPress={() => setOpen(true)}>{text}</Button>
    </div>
  )
}

/** Takes the focus from the button that it stands in place of. */
function Title({ id, text }: { readonly id: string; readonly text: string }) {
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => line.current?.focus(), [])
  return (
    <p ref={line} id={id} tabIndex={-1} className={styles.addingTitle}>
      {text}
    </p>
  )
}
