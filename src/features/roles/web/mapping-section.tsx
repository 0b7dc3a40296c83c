import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import { mappingQuery } from './api.ts'
import { MappingForm } from './mapping-form.tsx'
import { texts } from './texts.ts'

export function MappingSection() {
  const t = useTexts(texts)
  const mapping = useQuery(mappingQuery)
  const [saved, setSaved] = useState<number>()
  return (
    <Section id="mapping" title={t('mapping')}>
      <Async query={mapping}>
        {data => (
          <>
            <p>{t('mappingLead', { claim: data.claim })}</p>
            <p>{t('mappingWhen')}</p>
            {/* A mapping of another version is another form: what was read anew replaces what was typed. */}
            <MappingForm key={data.version} mapping={data} onSaved={setSaved} />
          </>
        )}
      </Async>
      {saved !== undefined && saved === mapping.data?.version ? (
        <Note tone="success" title={t('saved')} />
      ) : null}
    </Section>
  )
}
