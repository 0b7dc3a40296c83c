import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Buttons, Entries, Quiet } from '../../../ui/entry.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { EvidenceSection } from '../../evidence/web/public-section.tsx'
import { ProtectionNote } from '../../students/web/public-protection.tsx'
import { studentQuery } from '../../students/web/public-query.ts'
import type { Recognition, RecognitionList } from '../contract.ts'
import { isOpen } from '../rules.ts'
import { recognitionsQuery } from './api.ts'
import { AskForm } from './ask-form.tsx'
import { AssessForm } from './assess-form.tsx'
import { DecideForm } from './decide-form.tsx'
import { partText } from './names.tsx'
import { RequestEntry, WithdrawButton } from './request-entry.tsx'
import { Suggestions } from './suggestions.tsx'
import { texts } from './texts.ts'

/** What a student masters already: requests first, because somebody waits; then suggestions and evidence. */
export default function PriorLearningPage() {
  const t = useTexts(texts)
  const { studentId = '' } = useParams()
  const query = useQuery(studentQuery(studentId))
  const back = { to: `/students/${studentId}`, text: t('page.back') }
  return (
    <AsyncPage query={query} back={back}>
      {student => (
        <Page title={t('page.title')} eyebrow={student.name ?? t('page.noName')} back={back} width="medium">
          <ProtectionNote
            studentId={student.id}
            protection={student.protection}
            mayReveal={student.permittedActions.includes('reveal')}
          />
          {student.protection === 'masked' ? null : (
            <>
              <Requests studentId={studentId} />
              <Suggestions studentId={studentId} />
              <EvidenceSection studentId={studentId} own={false} />
            </>
          )}
        </Page>
      )}
    </AsyncPage>
  )
}

function Requests({ studentId }: { readonly studentId: string }) {
  const t = useTexts(texts)
  const query = useQuery(recognitionsQuery(studentId))
  return (
    <Section id="requests" title={t('requests')}>
      <Async query={query}>{list => <RequestList list={list} studentId={studentId} />}</Async>
    </Section>
  )
}

function RequestList({ list, studentId }: { readonly list: RecognitionList; readonly studentId: string }) {
  const t = useTexts(texts)
  const [asking, setAsking] = useState(false)
  const { items, plans } = list
  return (
    <>
      {items.length > 0 ? (
        <Entries>
          {items.map(recognition => (
            <RequestEntry key={recognition.id} withFiles {...{ recognition, studentId }}>
              {isOpen(recognition.state) ? <Deciding {...{ recognition, list, studentId }} /> : null}
            </RequestEntry>
          ))}
        </Entries>
      ) : asking ? null : (
        <Quiet>{t('noRequests')}</Quiet>
      )}
      {asking ? <AskForm studentId={studentId} plans={plans} onClose={() => setAsking(false)} /> : null}
      {!asking && plans.length > 0 ? (
        <div>
          <Button onPress={() => setAsking(true)}>{t('askStaff')}</Button>
        </div>
      ) : null}
    </>
  )
}

interface DecidingProps {
  readonly recognition: Recognition
  readonly list: RecognitionList
  readonly studentId: string
}

function Deciding({ list, recognition, studentId }: DecidingProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [form, setForm] = useState<'none' | 'decide' | 'assess'>('none')
  const onClose = () => setForm('none')
  const { id, part, planId } = recognition
  if (form === 'assess') {
    const institutionOid = list.plans.find(plan => plan.id === planId)?.institutionOid
    return <AssessForm {...{ studentId, recognition, institutionOid, onClose }} />
  }
  if (form === 'decide') {
    const others = list.items.filter(one => one.planId === planId && one.id !== id && isOpen(one.state))
    return <DecideForm {...{ studentId, recognition, others, onClose }} />
  }
  const of = (action: string) => t('ofPart', { action, part: partText(part, language) })
  return (
    <>
      <Buttons>
        <Button look="primary" label={of(t('decide'))} onPress={() => setForm('decide')}>
          {t('decide')}
        </Button>
        <Button label={of(t('assess'))} onPress={() => setForm('assess')}>
          {t('assess')}
        </Button>
      </Buttons>
      <WithdrawButton recognition={recognition} studentId={studentId} />
    </>
  )
}
