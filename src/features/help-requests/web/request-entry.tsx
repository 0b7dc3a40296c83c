import { useMutation, useQueryClient } from '@tanstack/react-query'
import { formatDay } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useFormOpen } from '../../../platform/web/use-written.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Answer, Buttons, Entry, Quiet, Said } from '../../../ui/entry.tsx'
import type { HelpRequest } from '../contract.ts'
import { AnswerForm } from './answer-form.tsx'
import { step } from './api.ts'
import { texts } from './texts.ts'

export function RequestEntry({ request }: { readonly request: HelpRequest }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { answer, answerBy, answeredAt, answeredBy, askedAt, message, state, takenBy, topic } = request
  const waits = state === 'open' || state === 'taken'
  const date = answeredAt === undefined ? '' : formatDay(answeredAt, language)
  return (
    <Entry
      title={t(`topics.${topic}`)}
      aside={<Badge tone={waits ? 'info' : 'neutral'}>{t(`states.${state}`)}</Badge>}
    >
      {message === undefined ? null : <Said>{message}</Said>}
      <Quiet>
        {t('askedOn', { date: formatDay(askedAt, language) })}
        {waits ? `. ${t('answerBy', { date: answerBy })}.` : '.'}
      </Quiet>
      {state === 'taken' && takenBy !== undefined ? <Quiet>{t('takenBy', { name: takenBy })}</Quiet> : null}
      {answer === undefined ? null : (
        <Answer
          by={
            answeredBy === undefined ? t('answeredOn', { date }) : t('answered', { name: answeredBy, date })
          }
        >
          {answer}
        </Answer>
      )}
      <Actions request={request} />
    </Entry>
  )
}

function Actions({ request: { id, permittedActions } }: { readonly request: HelpRequest }) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const [answering, setAnswering] = useFormOpen(`help-answer ${id}`)
  const stepping = useMutation({
    mutationFn: (what: 'withdraw' | 'take') => step(id, what),
    onSuccess: async (_, what) => {
      announce(what === 'take' ? t('staff.taken') : t('withdrawn'))
      await client.invalidateQueries({ queryKey: ['help-requests'] })
    },
  })
  if (answering) return <AnswerForm id={id} onClose={() => setAnswering(false)} />
  if (permittedActions.length === 0) return null
  return (
    <>
      {stepping.error === null ? null : <Failure error={stepping.error} />}
      <Buttons>
        {permittedActions.includes('answer') ? (
          <Button onPress={() => setAnswering(true)}>{t('staff.answer')}</Button>
        ) : null}
        {permittedActions.includes('take') ? (
          <Button look="quiet" pending={stepping.isPending} onPress={() => stepping.mutate('take')}>
            {t('staff.take')}
          </Button>
        ) : null}
        {permittedActions.includes('withdraw') ? (
          <Button look="quiet" pending={stepping.isPending} onPress={() => stepping.mutate('withdraw')}>
            {t('withdraw')}
          </Button>
        ) : null}
      </Buttons>
    </>
  )
}
