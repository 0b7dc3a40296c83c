import { useTexts } from '../../../platform/web/language.tsx'
import { Choice } from '../../../ui/choice.tsx'
import type { Schedule } from '../contract.ts'
import styles from './registers.module.css'
import { weekdayOf, weekdays } from './rhythm-words.ts'
import type { Typed } from './settings-typed.ts'
import { texts } from './texts.ts'

const schedules: readonly Schedule[] = ['off', 'hourly', 'daily', 'weekly']
const hours = Array.from({ length: 24 }, (_, hour) => String(hour))

interface ScheduleFieldsProps {
  readonly typed: Typed
  readonly onChange: (change: Partial<Typed>) => void
}

/** How often, and where it matters on which day and at what hour. */
export function ScheduleFields({ typed, onChange }: ScheduleFieldsProps) {
  const t = useTexts(texts)
  const { schedule, hour, weekday } = typed
  return (
    <div className={styles.schedule}>
      <Choice
        label={t('settings.schedule')}
        value={schedule}
        options={schedules.map(value => ({ value, text: t(`schedules.${value}`) }))}
        onChange={value => onChange({ schedule: value })}
      />
      {schedule === 'weekly' ? (
        <Choice
          label={t('settings.weekday')}
          value={weekdayOf(weekday)}
          options={weekdays.map(value => ({ value, text: t(`weekdays.${value}`) }))}
          onChange={value => onChange({ weekday: Number(value) })}
        />
      ) : null}
      {schedule === 'weekly' || schedule === 'daily' ? (
        <Choice
          label={t('settings.hour')}
          value={String(hour)}
          options={hours.map(value => ({ value, text: t('hour', { hour: value }) }))}
          onChange={value => onChange({ hour: Number(value) })}
        />
      ) : null}
    </div>
  )
}
