import { pickName } from '../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { ownName } from './own-names.ts'
import styles from './plan.module.css'
import { useReading } from './reading.tsx'
import { texts } from './texts.ts'

/**
 * The name of a code in the reader's language; else in another, marked so; else the code itself,
 * marked as one without a name here, or as one that is not in its code set.
 */
export function CodeName({ code, known }: { readonly code: string; readonly known?: string | undefined }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { names } = useReading()
  const name = pickName(Object.hasOwn(names, code) ? names[code] : undefined, language)
  const own = known ?? ownName(code, t)
  // Our words in the reader's language before the register's in another.
  if (name?.language !== language && own !== undefined) return own
  if (name === undefined)
    return (
      <>
        <code className={styles.code}>{code}</code>{' '}
        <span className={styles.mark}>{t(Object.hasOwn(names, code) ? 'nameMissing' : 'unknownCode')}</span>
      </>
    )
  if (name.language === language) return name.text
  return (
    <>
      <span lang={name.language}>{name.text}</span>{' '}
      <span className={styles.mark}>{t(`inLanguage.${name.language}`)}</span>
    </>
  )
}
