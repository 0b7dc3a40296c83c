import { useAnnounce } from './announcer.tsx'
import { Button } from './button.tsx'
import styles from './shown-once.module.css'

interface ShownOnceProps {
  readonly label: string
  readonly value: string
  readonly copy: string
  /** Told when it has been copied. */
  readonly copied: string
}

/** A text that is shown this once, to be copied or marked by hand. */
export function ShownOnce({ copied, copy, label, value }: ShownOnceProps) {
  const announce = useAnnounce()
  const put = (): void => {
    // Without a secure connection there is no clipboard; the text can then be marked and copied by hand.
    navigator.clipboard?.writeText(value).then(
      () => announce(copied),
      () => undefined,
    )
  }
  return (
    <>
      <p className={styles.label}>{label}</p>
      <code className={styles.value}>{value}</code>
      <Button onPress={put}>{copy}</Button>
    </>
  )
}
