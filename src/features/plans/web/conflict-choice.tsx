import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import fields from '../../../ui/field.module.css'
import { type Conflict, forgetPlan, type PlanView, savePlan, settleConflict } from './api.ts'
import { otherValue, setAt } from './conflict-values.ts'
import { texts } from './texts.ts'
import { useValueWords } from './values.tsx'

/** Longer words would not fit on a button. */
const buttonWords = 60

interface ConflictChoiceProps {
  readonly view: PlanView
  readonly conflict: Conflict
}

/** Which value holds: the one taken is only settled, the other one becomes a version of its own first. */
export function ConflictChoice({ view, conflict }: ConflictChoiceProps) {
  const t = useTexts(texts)
  const words = useValueWords()
  const choosing = useChoosing(view, conflict)
  const other = otherValue(view.plan, conflict)
  const short = (value: unknown): string => {
    const said = words(value, conflict.pointer)
    return said.length > buttonWords ? `${said.slice(0, buttonWords)}…` : said
  }
  return (
    <div>
      {choosing.error === null ? null : <Failure error={choosing.error} />}
      <div className={fields.row}>
        <Button pending={choosing.isPending} onPress={() => choosing.mutate(undefined)}>
          {other === undefined
            ? t('conflict.settle')
            : t('conflict.keep', { value: short(conflict[conflict.taken]) })}
        </Button>
        {other === undefined ? null : (
          <Button
            pending={choosing.isPending}
            onPress={() => choosing.mutate({ ...other, words: short(other.value) })}
          >
            {t('conflict.use', { value: short(other.value) })}
          </Button>
        )}
      </div>
    </div>
  )
}

function useChoosing(view: PlanView, { id, pointer }: Conflict) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  return useMutation({
    mutationFn: async (other: { readonly value: unknown; readonly words: string } | undefined) => {
      if (other !== undefined)
        await savePlan(
          view,
          setAt(view.plan, pointer, other.value),
          t('conflict.reason', { value: other.words }),
        )
      await settleConflict(view.id, id)
    },
    onSuccess: () => announce(t('conflict.settled')),
    // Also after a failure: the value may be saved and only the settling have failed.
    onSettled: () => forgetPlan(client, view.id),
  })
}
