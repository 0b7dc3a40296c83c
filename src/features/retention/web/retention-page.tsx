import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { settingsQuery } from './api.ts'
import { NowSection } from './now-section.tsx'
import { RulesForm } from './rules-form.tsx'
import { RunsSection } from './runs-section.tsx'
import { texts } from './texts.ts'

/** How long each kind of data is kept, what would go now, and what has gone. */
export default function RetentionPage() {
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
      <NowSection />
      <RunsSection />
      <Section id="rules" title={t('rules')}>
        {/* Settings of another version are another form: what was read anew replaces what was typed. */}
        <Async query={settings}>
          {data => <RulesForm key={data.version} settings={data} onSaved={setSaved} />}
        </Async>
        {saved !== undefined && saved === settings.data?.version ? (
          <Note tone="success" title={t('saved')} />
        ) : null}
      </Section>
    </Page>
  )
}
