import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { formatDay } from '../../../platform/i18n/format.ts'
import { pickName } from '../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import type { PublicKind, PublicStatement as Statement, WordedField } from '../contract.ts'
import { publicStatementQuery } from './api.ts'
import styles from './statements.module.css'
import { publicTexts } from './texts.ts'

interface PublicStatementProps {
  readonly kind: PublicKind
  readonly children: (statement: Statement) => ReactNode
}

/** A statement that everyone may read, with what is the same for both: whose it is, and whether it is finished. */
export function PublicStatement({ kind, children }: PublicStatementProps) {
  const t = useTexts(publicTexts)
  const { language } = useLanguage()
  const { providerOid = '' } = useParams()
  const query = useQuery(publicStatementQuery(providerOid, kind))
  return (
    <AsyncPage query={query}>
      {statement => {
        const provider = pickName(statement.provider.names, language)?.text ?? ''
        return (
          <Page title={t(`${kind}.title`)} lead={t(`${kind}.lead`, { provider })} width="reading">
            {statement.published ? null : (
              <Note tone="warning" title={t('unfinished')}>
                <p>{t('unfinishedText', { provider })}</p>
              </Note>
            )}
            {children(statement)}
            {statement.publishedAt === undefined ? null : (
              <p className={styles.quiet}>
                {t('publishedOn', { date: formatDay(statement.publishedAt, language) })}
              </p>
            )}
          </Page>
        )
      }}
    </AsyncPage>
  )
}

/** A text that the provider wrote, in the reader's language or in one that it has. */
export function WordedText({
  body,
  field,
  empty,
}: Pick<Statement, 'body'> & { readonly field: WordedField; readonly empty: string }) {
  const { language } = useLanguage()
  const text = body.worded[field]
  const filled = Object.fromEntries(Object.entries(text ?? {}).filter(([, value]) => value.trim() !== ''))
  const name = pickName(filled, language)
  if (name === undefined) return <p className={styles.quiet}>{empty}</p>
  return (
    <p className={styles.text} lang={name.language}>
      {name.text}
    </p>
  )
}
