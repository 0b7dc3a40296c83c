import { type FormEvent, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import styles from '../../../ui/field.module.css'
import { focusFirstInvalid } from '../../../ui/invalid.ts'
import { Note } from '../../../ui/note.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { PlanView } from './api.ts'
import {
  applyPeriod,
  type FoundPeriod,
  type PeriodProblem,
  periodProblem,
  periodValues,
  samePeriod,
} from './edits.ts'
import { SaveButtons, SaveOutcome } from './save-parts.tsx'
import { texts } from './texts.ts'
import { useSave } from './use-save.ts'

interface PeriodFormProps {
  readonly view: PlanView
  readonly found: FoundPeriod
  readonly onClose: () => void
}

export function PeriodForm({ view, found, onClose }: PeriodFormProps) {
  const t = useTexts(texts)
  const saving = useSave(view, onClose)
  const [values, setValues] = useState(() => periodValues(found.period))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  // After a conflict the period may stand elsewhere in the newest version, or not at all.
  const target = samePeriod(saving.base.plan, found)
  const problem = periodProblem(values)
  const change = (part: Partial<typeof values>): void => setValues({ ...values, ...part })
  const shown = (...problems: readonly PeriodProblem[]): string | undefined =>
    tried && problem !== undefined && problems.includes(problem)
      ? t(`editing.problems.${problem}`)
      : undefined
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (target === undefined) return
    if (problem !== undefined || reason.trim() === '') focusFirstInvalid(event.currentTarget)
    else saving.save(applyPeriod(saving.base.plan, target.pointer, values), reason.trim())
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <SaveOutcome saving={saving} />
      {target === undefined ? <Note tone="error" title={t('editing.gone')} live="alert" /> : null}
      <div className={styles.pair}>
        <DateField
          label={t('fields.start')}
          value={values.start}
          onChange={start => change({ start })}
          error={shown('start')}
          required
        />
        <DateField
          label={t('fields.end')}
          value={values.end}
          onChange={end => change({ end })}
          error={shown('end', 'order')}
          required
        />
      </div>
      <TextField
        label={t('fields.partTimeShare')}
        hint={t('editing.shareHint')}
        inputMode="numeric"
        value={values.partTimeShare}
        onChange={partTimeShare => change({ partTimeShare })}
        error={shown('share')}
      />
      <TextField
        label={t('fields.periodNote')}
        multiline
        value={values.periodNote}
        onChange={periodNote => change({ periodNote })}
      />
      <TextField
        label={t('editing.reason')}
        hint={t('editing.reasonHint')}
        value={reason}
        onChange={setReason}
        required
        error={tried && reason.trim() === '' ? t('editing.problems.reason') : undefined}
      />
      <SaveButtons saving={saving} onClose={onClose} disabled={target === undefined} />
    </form>
  )
}
