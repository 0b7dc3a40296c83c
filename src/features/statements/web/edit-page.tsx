import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import type { StatementKind, StatementView } from '../contract.ts'
import { statementQuery } from './api.ts'
import { KeptForList } from './kept-for.tsx'
import { PublishedBadge } from './overview-page.tsx'
import { StatementForm } from './statement-form.tsx'
import styles from './statements.module.css'
import { texts } from './texts.ts'

/** Where an administrator completes and publishes a statement. */
export default function EditPage() {
  const t = useTexts(texts)
  const { kind = '' } = useParams()
  const known = (['accessibility', 'privacy', 'processing'] as const).find(one => one === kind)
  const query = useQuery(statementQuery(known ?? 'accessibility'))
  const [said, setSaid] = useState<string>()
  const back = { to: '/administration/statements', text: t('backToAll') }
  return (
    <AsyncPage query={query} back={back}>
      {statement => (
        <Page
          title={t(`kinds.${statement.kind}`)}
          lead={t(`about.${statement.kind}`)}
          back={back}
          width="medium"
          {...(statement.kind === 'processing' ? {} : { actions: <PublicLink statement={statement} /> })}
        >
          <p className={styles.state}>
            <PublishedBadge statement={statement} />
          </p>
          {said === undefined ? null : <Note tone="success" title={said} live="status" />}
          {statement.missing.length === 0 ? null : (
            <Note tone="warning" title={t('missing', { count: statement.missing.length })}>
              <p>{t('missingHint')}</p>
            </Note>
          )}
          {/* A statement of another version is another form: what was read anew replaces what was typed. */}
          <StatementForm key={statement.version} statement={statement} onSaid={setSaid} />
          {statement.kind === 'accessibility' ? null : (
            <Section id="kept" title={t('keptFor')}>
              <p className={styles.quiet}>{t('keptForHint')}</p>
              <KeptForList keptFor={statement.keptFor} />
            </Section>
          )}
          <Versions statement={statement} />
        </Page>
      )}
    </AsyncPage>
  )
}

function PublicLink({ statement }: { readonly statement: StatementView & { readonly kind: StatementKind } }) {
  const t = useTexts(texts)
  return <ButtonLink to={`/statements/${statement.providerOid}/${statement.kind}`}>{t('open')}</ButtonLink>
}

function Versions({ statement: { publishedVersion, versions } }: { readonly statement: StatementView }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  if (versions.length === 0) return null
  return (
    <Section id="versions" title={t('versions')}>
      <ul>
        {versions.map(({ changedAt, version }) => (
          <li key={version}>
            {t('version', { version, time: formatInstant(changedAt, language) })}
            {version === publishedVersion ? `, ${t('versionPublished')}` : ''}
          </li>
        ))}
      </ul>
    </Section>
  )
}
