import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useParams } from 'react-router'
import { formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import type { ImportRunView } from '../contract.ts'
import { importQuery } from './api.ts'
import { NotesSection } from './notes-section.tsx'
import { StateBadge } from './public-state.tsx'
import { placeOfKind } from './register-address.ts'
import { RunButtons } from './run-buttons.tsx'
import { RunCounts } from './run-counts.tsx'
import { RunNow } from './run-now.tsx'
import { stateWord } from './run-words.ts'
import { texts } from './texts.ts'

/** One import: how far it is, what came of it, what was left out and why. */
export default function RunPage() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { id = '' } = useParams()
  const query = useQuery(importQuery(id, language))
  const back = { to: '/administration/registers', text: t('back') }
  return (
    <AsyncPage query={query} back={back}>
      {run => (
        <Page
          title={t(`kinds.${run.kind}.title`)}
          eyebrow={t('import')}
          back={{ to: placeOfKind(run.kind), text: t(`kinds.${run.kind}.title`) }}
          actions={<RunButtons run={run} />}
          lead={<StateBadge run={run} />}
        >
          <StateChanges run={run} />
          <RunNow run={run} unheard={query.failureCount > 0} />
          {/* What was refused whole has changed nothing; its reason stands above, those of several files in the report. */}
          {run.state === 'refused' ? null : (
            <Section id="counts" title={t('counts.title')}>
              <RunCounts counts={run.counts} />
            </Section>
          )}
          {run.state === 'refused' && run.counts.refused < 2 ? null : <NotesSection run={run} />}
          <RunFacts run={run} />
        </Page>
      )}
    </AsyncPage>
  )
}

/** Says a new state aloud, and nothing of the counting in between. */
function StateChanges({ run }: { readonly run: ImportRunView }) {
  const t = useTexts(texts)
  const announce = useAnnounce()
  const before = useRef(run.state)
  useEffect(() => {
    if (before.current === run.state) return
    before.current = run.state
    announce(t('run.changedState', { state: stateWord(run, t) }))
  }, [run, announce, t])
  return null
}

function RunFacts({ run }: { readonly run: ImportRunView }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const moments = ['requestedAt', 'startedAt', 'finishedAt'] as const
  return (
    <Section id="facts" title={t('run.facts')}>
      <Facts>
        <Fact name={t('run.source')}>{run.source}</Fact>
        <Fact name={t('run.origin')}>{run.requestedBy ?? t(`origins.${run.origin}`)}</Fact>
        {moments.map(moment => {
          const at = run[moment]
          return at === undefined ? null : (
            <Fact key={moment} name={t(`run.${moment}`)}>
              {formatInstant(at, language)}
            </Fact>
          )
        })}
      </Facts>
    </Section>
  )
}
