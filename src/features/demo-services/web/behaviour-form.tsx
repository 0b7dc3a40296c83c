import { type FormEvent, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSaving } from '../../../platform/web/use-saving.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import fields from '../../../ui/field.module.css'
import type { DemoServicesView, ServiceMode } from '../contract.ts'
import { demoServicesQuery, tellService } from './api.ts'
import { texts } from './texts.ts'

const modes: readonly ServiceMode[] = ['normal', 'slow', 'down', 'refuse', 'garbage', 'half', 'lose-answer']
const lengths = ['always', '1', '3', '10'] as const
type Length = (typeof lengths)[number]

export function BehaviourForm({ view }: { readonly view: DemoServicesView }) {
  const t = useTexts(texts)
  const announce = useAnnounce()
  const [mode, setMode] = useState(view.mode)
  const [length, setLength] = useState<Length>('always')
  const telling = useSaving(tellService, demoServicesQuery.queryKey, () => announce(t('changed')))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const times = mode === 'normal' || length === 'always' ? {} : { times: Number(length) }
    telling.mutate({ mode, ...times })
  }
  return (
    <form className={fields.form} onSubmit={submit} noValidate>
      <Facts dense>
        <Fact name={t('now')}>{t(`modes.${view.mode}`)}</Fact>
        {view.mode === 'normal' ? null : (
          <Fact name={t('until')}>
            {view.left === undefined ? t('untilTold') : t('left', { count: view.left })}
          </Fact>
        )}
      </Facts>
      <div className={fields.pair}>
        <Choice
          label={t('mode')}
          value={mode}
          options={modes.map(value => ({ value, text: t(`modes.${value}`) }))}
          onChange={setMode}
        />
        {mode === 'normal' ? null : (
          <Choice
            label={t('times')}
            value={length}
            options={lengths.map(value => ({
              value,
              text: value === 'always' ? t('untilTold') : t('requests', { count: Number(value) }),
            }))}
            onChange={setLength}
          />
        )}
      </div>
      {telling.error === null ? null : <Failure error={telling.error} />}
      <div>
        <Button type="submit" look="primary" pending={telling.isPending}>
          {t('change')}
        </Button>
      </div>
    </form>
  )
}
