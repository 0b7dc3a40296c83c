import { useQuery } from '@tanstack/react-query'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { lastRunQuery } from '../../imports/web/public-last-run.ts'
import { registersQuery } from './api.ts'
import { type FileKind, fileKinds } from './file-registers.ts'
import { RegisterCard } from './register-card.tsx'
import styles from './registers.module.css'
import { texts } from './texts.ts'

/** Every register and file from which data come: how fresh, and the way to each. */
export default function RegistersPage() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const query = useQuery(registersQuery(language))
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={{ to: '/administration', text: t('backToAdministration') }}
    >
      <Async query={query}>
        {({ items }) => {
          const national = items.filter(register => register.national)
          const keeps = national.some(({ permittedActions }) => permittedActions.length > 0)
          const own = items.filter(register => !register.national)
          return (
            <>
              <Section id="own" title={t('own')}>
                <p>{t('ownLead')}</p>
                <div className={styles.cards}>
                  {fileKinds.map(kind => (
                    <FileCard key={kind} kind={kind} />
                  ))}
                  {own.map(register => (
                    <RegisterCard key={register.register} name={register.register} register={register} />
                  ))}
                </div>
              </Section>
              <Section id="national" title={t('national')}>
                <p>{keeps ? t('nationalLead') : t('nationalOthers')}</p>
                <div className={styles.cards}>
                  {national.map(register => (
                    <RegisterCard key={register.register} name={register.register} register={register} />
                  ))}
                </div>
              </Section>
            </>
          )
        }}
      </Async>
    </Page>
  )
}

function FileCard({ kind }: { readonly kind: FileKind }) {
  const { data } = useQuery(lastRunQuery(kind))
  const register = { kind, permittedActions: ['upload'] as const }
  return <RegisterCard name={kind} register={{ ...register, ...data }} />
}
