import { Link } from 'react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { useImportWords } from '../../imports/web/public-words.ts'
import { type RegisterState, StateFacts } from './register-state.tsx'
import styles from './registers.module.css'
import { RunNowButton } from './run-now-button.tsx'
import { texts } from './texts.ts'

interface RegisterCardProps {
  /** The last word of its page's address. */
  readonly name: string
  readonly register: RegisterState
}

/** One register in the list: what it is for, how fresh, and what one may do. */
export function RegisterCard({ name, register }: RegisterCardProps) {
  const t = useTexts(texts)
  const words = useImportWords()
  const title = words(`kinds.${register.kind}.title`)
  const page = `/administration/registers/${name}`
  const mayUpload = register.permittedActions.some(action => action === 'upload')
  return (
    <article className={styles.card} aria-labelledby={`register-${name}`}>
      <h3 id={`register-${name}`}>
        <Link to={page}>{title}</Link>
      </h3>
      <p>{words(`kinds.${register.kind}.purpose`)}</p>
      <StateFacts register={register} />
      {register.permittedActions.length === 0 ? null : (
        <div className={styles.buttons}>
          <RunNowButton register={register} title={title} look="secondary" />
          {mayUpload ? (
            <ButtonLink to={`${page}#upload`} label={t('bringFileOf', { name: title })}>
              {t('bringFile')}
            </ButtonLink>
          ) : null}
        </div>
      )}
    </article>
  )
}
