import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Button } from './button.tsx'
import styles from './menu.module.css'

interface MenuProps<V extends string> {
  readonly label: string
  readonly options: readonly { readonly value: V; readonly text: string }[]
  readonly onChoose: (value: V) => void
  /** While something chosen is under way. */
  readonly pending?: boolean
}

/** A few actions of one kind behind one button. */
export function Menu<V extends string>({ label, options, onChoose, pending = false }: MenuProps<V>) {
  const choose = (key: string | number): void => {
    const chosen = options.find(({ value }) => value === key)
    if (chosen !== undefined) onChoose(chosen.value)
  }
  return (
    <MenuTrigger>
      <Button pending={pending}>
        {label}
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom start">
        <AriaMenu className={styles.menu ?? ''} aria-label={label} onAction={choose}>
          {options.map(({ value, text }) => (
            <MenuItem key={value} id={value} className={styles.item ?? ''}>
              {text}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
