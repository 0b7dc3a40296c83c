import { type Names, pickName } from '../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import styles from './qualification.module.css'
import { texts } from './texts.ts'

interface NameProps {
  readonly names: Names | undefined
  /** Said when the register gives no name: most often the code. */
  readonly otherwise: string
}

/** A register's name in the reader's language; else in another one, marked so. */
export function Name({ names, otherwise }: NameProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const name = pickName(names, language)
  if (name === undefined) return otherwise
  if (name.language === language) return name.text
  return (
    <>
      <span lang={name.language}>{name.text}</span>{' '}
      <span className={styles.mark}>({t(`inLanguage.${name.language}`)})</span>
    </>
  )
}

/** The same as a plain text, for sentences and window titles. */
export function useNameOf(): (names: Names | undefined, otherwise: string) => string {
  const { language } = useLanguage()
  return (names, otherwise) => pickName(names, language)?.text ?? otherwise
}

/** The same where there is no place for marks, such as in the options of a choice: marked in the text itself. */
export function useMarkedNameOf(): (names: Names | undefined, otherwise: string) => string {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return (names, otherwise) => {
    const name = pickName(names, language)
    if (name === undefined) return otherwise
    return name.language === language ? name.text : `${name.text} (${t(`inLanguage.${name.language}`)})`
  }
}
