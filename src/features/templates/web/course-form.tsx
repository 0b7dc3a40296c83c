import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { TemplateDemonstration, TemplateMethod } from '../contract.ts'
import {
  type DraftCourse,
  type DraftDemonstration,
  type DraftPeriod,
  decimal,
  nextWeek,
  whole,
} from './draft.ts'
import styles from './templates.module.css'
import { texts } from './texts.ts'

interface CourseFormProps {
  /** What the unit or the subject area is called. */
  readonly name: string
  readonly course: DraftCourse
  readonly onChange: (course: DraftCourse) => void
  /** An id that nothing has yet. */
  readonly fresh: (letter: 'p' | 'd') => string
}

/** Periods and demonstrations of a unit or a subject area, a row each. */
export function CourseForm({ course, fresh, name, onChange }: CourseFormProps) {
  const t = useTexts(texts)
  const { demonstrations, periods } = course
  const setPeriod = (id: string, change: Partial<DraftPeriod>): void =>
    onChange({ ...course, periods: periods.map(one => (one.id === id ? { ...one, ...change } : one)) })
  const setDemonstration = (id: string, change: Partial<DraftDemonstration>): void =>
    onChange({
      ...course,
      demonstrations: demonstrations.map(one => (one.id === id ? { ...one, ...change } : one)),
    })
  const addPeriod = (): void => {
    const added = { id: fresh('p'), week: nextWeek([course]), weeks: '4', hours: '', share: '', kept: {} }
    onChange({ ...course, periods: [...periods, { ...added, method: 'school' }] })
  }
  const addDemonstration = (): void => {
    const week = String(Math.max(1, Number(nextWeek([course])) - 1))
    const place: TemplateDemonstration['place'] = periods.some(isAtWork) ? 'workplace' : 'school'
    const added = { id: fresh('d'), week, weeks: '1', place, kept: {} }
    onChange({ ...course, demonstrations: [...demonstrations, added] })
  }
  return (
    <>
      {periods.map((period, at) => (
        <PeriodRow
          key={period.id}
          number={at + 1}
          name={name}
          period={period}
          onChange={change => setPeriod(period.id, change)}
          onRemove={() => onChange({ ...course, periods: periods.filter(one => one.id !== period.id) })}
        />
      ))}
      {demonstrations.map((one, at) => (
        <DemonstrationRow
          key={one.id}
          number={at + 1}
          name={name}
          demonstration={one}
          onChange={change => setDemonstration(one.id, change)}
          onRemove={() =>
            onChange({ ...course, demonstrations: demonstrations.filter(other => other.id !== one.id) })
          }
        />
      ))}
      <div className={styles.row}>
        <Button label={t('edit.addPeriodOf', { unit: name })} onPress={addPeriod}>
          {t('edit.addPeriod')}
        </Button>
        <Button label={t('edit.addDemonstrationOf', { unit: name })} onPress={addDemonstration}>
          {t('edit.addDemonstration')}
        </Button>
      </div>
    </>
  )
}

export const isAtWork = ({ method }: { readonly method: TemplateMethod }): boolean =>
  method === 'training-agreement' || method === 'apprenticeship'

interface WeeksProps {
  readonly value: { readonly week: string; readonly weeks: string }
  readonly most: number
  readonly problem: string
  readonly onChange: (change: { week?: string; weeks?: string }) => void
}

export function WeekFields({ most, onChange, problem, value }: WeeksProps) {
  const t = useTexts(texts)
  return (
    <>
      <TextField
        label={t('edit.week')}
        inputMode="numeric"
        value={value.week}
        onChange={week => onChange({ week })}
        error={whole(value.week, 1, 260) === undefined ? t('edit.weekProblem') : undefined}
      />
      <TextField
        label={t('edit.weeks')}
        inputMode="numeric"
        value={value.weeks}
        onChange={weeks => onChange({ weeks })}
        error={whole(value.weeks, 1, most) === undefined ? problem : undefined}
      />
    </>
  )
}

interface PeriodRowProps {
  readonly number: number
  readonly name: string
  readonly period: DraftPeriod
  readonly onChange: (change: Partial<DraftPeriod>) => void
  readonly onRemove: () => void
}

const methods = ['school', 'training-agreement', 'apprenticeship', 'other'] as const

function PeriodRow({ name, number, onChange, onRemove, period }: PeriodRowProps) {
  const t = useTexts(texts)
  const share = period.share.trim() === '' || whole(period.share, 1, 100) !== undefined
  const atWork = isAtWork(period)
  return (
    <fieldset className={styles.part}>
      <legend>{t('edit.period', { number })}</legend>
      <div className={styles.cells}>
        <WeekFields value={period} most={260} problem={t('edit.weeksProblem')} onChange={onChange} />
        <div className={styles.wide}>
          <Choice
            label={t('edit.where')}
            value={period.method}
            options={methods.map(value => ({ value, text: t(`edit.methods.${value}`) }))}
            // A share of working time means nothing elsewhere.
            onChange={method => onChange(isAtWork({ method }) ? { method } : { method, share: '' })}
          />
        </div>
        <TextField
          label={t('edit.hours')}
          inputMode="numeric"
          value={period.hours}
          onChange={hours => onChange({ hours })}
          error={decimal(period.hours, 10_000) === undefined ? t('edit.hoursProblem') : undefined}
        />
        {atWork || period.share !== '' ? (
          <TextField
            label={t('edit.share')}
            inputMode="numeric"
            value={period.share}
            onChange={value => onChange({ share: value })}
            error={share ? undefined : t('edit.shareProblem')}
          />
        ) : (
          <span />
        )}
        <div>
          <Button look="quiet" label={t('edit.removePeriod', { number, unit: name })} onPress={onRemove}>
            {t('edit.remove')}
          </Button>
        </div>
      </div>
    </fieldset>
  )
}

interface DemonstrationRowProps {
  readonly number: number
  readonly name: string
  readonly demonstration: DraftDemonstration
  readonly onChange: (change: Partial<DraftDemonstration>) => void
  readonly onRemove: () => void
}

const places = ['school', 'workplace'] as const

function DemonstrationRow({ demonstration, name, number, onChange, onRemove }: DemonstrationRowProps) {
  const t = useTexts(texts)
  return (
    <fieldset className={styles.part}>
      <legend>{t('edit.demonstration', { number })}</legend>
      <div className={styles.cells}>
        <WeekFields
          value={demonstration}
          most={52}
          problem={t('edit.demonstrationWeeksProblem')}
          onChange={onChange}
        />
        <div className={styles.wide}>
          <Choice
            label={t('edit.place')}
            value={demonstration.place}
            options={places.map(value => ({ value, text: t(`edit.places.${value}`) }))}
            onChange={place => onChange({ place })}
          />
        </div>
        <div>
          <Button
            look="quiet"
            label={t('edit.removeDemonstration', { number, unit: name })}
            onPress={onRemove}
          >
            {t('edit.remove')}
          </Button>
        </div>
      </div>
    </fieldset>
  )
}
