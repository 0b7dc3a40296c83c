import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import { settingsQuery } from './api.ts'
import { RulesForm } from './rules-form.tsx'
import { texts } from './texts.ts'

/** Who approves which part, by which rule, on which days. */
export default function ApprovalsPage() {
  const t = useTexts(texts)
  const settings = useQuery(settingsQuery)
  const [saved, setSaved] = useState<number>()
  return (
    <Page
      title={t('title')}
      lead={t('settings.lead')}
      back={{ to: '/administration', text: t('settings.back') }}
      width="medium"
    >
      {/* Settings of another version are another form: what was read anew replaces what was typed. */}
      <Async query={settings}>
        {data => <RulesForm key={data.version} settings={data} onSaved={setSaved} />}
      </Async>
      {saved !== undefined && saved === settings.data?.version ? (
        <Note tone="success" title={t('settings.saved')} />
      ) : null}
    </Page>
  )
}
