import { type FormEvent, useState } from 'react'
import { pickName } from '../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import styles from '../../../ui/field.module.css'
import { focusFirstInvalid } from '../../../ui/invalid.ts'
import { TextField } from '../../../ui/text-field.tsx'
import type { PlanView } from './api.ts'
import { applyBasics, basicsValues } from './edits.ts'
import { careerPlans, ownName } from './own-names.ts'
import { SaveButtons, SaveOutcome } from './save-parts.tsx'
import { texts } from './texts.ts'
import { useSave } from './use-save.ts'

export function BasicsForm({ view, onClose }: { readonly view: PlanView; readonly onClose: () => void }) {
  const t = useTexts(texts)
  const saving = useSave(view, onClose)
  const [values, setValues] = useState(() => basicsValues(view.plan))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (reason.trim() === '') focusFirstInvalid(event.currentTarget)
    else saving.save(applyBasics(saving.base.plan, values), reason.trim())
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <SaveOutcome saving={saving} />
      <Choice
        label={t('fields.careerPlanCode')}
        value={values.careerPlanCode}
        options={useCareerPlans(view)}
        onChange={careerPlanCode => setValues({ ...values, careerPlanCode })}
      />
      <DateField
        label={t('fields.competenceAchievedOn')}
        value={values.competenceAchievedOn}
        onChange={competenceAchievedOn => setValues({ ...values, competenceAchievedOn })}
      />
      <TextField
        label={t('editing.reason')}
        hint={t('editing.reasonHint')}
        value={reason}
        onChange={setReason}
        required
        error={tried && reason.trim() === '' ? t('editing.problems.reason') : undefined}
      />
      <SaveButtons saving={saving} onClose={onClose} />
    </form>
  )
}

/** The career plans of the national code set that the service has names for, and the one that the plan has. */
function useCareerPlans(view: PlanView): readonly { readonly value: string; readonly text: string }[] {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const codes = new Set(Object.keys(view.names).filter(code => code.startsWith('urasuunnitelma_')))
  for (const code of careerPlans) codes.add(`urasuunnitelma_${code}`)
  if (view.plan.careerPlanCode !== undefined) codes.add(view.plan.careerPlanCode)
  const options = [...codes].toSorted().map(code => ({
    value: code,
    text: pickName(view.names[code], language)?.text ?? ownName(code, t) ?? code,
  }))
  return [{ value: '', text: t('editing.none') }, ...options]
}
