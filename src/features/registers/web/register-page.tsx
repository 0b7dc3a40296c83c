import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { ProblemError } from '../../../platform/web/api.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { AsyncPage, FailurePage } from '../../../ui/failure-page.tsx'
import { useHashPlace } from '../../../ui/hash-place.ts'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import { lastRunQuery } from '../../imports/web/public-last-run.ts'
import { RunsSection } from '../../imports/web/public-runs.tsx'
import { UploadSection } from '../../imports/web/public-upload.tsx'
import { useImportWords } from '../../imports/web/public-words.ts'
import { staffColumns } from '../../staff/contract-register.ts'
import { studentColumns } from '../../students/contract-register.ts'
import type { RegisterView } from '../contract.ts'
import { registersQuery } from './api.ts'
import { type FileKind, isFileKind } from './file-registers.ts'
import { StateFacts } from './register-state.tsx'
import styles from './registers.module.css'
import { RunNowButton } from './run-now-button.tsx'
import { RegisterSettings } from './settings-section.tsx'
import { texts } from './texts.ts'

/** One register: how it stands, files, settings, last runs. */
export default function RegisterPage() {
  const { name = '' } = useParams()
  return isFileKind(name) ? <FileRegister kind={name} /> : <ServiceRegister name={name} />
}

function useBack() {
  const t = useTexts(texts)
  return { to: '/administration/registers', text: t('back') }
}

function ServiceRegister({ name }: { readonly name: string }) {
  const { language } = useLanguage()
  const query = useQuery(registersQuery(language))
  const back = useBack()
  return (
    <AsyncPage query={query} back={back}>
      {({ items }) => {
        const register = items.find(one => one.register === name)
        if (register === undefined)
          return (
            <FailurePage error={new ProblemError({ status: 404, code: 'registers.unknown' })} back={back} />
          )
        return <Known register={register} />
      }}
    </AsyncPage>
  )
}

function Known({ register }: { readonly register: RegisterView }) {
  const t = useTexts(texts)
  const words = useImportWords()
  const { kind, national, permittedActions } = register
  const title = words(`kinds.${kind}.title`)
  const mine = permittedActions.length > 0
  useHashPlace()
  return (
    <Page
      title={title}
      lead={words(`kinds.${kind}.purpose`)}
      back={useBack()}
      {...(national ? { eyebrow: t('shared') } : {})}
      actions={<RunNowButton register={register} title={title} look="primary" />}
    >
      <div className={styles.stand}>
        {mine ? null : <Note tone="info">{t('nationalOthers')}</Note>}
        <StateFacts register={register} />
      </div>
      {permittedActions.includes('upload') ? <UploadSection kind={kind} /> : null}
      <RegisterSettings register={register} />
      {mine ? <RunsSection kind={kind} /> : null}
    </Page>
  )
}

const columns = { students: studentColumns, staff: staffColumns }

function FileRegister({ kind }: { readonly kind: FileKind }) {
  const words = useImportWords()
  const { data } = useQuery(lastRunQuery(kind))
  const state = { kind, permittedActions: ['upload'] as const }
  useHashPlace()
  return (
    <Page title={words(`kinds.${kind}.title`)} lead={words(`kinds.${kind}.purpose`)} back={useBack()}>
      <StateFacts register={{ ...state, ...data }} />
      <UploadSection kind={kind} columns={columns[kind]} />
      <RunsSection kind={kind} />
    </Page>
  )
}
