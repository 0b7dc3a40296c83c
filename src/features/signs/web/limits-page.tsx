import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import { settingsQuery } from './api.ts'
import { LimitsForm } from './limits-form.tsx'
import { texts } from './limits-texts.ts'

/** When a sign is noticed, and which are looked for. */
export default function LimitsPage() {
  const t = useTexts(texts)
  const settings = useQuery(settingsQuery)
  const [saved, setSaved] = useState<number>()
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={{ to: '/administration', text: t('back') }}
      width="medium"
    >
      {/* Settings of another version are another form: what was read anew replaces what was typed. */}
      <Async query={settings}>
        {data => <LimitsForm key={data.version} settings={data} onSaved={setSaved} />}
      </Async>
      {saved !== undefined && saved === settings.data?.version ? (
        <Note tone="success" title={t('saved')} />
      ) : null}
    </Page>
  )
}
