import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatDay } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useFormOpen } from '../../../platform/web/use-written.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Answer, Entry, Quiet, Said } from '../../../ui/entry.tsx'
import type { Tone } from '../../../ui/note.tsx'
import type { Proposal, ProposalState } from '../contract.ts'
import { AnswerForm } from './answer-form.tsx'
import { forgetProposals, withdrawProposal } from './api.ts'
import { texts } from './texts.ts'
import { useAboutWords, useWishWords } from './words.ts'

const tones: Readonly<Record<ProposalState, Tone | 'neutral'>> = {
  open: 'info',
  accepted: 'success',
  declined: 'warning',
  withdrawn: 'neutral',
}

export function ProposalCard({ proposal }: { readonly proposal: Proposal }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const aboutWords = useAboutWords()
  const wish = useWishWords()(proposal)
  const { answerBy, kind, madeAt, message, state } = proposal
  return (
    <Entry title={t(`kinds.${kind}`)} aside={<Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>}>
      <p>{aboutWords(proposal)}</p>
      {wish === undefined ? null : <p>{wish}</p>}
      {message === undefined ? null : <Said>{message}</Said>}
      <Quiet>
        {t('madeOn', { date: formatDay(madeAt, language) })}
        {state === 'open' ? `. ${t('answerBy', { date: answerBy })}.` : '.'}
      </Quiet>
      <Answered proposal={proposal} />
      <ToPlan proposal={proposal} />
      <Actions proposal={proposal} />
    </Entry>
  )
}

function Answered({ proposal }: { readonly proposal: Proposal }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { answer, answeredAt, answeredBy } = proposal
  if (answer === undefined || answeredAt === undefined) return null
  const date = formatDay(answeredAt, language)
  const by = answeredBy === undefined ? t('answeredOn', { date }) : t('answered', { name: answeredBy, date })
  return <Answer by={by}>{answer}</Answer>
}

function ToPlan({ proposal }: { readonly proposal: Proposal }) {
  const t = useTexts(texts)
  const about = useAboutWords()(proposal)
  const { editAt, planId } = proposal
  if (editAt === undefined) return null
  return (
    <p>
      <Link to={`/plans/${planId}/edit${editAt === '' ? '' : `#${editAt}`}`}>
        {t('staff.toPlan', { about })}
      </Link>
    </p>
  )
}

function Actions({ proposal }: { readonly proposal: Proposal }) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const [answering, setAnswering] = useFormOpen(`proposal-answer ${proposal.id}`)
  const about = useAboutWords()(proposal)
  const withdrawing = useMutation({
    mutationFn: () => withdrawProposal(proposal.id),
    onSuccess: async () => {
      announce(t('withdrawn'))
      await forgetProposals(client)
    },
  })
  if (answering) return <AnswerForm proposal={proposal} onClose={() => setAnswering(false)} />
  return (
    <>
      {withdrawing.error === null ? null : <Failure error={withdrawing.error} />}
      {proposal.permittedActions.includes('withdraw') ? (
        <div>
          <Button look="quiet" pending={withdrawing.isPending} onPress={() => withdrawing.mutate()}>
            {t('withdraw')}
          </Button>
        </div>
      ) : null}
      {proposal.permittedActions.includes('answer') ? (
        <div>
          <Button label={t('staff.answerTo', { about })} onPress={() => setAnswering(true)}>
            {t('staff.answer')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
