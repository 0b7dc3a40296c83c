import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { pickName } from '../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import type { OrganisationView } from '../contract.ts'
import { organisationQuery } from './api.ts'
import { NamesOverTime } from './names-over-time.tsx'
import { OrganisationFacts } from './organisation-facts.tsx'
import { OrganisationLink, useKindNames } from './organisation-name.tsx'
import styles from './organisations.module.css'
import { Successors } from './successors.tsx'
import { texts } from './texts.ts'
import { Tree } from './tree.tsx'

export default function OrganisationPage() {
  const t = useTexts(texts)
  const { oid = '' } = useParams()
  const back = { to: '/organisations', text: t('back') }
  return (
    <AsyncPage query={useQuery(organisationQuery(oid))} back={back}>
      {organisation => <Shown key={organisation.oid} organisation={organisation} back={back} />}
    </AsyncPage>
  )
}

interface ShownProps {
  readonly organisation: OrganisationView
  readonly back: { readonly to: string; readonly text: string }
}

function Shown({ organisation, back }: ShownProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const kindNames = useKindNames()
  const { children, kinds, names, namesOverTime, oid, parents } = organisation
  return (
    <Page
      title={pickName(names, language)?.text ?? oid}
      eyebrow={kindNames(kinds)}
      back={back}
      width="medium"
    >
      {organisation.vanished === true ? <Note tone="warning" title={t('vanished')} /> : null}
      {parents.length === 0 ? null : (
        <nav aria-label={t('path')}>
          <ol className={styles.path}>
            {parents.map(parent => (
              <li key={parent.oid}>
                <OrganisationLink {...parent} />
              </li>
            ))}
          </ol>
        </nav>
      )}
      <Section id="facts" title={t('facts')}>
        <OrganisationFacts organisation={organisation} />
      </Section>
      <Successors organisation={organisation} />
      {namesOverTime.length === 0 ? null : <NamesOverTime names={namesOverTime} />}
      {children.length === 0 ? null : (
        <Section id="below" title={t('below')} count={children.length}>
          <Tree nodes={children} />
        </Section>
      )}
    </Page>
  )
}
