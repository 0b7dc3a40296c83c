import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { hasEnded } from '../../imports/web/public-ended.ts'
import type { Register } from '../contract.ts'
import { forgetRegisters, runRegister } from './api.ts'
import type { RegisterState } from './register-state.tsx'
import { texts } from './texts.ts'

interface RunNowButtonProps {
  readonly register: RegisterState
  readonly title: string
  /** The first thing to do on a page of its own; one of many in a list. */
  readonly look: 'primary' | 'secondary'
}

/** Asks for a run and goes to its page; while one is under way, the way to that one. */
export function RunNowButton({ register, title, look }: RunNowButtonProps) {
  const t = useTexts(texts)
  const { lastRun, permittedActions, register: name } = register
  if (name === undefined || !permittedActions.includes('run')) return null
  if (lastRun !== undefined && !hasEnded(lastRun.state))
    return (
      <ButtonLink
        look={look}
        to={`/administration/imports/${lastRun.id}`}
        label={t('runningOf', { name: title })}
      >
        {t('running')}
      </ButtonLink>
    )
  return <AskForRun name={name} title={title} look={look} />
}

interface AskForRunProps extends Pick<RunNowButtonProps, 'title' | 'look'> {
  readonly name: Register
}

function AskForRun({ name, title, look }: AskForRunProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const navigate = useNavigate()
  const announce = useAnnounce()
  const asking = useMutation({
    mutationFn: () => runRegister(name),
    onSuccess: ({ runId }) => {
      announce(t('runAsked'))
      void forgetRegisters(client)
      void navigate(`/administration/imports/${runId}`)
    },
  })
  return (
    <>
      {asking.error === null ? null : <Failure error={asking.error} />}
      <Button
        look={look}
        label={t('runNowOf', { name: title })}
        pending={asking.isPending}
        onPress={() => asking.mutate()}
      >
        {t('runNow')}
      </Button>
    </>
  )
}
