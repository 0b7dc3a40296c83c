import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { useFormOpen } from '../../../platform/web/use-written.ts'
import { Async } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Entries } from '../../../ui/entry.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import type { HelpRequestList } from '../contract.ts'
import { helpQuery } from './api.ts'
import { AskForm } from './ask-form.tsx'
import { RequestEntry } from './request-entry.tsx'
import { texts } from './texts.ts'

interface SlotProps {
  readonly studentId: string
  readonly own: boolean
}

/** On the path: the student asks for support; whoever was asked sees it, and nobody else. */
export default function HelpOnPath({ own, studentId }: SlotProps) {
  const roles = useSignedIn()?.roles ?? []
  if (own) return <OwnHelp studentId={studentId} />
  if (!roles.includes('teacher') && !roles.includes('guidance')) return null
  return <AskedHelp studentId={studentId} />
}

function OwnHelp({ studentId }: { readonly studentId: string }) {
  const t = useTexts(texts)
  const query = useQuery(helpQuery(studentId))
  return (
    <Section id="help" title={t('title')}>
      <p>{t('lead')}</p>
      <Async query={query}>{list => <Requests list={list} />}</Async>
    </Section>
  )
}

/** Nothing is shown to those of whom nothing was asked. */
function AskedHelp({ studentId }: { readonly studentId: string }) {
  const t = useTexts(texts)
  const { data } = useQuery(helpQuery(studentId))
  if (data === undefined || data.items.length === 0) return null
  return (
    <Section id="help" title={t('staff.title')}>
      {data.masked ? (
        <Note tone="info">
          <p>{t('staff.masked')}</p>
        </Note>
      ) : (
        <p>{t('staff.lead')}</p>
      )}
      <Requests list={data} />
    </Section>
  )
}

function Requests({ list }: { readonly list: HelpRequestList }) {
  const t = useTexts(texts)
  const [asking, setAsking] = useFormOpen('help-request')
  return (
    <>
      {list.mayAsk && !asking ? (
        <div>
          <Button onPress={() => setAsking(true)}>{t('ask')}</Button>
        </div>
      ) : null}
      {asking ? <AskForm list={list} onClose={() => setAsking(false)} /> : null}
      {list.items.length === 0 ? null : (
        <Entries>
          {list.items.map(request => (
            <RequestEntry key={request.id} request={request} />
          ))}
        </Entries>
      )}
    </>
  )
}
