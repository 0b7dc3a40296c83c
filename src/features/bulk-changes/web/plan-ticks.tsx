import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { Check } from '../../../ui/check.tsx'
import { Note } from '../../../ui/note.tsx'
import { useNameOf } from '../../qualifications/web/public-name.tsx'
import type { Selectable } from '../contract.ts'
import styles from './bulk.module.css'
import { texts } from './texts.ts'

interface PlanTicksProps {
  readonly plans: Selectable['plans']
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

/** Whose plans: all of the group to begin with. Of students with turvakielto only how many they are. */
export function PlanTicks({ chosen, onChange, plans }: PlanTicksProps) {
  const t = useTexts(texts)
  const nameOf = useNameOf()
  const open = plans.filter(plan => !plan.masked)
  const masked = plans.length - open.length
  const tick = (planId: string, checked: boolean): void => {
    const next = new Set(chosen)
    if (checked) next.add(planId)
    else next.delete(planId)
    onChange(next)
  }
  const qualifications = new Set(open.map(plan => nameOf(plan.qualification, '')))
  if (plans.length === 0) return <p>{t('new.empty')}</p>
  return (
    <fieldset className={styles.plans}>
      <legend>{t('new.plans')}</legend>
      <div className={styles.row}>
        <span role="status">{t('new.chosen', { count: chosen.size })}</span>
        <Button look="quiet" onPress={() => onChange(new Set(open.map(plan => plan.planId)))}>
          {t('new.all')}
        </Button>
        <Button look="quiet" onPress={() => onChange(new Set())}>
          {t('new.noneChosen')}
        </Button>
      </div>
      <div className={styles.ticks}>
        {open.map(({ name, planId, qualification }) => (
          <Check
            key={planId}
            label={name ?? t('new.unnamed')}
            checked={chosen.has(planId)}
            onChange={checked => tick(planId, checked)}
            // Told only where it tells them apart.
            {...(qualifications.size > 1 ? { hint: nameOf(qualification, '–') } : {})}
          />
        ))}
      </div>
      {masked === 0 ? null : <Note tone="info" compact title={t('new.masked', { count: masked })} />}
    </fieldset>
  )
}
