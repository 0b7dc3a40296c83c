import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import { settingsQuery } from './api.ts'
import { SettingsForm } from './settings-form.tsx'
import { texts } from './texts.ts'

export function SettingsSection() {
  const t = useTexts(texts)
  const settings = useQuery(settingsQuery)
  const [saved, setSaved] = useState<number>()
  return (
    <Section id="settings" title={t('title')}>
      {/* Settings of another version are another form: what was read anew replaces what was typed. */}
      <Async query={settings}>
        {data => <SettingsForm key={data.version} settings={data} onSaved={setSaved} />}
      </Async>
      {saved !== undefined && saved === settings.data?.version ? (
        <Note tone="success" title={t('saved')} />
      ) : null}
    </Section>
  )
}
