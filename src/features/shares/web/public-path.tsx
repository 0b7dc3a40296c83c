import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useFormOpen } from '../../../platform/web/use-written.ts'
import { Async } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import type { PathView } from '../../paths/contract.ts'
import type { ShareList } from '../contract.ts'
import { sharesQuery } from './api.ts'
import { MadeNote, ShareForm } from './share-form.tsx'
import { SharedItems } from './shared-items.tsx'
import { texts } from './texts.ts'

/** On the student's own path: what is shown to whom, and when it was opened. */
export default function SharesOnPath({ view }: { readonly view: PathView }) {
  const t = useTexts(texts)
  const query = useQuery(sharesQuery)
  return (
    <Section id="shares" title={t('title')}>
      <p>{t('lead')}</p>
      <Async query={query}>{list => <Shares list={list} view={view} />}</Async>
    </Section>
  )
}

function Shares({ list, view }: { readonly list: ShareList; readonly view: PathView }) {
  const t = useTexts(texts)
  const [link, setLink] = useState<string>()
  const { plan } = view
  const [making, setMaking] = useFormOpen(`share ${plan?.id}`)
  return (
    <>
      {list.protected ? (
        <Note tone="warning">
          <p>{t('protected')}</p>
        </Note>
      ) : null}
      {link === undefined ? null : <MadeNote link={link} onClose={() => setLink(undefined)} />}
      {making && plan !== undefined ? (
        <ShareForm
          key={plan.id}
          planId={plan.id}
          view={view}
          onMade={made => {
            setLink(made)
            setMaking(false)
          }}
          onClose={() => setMaking(false)}
        />
      ) : null}
      {plan === undefined || making || link !== undefined ? null : (
        <div>
          <Button onPress={() => setMaking(true)}>{t('share')}</Button>
        </div>
      )}
      {list.items.length === 0 ? null : <SharedItems items={list.items} />}
    </>
  )
}
