import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/language.tsx'
import { useFormOpen } from '../../../platform/web/use-written.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Buttons, Entry, Quiet } from '../../../ui/entry.tsx'
import type { Goal } from '../contract.ts'
import { changeGoal, removeGoal } from './api.ts'
import { GoalForm } from './goal-form.tsx'
import { texts } from './texts.ts'

interface GoalEntryProps {
  readonly goal: Goal
  readonly mayChange: boolean
}

export function GoalEntry({ goal, mayChange }: GoalEntryProps) {
  const t = useTexts(texts)
  const [editing, setEditing] = useFormOpen(`goal ${goal.id}`)
  const { dueOn, reachedOn, text } = goal
  const reached =
    reachedOn === undefined ? null : <Badge tone="success">{t('reached', { date: reachedOn })}</Badge>
  return (
    <Entry title={text} aside={reached}>
      {dueOn === undefined ? null : <Quiet>{t('due', { date: dueOn })}</Quiet>}
      {editing ? <GoalForm goal={goal} onClose={() => setEditing(false)} /> : null}
      {mayChange && !editing ? <GoalActions goal={goal} onEdit={() => setEditing(true)} /> : null}
    </Entry>
  )
}

function GoalActions({ goal, onEdit }: { readonly goal: Goal; readonly onEdit: () => void }) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const { dueOn, id, reachedOn, text, version } = goal
  const forget = () => client.invalidateQueries({ queryKey: ['goals'] })
  const reaching = useMutation({
    mutationFn: (reached: boolean) =>
      changeGoal(id, { text, version, reached, ...(dueOn === undefined ? {} : { dueOn }) }),
    onSuccess: async () => {
      announce(t('saved'))
      await forget()
    },
  })
  const removing = useMutation({
    mutationFn: () => removeGoal(id),
    onSuccess: async () => {
      announce(t('removed'))
      await forget()
    },
  })
  const error = reaching.error ?? removing.error
  const reach = reachedOn === undefined ? t('reach') : t('unreach')
  const of = (action: string) => t('ofGoal', { action, text })
  return (
    <>
      {error === null ? null : <Failure error={error} />}
      <Buttons>
        <Button
          look="quiet"
          label={of(reach)}
          pending={reaching.isPending}
          onPress={() => reaching.mutate(reachedOn === undefined)}
        >
          {reach}
        </Button>
        <Button look="quiet" label={of(t('edit'))} onPress={onEdit}>
          {t('edit')}
        </Button>
        <Button
          look="quiet"
          label={of(t('remove'))}
          pending={removing.isPending}
          onPress={() => removing.mutate()}
        >
          {t('remove')}
        </Button>
      </Buttons>
    </>
  )
}
