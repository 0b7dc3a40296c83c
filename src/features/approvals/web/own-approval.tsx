import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf } from '../../../platform/web/api.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import { Buttons, Entry, Quiet } from '../../../ui/entry.tsx'
import { Note } from '../../../ui/note.tsx'
import { SaveFailure } from '../../../ui/save-failure.tsx'
import type { ApprovalAnswer, ShownApproval } from '../contract.ts'
import { About } from './about.tsx'
import { answerApproval, forgetApprovals } from './api.ts'
import { Changes } from './changes.tsx'
import { DeclineDialog } from './decline-dialog.tsx'
import { usePartWords } from './part-words.ts'
import { texts } from './texts.ts'

interface OwnApprovalProps {
  readonly planId: string
  readonly item: ShownApproval
  readonly onAnswered: () => void
  /** Given where one's answer is being changed: the other of the two is offered then. */
  readonly onCancel?: () => void
}

export type OwnAnswer = Pick<ApprovalAnswer, 'answer' | 'reason'>

/** One thing that is asked: what it is, what changed, and the two answers. */
export function OwnApproval({ item, onAnswered, onCancel, planId }: OwnApprovalProps) {
  const t = useTexts(texts)
  const part = usePartWords()(item)
  const [declining, setDeclining] = useState(false)
  const answering = useAnswering({ item, onAnswered, planId })
  const problem = problemOf(answering.error)
  return (
    <Entry title={part}>
      <About item={item} />
      {item.changes === undefined ? null : (
        <Note tone="info" title={t('own.again')} compact>
          <Changes changes={item.changes} />
        </Note>
      )}
      {item.reason === undefined ? null : <Quiet>{t('own.earlierAnswer', { reason: item.reason })}</Quiet>}
      {declining ? null : <Refused answering={answering} changes={problem.changes} />}
      <Buttons>
        {item.state === 'approved' ? null : (
          <Button
            look="primary"
            label={t('own.approveLabel', { part })}
            pending={answering.isPending && !declining}
            onPress={() => answering.mutate({ answer: 'approved' })}
          >
            {t('own.approve')}
          </Button>
        )}
        {item.state === 'declined' ? null : (
          <Button label={t('own.declineLabel', { part })} onPress={() => setDeclining(true)}>
            {t('own.decline')}
          </Button>
        )}
        {onCancel === undefined ? null : (
          <Button look="quiet" onPress={onCancel}>
            {t('own.cancel')}
          </Button>
        )}
      </Buttons>
      {declining ? (
        <DeclineDialog
          place={`decline ${planId} ${item.party} ${item.part}`}
          pending={answering.isPending}
          failure={<Refused answering={answering} changes={problem.changes} />}
          onSend={(reason, forget) => {
            // The answered part leaves this list first: a callback of the list's own would not be called any more.
            answering.mutateAsync({ answer: 'declined', reason }).then(forget, () => undefined)
          }}
          onClose={() => {
            answering.reset()
            setDeclining(false)
          }}
        />
      ) : null}
    </Entry>
  )
}

function useAnswering({ item, onAnswered, planId }: Omit<OwnApprovalProps, 'onCancel'>) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const part = usePartWords()(item)
  return useMutation({
    mutationFn: (answer: OwnAnswer) => answerApproval(planId, item, answer),
    onSuccess: async (_, { answer }) => {
      announce(t(`own.${answer}`, { part }))
      await forgetApprovals(client)
      onAnswered()
    },
  })
}

interface RefusedProps {
  readonly answering: { readonly error: Error | null }
  readonly changes: unknown
}

/** Why an answer was not taken; of what changed meanwhile, what did. */
function Refused({ answering, changes }: RefusedProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const told = Array.isArray(changes) ? changes.map(String) : []
  return (
    <>
      <SaveFailure
        error={answering.error}
        conflict={problemOf(answering.error).status === 409}
        reload={{ text: t('reload'), onPress: () => void forgetApprovals(client) }}
      />
      {told.length === 0 ? null : (
        <Note tone="info" title={t('own.missedChanges')} compact>
          <Changes changes={told} />
        </Note>
      )}
    </>
  )
}
