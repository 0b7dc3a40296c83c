import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { formatDate } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Async, Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import fields from '../../../ui/field.module.css'
import { Section } from '../../../ui/section.tsx'
import type { ClockView } from '../contract.ts'
import { clockQuery, moveClock } from './api.ts'
import { texts } from './texts.ts'

/** Only in the demo: the day that rules and deadlines see. */
export function ClockSection() {
  const t = useTexts(texts)
  const clock = useQuery(clockQuery)
  return (
    <Section id="clock" title={t('title')}>
      <p>{t('lead')}</p>
      <Async query={clock}>{view => <ClockForm key={view.today} view={view} />}</Async>
    </Section>
  )
}

function ClockForm({ view }: { readonly view: ClockView }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [date, setDate] = useState<string>(view.today)
  const moving = useMoving()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (date !== '') moving.mutate(date)
  }
  return (
    <form className={fields.form} onSubmit={submit} noValidate>
      <Facts dense>
        <Fact name={t('today')}>{formatDate(view.today, language)}</Fact>
        <Fact name={t('realToday')}>{formatDate(view.realToday, language)}</Fact>
      </Facts>
      <p>{view.days === 0 ? t('unmoved') : t('moved', { count: view.days })}</p>
      <DateField label={t('date')} value={date} onChange={setDate} required />
      {moving.error === null ? null : <Failure error={moving.error} />}
      <div className={fields.row}>
        <Button type="submit" look="primary" pending={moving.isPending} disabled={date === ''}>
          {t('move')}
        </Button>
        <Button disabled={view.days === 0} onPress={() => moving.mutate(undefined)}>
          {t('reset')}
        </Button>
      </div>
    </form>
  )
}

function useMoving() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const client = useQueryClient()
  const announce = useAnnounce()
  return useMutation({
    mutationFn: moveClock,
    onSuccess: async view => {
      client.setQueryData(clockQuery.queryKey, view)
      announce(t('done', { date: formatDate(view.today, language) }))
      // Another day is another truth: findings, lists and the day in the session are asked again.
      await client.invalidateQueries({ predicate: query => query.queryKey[0] !== 'clock' })
    },
  })
}
