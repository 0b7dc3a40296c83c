import { useQuery } from '@tanstack/react-query'
import { formatDay } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import type { StatementKind, StatementView } from '../contract.ts'
import { statementQuery } from './api.ts'
import { FeedbackSection } from './feedback-section.tsx'
import styles from './statements.module.css'
import { texts } from './texts.ts'

const kinds: readonly StatementKind[] = ['accessibility', 'privacy', 'processing']

/** The provider's statements with their states, and the feedback that came. */
export default function OverviewPage() {
  const t = useTexts(texts)
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={{ to: '/administration', text: t('back') }}
      width="medium"
    >
      <Section id="statements" title={t('statements')}>
        <ul className={styles.list}>
          {kinds.map(kind => (
            <li key={kind}>
              <h3>{t(`kinds.${kind}`)}</h3>
              <p className={styles.quiet}>{t(`about.${kind}`)}</p>
              <StatementState kind={kind} />
            </li>
          ))}
        </ul>
      </Section>
      <FeedbackSection />
    </Page>
  )
}

function StatementState({ kind }: { readonly kind: StatementKind }) {
  const t = useTexts(texts)
  return (
    <Async query={useQuery(statementQuery(kind))}>
      {statement => (
        <div className={styles.state}>
          <PublishedBadge statement={statement} />
          {statement.missing.length === 0 ? null : (
            <span>{t('missing', { count: statement.missing.length })}</span>
          )}
          <ButtonLink
            to={`/administration/statements/${kind}`}
            look="quiet"
            label={t('editNamed', { name: t(`kinds.${kind}`) })}
          >
            {t('edit')}
          </ButtonLink>
        </div>
      )}
    </Async>
  )
}

export function PublishedBadge({ statement }: { readonly statement: StatementView }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { publishedAt, publishedVersion, version } = statement
  if (publishedAt === undefined) return <Badge tone="warning">{t('state.none')}</Badge>
  const date = formatDay(publishedAt, language)
  return publishedVersion === version ? (
    <Badge tone="success">{t('state.published', { date })}</Badge>
  ) : (
    <Badge tone="info">{t('state.newer', { date })}</Badge>
  )
}
