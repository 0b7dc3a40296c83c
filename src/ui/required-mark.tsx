import styles from './field.module.css'
import { useUiTexts } from './texts.tsx'

/** Said before saving, to the eye; to others the field itself says that it is required. */
export function RequiredMark() {
  const texts = useUiTexts()
  return (
    <span className={styles.required} aria-hidden="true">
      {' '}
      ({texts.required})
    </span>
  )
}
