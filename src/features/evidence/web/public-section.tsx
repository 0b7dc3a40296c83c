import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Entries, Quiet } from '../../../ui/entry.tsx'
import { Section } from '../../../ui/section.tsx'
import type { EvidenceList } from '../contract.ts'
import { EvidenceEntry } from './evidence-entry.tsx'
import { EvidenceForm } from './evidence-form.tsx'
import { evidenceQuery } from './public-query.ts'
import { texts } from './texts.ts'

interface EvidenceSectionProps {
  readonly studentId: string
  /** The student's own page, or that of those who work with the student. */
  readonly own: boolean
}

/** What a student has done or can, with its files, and the way to tell of more. */
export function EvidenceSection({ own, studentId }: EvidenceSectionProps) {
  const t = useTexts(texts)
  const query = useQuery(evidenceQuery(studentId))
  return (
    <Section id="evidence" title={own ? t('title') : t('staffTitle')}>
      {own ? <p>{t('lead')}</p> : null}
      <Async query={query}>{list => <Pieces list={list} own={own} studentId={studentId} />}</Async>
    </Section>
  )
}

function Pieces({ list, own, studentId }: EvidenceSectionProps & { readonly list: EvidenceList }) {
  const t = useTexts(texts)
  const [adding, setAdding] = useState(false)
  const mayChange = list.permittedActions.includes('update')
  return (
    <>
      {own ? <Quiet>{t('who')}</Quiet> : null}
      {list.items.length > 0 ? (
        <Entries>
          {list.items.map(evidence => (
            <EvidenceEntry key={evidence.id} {...{ studentId, evidence, mayChange }} />
          ))}
        </Entries>
      ) : adding ? null : (
        <Quiet>{own ? t('none') : t('staffNone')}</Quiet>
      )}
      {adding ? <EvidenceForm studentId={studentId} onClose={() => setAdding(false)} /> : null}
      {mayChange && !adding ? (
        <div>
          <Button onPress={() => setAdding(true)}>{t('add')}</Button>
        </div>
      ) : null}
    </>
  )
}
