import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import fields from '../../../ui/field.module.css'
import { texts } from './limits-texts.ts'
import { isFineBreak, type TypedBreak } from './limits-typed.ts'

interface BreakFieldsProps {
  readonly breaks: readonly TypedBreak[]
  readonly onChange: (breaks: readonly TypedBreak[]) => void
}

const breaksAtMost = 30

/** The institution's own holidays, which no calendar of ours knows. */
export function BreakFields({ breaks, onChange }: BreakFieldsProps) {
  const t = useTexts(texts)
  const set = (key: number, part: Partial<TypedBreak>): void =>
    onChange(breaks.map(one => (one.key === key ? { ...one, ...part } : one)))
  const next = 1 + Math.max(-1, ...breaks.map(one => one.key))
  return (
    <>
      <div>
        <p className={fields.label}>{t('emptyWeeks.breaks')}</p>
        <p className={fields.hint}>{t('emptyWeeks.breaksHint')}</p>
      </div>
      {breaks.map((one, at) => (
        <fieldset
          key={one.key}
          className={fields.group}
          aria-label={t('emptyWeeks.breakNamed', { number: at + 1 })}
        >
          <div className={fields.pair}>
            <DateField
              label={t('emptyWeeks.breakStart')}
              value={one.start}
              onChange={start => set(one.key, { start })}
            />
            <DateField
              label={t('emptyWeeks.breakEnd')}
              value={one.end}
              onChange={end => set(one.key, { end })}
              error={isFineBreak(one) || one.end === '' ? undefined : t('emptyWeeks.breakProblem')}
            />
          </div>
          <div>
            <Button look="quiet" onPress={() => onChange(breaks.filter(({ key }) => key !== one.key))}>
              {t('emptyWeeks.removeBreak', { number: at + 1 })}
            </Button>
          </div>
        </fieldset>
      ))}
      {breaks.length >= breaksAtMost ? null : (
        <div>
          <Button onPress={() => onChange([...breaks, { key: next, start: '', end: '' }])}>
            {t('emptyWeeks.addBreak')}
          </Button>
        </div>
      )}
    </>
  )
}
