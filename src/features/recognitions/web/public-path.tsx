import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Entries, Quiet } from '../../../ui/entry.tsx'
import { Section } from '../../../ui/section.tsx'
import type { RecognitionList } from '../contract.ts'
import { recognitionsQuery } from './api.ts'
import { AskForm } from './ask-form.tsx'
import { RequestEntry, WithdrawButton } from './request-entry.tsx'
import { texts } from './texts.ts'

/** On the student's own path: asking that what one masters is recognised, and the answers. */
export default function OwnRecognitions({ studentId }: { readonly studentId: string }) {
  const t = useTexts(texts)
  const query = useQuery(recognitionsQuery(studentId))
  return (
    <Section id="recognitions" title={t('own.title')}>
      <p>{t('own.lead')}</p>
      <Async query={query}>{list => <Own list={list} studentId={studentId} />}</Async>
    </Section>
  )
}

function Own({ list, studentId }: { readonly list: RecognitionList; readonly studentId: string }) {
  const t = useTexts(texts)
  const [asking, setAsking] = useState(false)
  const { items, plans } = list
  if (plans.length === 0) return <Quiet>{t('own.noPlan')}</Quiet>
  return (
    <>
      {items.length > 0 ? (
        <Entries>
          {items.map(recognition => (
            <RequestEntry key={recognition.id} withFiles={false} {...{ recognition, studentId }}>
              <WithdrawButton recognition={recognition} studentId={studentId} />
            </RequestEntry>
          ))}
        </Entries>
      ) : asking ? null : (
        <Quiet>{t('own.none')}</Quiet>
      )}
      {items.some(one => one.state === 'refused') ? <p>{t('own.review')}</p> : null}
      {asking ? (
        <AskForm studentId={studentId} plans={plans} onClose={() => setAsking(false)} />
      ) : (
        <div>
          <Button onPress={() => setAsking(true)}>{t('ask')}</Button>
        </div>
      )}
    </>
  )
}
