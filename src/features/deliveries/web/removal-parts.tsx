import { formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import type { DeliveryAction, Removal } from '../contract.ts'
import { texts } from './texts.ts'
import { useTellRemoved, useWithdrawRemoval } from './use-acts.ts'

/** Where a removal stands: waits for a person, told done, still there, confirmed. */
export function RemovalStanding({ removal }: { readonly removal: Removal }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { checkedAt, confirmedAt, toldDoneAt } = removal
  const at = (instant: string): { time: string } => ({ time: formatInstant(instant, language) })
  if (confirmedAt !== undefined) return t('removal.confirmed', at(confirmedAt))
  if (checkedAt !== undefined && checkedAt >= (toldDoneAt ?? ''))
    return t('removal.stillThere', at(checkedAt))
  return toldDoneAt === undefined ? t('removal.open') : t('removal.told', at(toldDoneAt))
}

interface RemovalButtonsProps {
  readonly planId: string
  /** Whose plan, where there are several. */
  readonly name: string
  readonly permittedActions: readonly DeliveryAction[]
}

export function RemovalButtons({ name, permittedActions, planId }: RemovalButtonsProps) {
  const t = useTexts(texts)
  const telling = useTellRemoved()
  const withdrawing = useWithdrawRemoval()
  const labelled = (label: string) => (name === '' ? {} : { label })
  const error = telling.error ?? withdrawing.error
  return (
    <>
      {permittedActions.includes('tell-removed') ? (
        <Button
          {...labelled(t('removal.doneOf', { name }))}
          pending={telling.isPending}
          onPress={() => telling.mutate(planId)}
        >
          {t('removal.done')}
        </Button>
      ) : null}
      {permittedActions.includes('withdraw-removal') ? (
        <Button
          look="quiet"
          {...labelled(t('removal.withdrawOf', { name }))}
          pending={withdrawing.isPending}
          onPress={() => withdrawing.mutate(planId)}
        >
          {t('removal.withdraw')}
        </Button>
      ) : null}
      {error === null ? null : <Failure error={error} />}
    </>
  )
}
