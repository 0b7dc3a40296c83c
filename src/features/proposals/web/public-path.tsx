import { useQuery } from '@tanstack/react-query'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useFormOpen } from '../../../platform/web/use-written.ts'
import { Async } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Entries, Quiet } from '../../../ui/entry.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import type { PathView } from '../../paths/contract.ts'
import type { ProposalList } from '../contract.ts'
import { proposalsQuery } from './api.ts'
import { MakeForm } from './make-form.tsx'
import { ProposalCard } from './proposal-card.tsx'
import { texts } from './texts.ts'

interface SlotProps {
  readonly studentId: string
  readonly own: boolean
  readonly view: PathView
}

/** On the path: what the student proposes, and what is answered. */
export default function ProposalsOnPath({ own, studentId, view }: SlotProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const query = useQuery(proposalsQuery(studentId, language))
  return (
    <Section id="proposals" title={t('title')}>
      {own ? <p>{t('lead')}</p> : null}
      <Async query={query}>{list => <Proposals list={list} own={own} view={view} />}</Async>
    </Section>
  )
}

interface ProposalsProps {
  readonly list: ProposalList
  readonly own: boolean
  readonly view: PathView
}

function Proposals({ list, own, view }: ProposalsProps) {
  const t = useTexts(texts)
  const [making, setMaking] = useFormOpen(`proposal ${view.plan?.id}`)
  const mayMake = list.mayMake && view.plan !== undefined
  if (list.masked)
    return (
      <Note tone="info">
        <p>{t('staff.masked')}</p>
      </Note>
    )
  return (
    <>
      {mayMake && !making ? (
        <div>
          <Button onPress={() => setMaking(true)}>{t('propose')}</Button>
        </div>
      ) : null}
      {making && view.plan !== undefined ? (
        <MakeForm
          key={view.plan.id}
          view={view}
          planId={view.plan.id}
          answerBy={list.answerBy}
          onClose={() => setMaking(false)}
        />
      ) : null}
      {list.items.length > 0 ? (
        <Entries>
          {list.items.map(proposal => (
            <ProposalCard key={proposal.id} proposal={proposal} />
          ))}
        </Entries>
      ) : making ? null : (
        <Quiet>{own ? t('none') : t('staff.none')}</Quiet>
      )}
    </>
  )
}
