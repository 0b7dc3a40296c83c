import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Link } from 'react-router'
import styles from './button.module.css'
import { classes } from './classes.ts'

type Look = 'primary' | 'secondary' | 'quiet'

interface Common {
  readonly children: ReactNode
  readonly look?: Look
}

interface ButtonProps extends Common {
  readonly onPress?: () => void
  readonly type?: 'button' | 'submit'
  readonly disabled?: boolean
  /** While a save runs: the button keeps the focus and its place, and cannot be pressed again. */
  readonly pending?: boolean
  readonly label?: string
}

export function Button({
  children,
  look = 'secondary',
  onPress,
  type,
  disabled,
  pending,
  label,
}: ButtonProps) {
  return (
    <AriaButton
      className={classes(styles.button, styles[look])}
      type={type ?? 'button'}
      isDisabled={disabled ?? false}
      isPending={pending ?? false}
      {...(onPress === undefined ? {} : { onPress })}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {children}
    </AriaButton>
  )
}

/** Looks like a button, is a link inside the application. */
export function ButtonLink({
  children,
  look = 'secondary',
  to,
  label,
}: Common & { readonly to: string; readonly label?: string }) {
  return (
    <Link
      className={classes(styles.button, styles[look])}
      to={to}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {children}
    </Link>
  )
}

/** Looks like a button, leaves the application's pages (sign-in, a file). */
export function ButtonAnchor({ children, look = 'secondary', href }: Common & { readonly href: string }) {
  return (
    <a className={classes(styles.button, styles[look])} href={href}>
      {children}
    </a>
  )
}
