import { formatDate } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Section } from '../../../ui/section.tsx'
import type { OrganisationView } from '../contract.ts'
import { OrganisationLink } from './organisation-name.tsx'
import styles from './organisations.module.css'
import { SuccessorForm } from './successor-form.tsx'
import { texts } from './texts.ts'

/** Who goes on with its work and whose work it goes on with; an operator may record the former. */
export function Successors({ organisation }: { readonly organisation: OrganisationView }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { permittedActions, predecessors, successors } = organisation
  const mayChange = permittedActions.includes('succeed')
  const on = (date: string) => t('changesOn', { date: formatDate(date, language) })
  if (!mayChange && successors.length + predecessors.length === 0) return null
  return (
    <Section id="successors" title={t('successors')}>
      {successors.length === 0 ? <p>{t('noSuccessors')}</p> : null}
      <ul className={styles.tree}>
        {successors.map(one => (
          <li key={one.oid}>
            <OrganisationLink {...one} />{' '}
            <span className={styles.quiet}>
              {on(one.changesOn)} · {t('source', { source: one.source })}
            </span>
          </li>
        ))}
      </ul>
      {predecessors.length === 0 ? null : (
        <>
          <h3>{t('predecessors')}</h3>
          <ul className={styles.tree}>
            {predecessors.map(one => (
              <li key={one.oid}>
                <OrganisationLink {...one} /> <span className={styles.quiet}>{on(one.changesOn)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayChange ? <SuccessorForm organisation={organisation} /> : null}
    </Section>
  )
}
