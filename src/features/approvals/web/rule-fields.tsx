import { useEffect, useRef } from 'react'
import { formatDate, formatDateRange } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { classes } from '../../../ui/classes.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { Buttons } from '../../../ui/entry.tsx'
import fields from '../../../ui/field.module.css'
import { TextField } from '../../../ui/text-field.tsx'
import styles from './approvals.module.css'
import { texts } from './texts.ts'
import { ruleParties, ruleParts, type TypedRule } from './typed-rule.ts'

interface RuleFieldsProps {
  readonly number: number
  readonly rule: TypedRule
  readonly today: string
  /** Whether it is being changed; one that is not is said in a few words. */
  readonly open: boolean
  readonly onOpen: () => void
  readonly onChange: (rule: TypedRule) => void
  readonly onRemove: () => void
}

const needs = ['asked', 'demanded'] as const

/** One rule: which part, who, whether the answer is waited for, and on which days. */
export function RuleFields(props: RuleFieldsProps) {
  const t = useTexts(texts)
  const { number, onOpen, onRemove, open, rule, today } = props
  const { from, part, party, until } = rule
  const names = { number, part: t(`parts.${part}`), party: t(`parties.${party}`) }
  const holds = from !== '' && from <= today && (until === '' || today <= until)
  return (
    <fieldset className={classes(fields.group, styles.rule, holds && styles.holds)}>
      <legend>{t('settings.rule', names)}</legend>
      <p>
        <Standing rule={rule} today={today} />
      </p>
      {open ? <Inputs {...props} /> : <Words rule={rule} />}
      <Buttons>
        {open ? null : (
          <Button label={t('settings.changeLabel', names)} onPress={onOpen}>
            {t('settings.change')}
          </Button>
        )}
        <Button look="quiet" label={t('settings.removeLabel', names)} onPress={onRemove}>
          {t('settings.remove')}
        </Button>
      </Buttons>
    </fieldset>
  )
}

function Words({ rule: { from, need, source, until } }: Pick<RuleFieldsProps, 'rule'>) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const days =
    until === ''
      ? t('settings.openEnded', { start: formatDate(from, language) })
      : formatDateRange(from, until, language)
  return (
    <p>
      {t(`settings.needs.${need}`)}, {days}
      {source === '' ? null : `. ${t('settings.based', { source })}`}
    </p>
  )
}

function Inputs({ onChange, rule }: RuleFieldsProps) {
  const t = useTexts(texts)
  const inputs = useRef<HTMLDivElement>(null)
  // The button that opened them has gone, or stands far below.
  useEffect(() => inputs.current?.querySelector('select')?.focus(), [])
  const { from, need, part, party, source, until } = rule
  const set = (changes: Partial<TypedRule>): void => onChange({ ...rule, ...changes })
  const employerElsewhere = party === 'employer' && (part === 'path' || part === 'support')
  return (
    <div className={fields.pair} ref={inputs}>
      <Choice
        label={t('settings.part')}
        value={part}
        options={ruleParts.map(value => ({ value, text: t(`parts.${value}`) }))}
        onChange={value => set({ part: value })}
      />
      <Choice
        label={t('settings.party')}
        value={party}
        options={ruleParties.map(value => ({ value, text: t(`parties.${value}`) }))}
        onChange={value => set({ party: value })}
        {...(employerElsewhere ? { hint: t('settings.employerOnly') } : {})}
      />
      <Choice
        label={t('settings.need')}
        value={need}
        options={needs.map(value => ({ value, text: t(`settings.needs.${value}`) }))}
        onChange={value => set({ need: value })}
      />
      <TextField
        label={t('settings.source')}
        hint={t('settings.sourceHint')}
        value={source}
        onChange={value => set({ source: value })}
        maxLength={300}
      />
      <DateField
        label={t('settings.from')}
        value={from}
        onChange={value => set({ from: value })}
        required
        error={from === '' ? t('settings.fromNeeded') : undefined}
      />
      <DateField
        label={t('settings.until')}
        hint={t('settings.untilHint')}
        value={until}
        onChange={value => set({ until: value })}
        error={until !== '' && until < from ? t('settings.untilWrong') : undefined}
      />
    </div>
  )
}

/** Which rules hold today is what an administrator comes to see. */
function Standing({ rule: { from, until }, today }: Pick<RuleFieldsProps, 'rule' | 'today'>) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  if (from !== '' && today < from)
    return <Badge>{t('settings.later', { date: formatDate(from, language) })}</Badge>
  if (until !== '' && until < today)
    return <Badge>{t('settings.over', { date: formatDate(until, language) })}</Badge>
  return from === '' ? null : <Badge tone="success">{t('settings.holds')}</Badge>
}
