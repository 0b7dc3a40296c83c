import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { type SignedIn, useSignedIn } from '../../../platform/web/session.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import { Name } from '../../qualifications/web/public-name.tsx'
import type { TemplatePage as TemplatePageBody, TemplateRow } from '../contract-api.ts'
import { forgetTemplates, retireTemplate, templateQuery } from './api.ts'
import { Editor } from './editor.tsx'
import { GiftsPart } from './gifts-part.tsx'
import { keepingOf } from './kept.ts'
import styles from './templates.module.css'
import { texts } from './texts.ts'
import { VersionsPart } from './versions-part.tsx'

export default function TemplatePage() {
  const t = useTexts(texts)
  const { id = '' } = useParams()
  const { language } = useLanguage()
  const query = useQuery(templateQuery(id, language))
  const signedIn = useSignedIn()
  if (signedIn === undefined) return null
  return (
    <AsyncPage query={query} back={{ to: '/templates', text: t('back') }}>
      {page => (
        <Template
          // What was read anew begins anew.
          key={`${page.template.version} ${query.dataUpdatedAt}`}
          page={page}
          signedIn={signedIn}
          onReload={() => void query.refetch()}
        />
      )}
    </AsyncPage>
  )
}

interface TemplateProps {
  readonly page: TemplatePageBody
  readonly signedIn: SignedIn
  readonly onReload: () => void
}

function Template({ onReload, page, signedIn }: TemplateProps) {
  const t = useTexts(texts)
  const { template } = page
  const keeping = useMemo(() => keepingOf(signedIn, template.id, sessionStorage), [signedIn, template.id])
  const beginAnew = (): void => {
    keeping.keep(undefined)
    onReload()
  }
  const [version, setVersion] = useState(template.version)
  const [name, setName] = useState(template.name)
  return (
    <Page
      title={name}
      eyebrow={t('edit.eyebrow')}
      back={{ to: '/templates', text: t('back') }}
      lead={<Name names={template.qualificationNames} otherwise={template.diaryNumber} />}
      actions={<Retiring template={template} />}
    >
      <Standing template={template} />
      <Editor
        page={page}
        keeping={keeping}
        onSaved={saved => {
          setVersion(saved.version)
          setName(saved.name)
        }}
        onDiscard={beginAnew}
      />
      <VersionsPart id={template.id} newest={version} onRestored={beginAnew} />
      {page.permittedActions.includes('give') ? <GiftsPart id={template.id} version={version} /> : null}
    </Page>
  )
}

function Standing({ template: { newer, origin, retired } }: { readonly template: TemplateRow }) {
  const t = useTexts(texts)
  return (
    <div className={styles.list}>
      {retired ? <Note tone="warning" compact title={t('edit.retiredNote')} /> : null}
      {origin === undefined ? null : (
        <p className={styles.quiet}>
          {t('origin', { provider: origin.providerName, version: origin.version })}
        </p>
      )}
      {newer === undefined ? null : (
        <Note tone="info" compact title={t('newer', { version: newer.version })}>
          <Link to="/templates/received">{t('given')}</Link>
        </Note>
      )}
    </div>
  )
}

function Retiring({ template }: { readonly template: TemplateRow }) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const [retired, setRetired] = useState(template.retired)
  const retiring = useMutation({
    mutationFn: () => retireTemplate(template.id, !retired),
    onSuccess: async () => {
      announce(t(retired ? 'edit.returnedDone' : 'edit.retiredDone'))
      setRetired(!retired)
      await forgetTemplates(client)
    },
  })
  const roles = useSignedIn()?.roles ?? []
  const applies = !retired && (roles.includes('teacher') || roles.includes('guidance'))
  return (
    <>
      {applies ? (
        <ButtonLink to={`/group-drafts/new?template=${template.id}`}>{t('apply')}</ButtonLink>
      ) : null}
      <Button look="quiet" pending={retiring.isPending} onPress={() => retiring.mutate()}>
        {t(retired ? 'edit.return' : 'edit.retire')}
      </Button>
      {retiring.error === null ? null : <Failure error={retiring.error} />}
    </>
  )
}
