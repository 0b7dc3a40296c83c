import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import type { RegisterView } from '../contract.ts'
import { useRhythmWords } from './rhythm-words.ts'
import { SettingsForm } from './settings-form.tsx'
import { texts } from './texts.ts'

/** Where a register is asked and how often; to be changed by those who keep it. */
export function RegisterSettings({ register }: { readonly register: RegisterView }) {
  const t = useTexts(texts)
  const rhythm = useRhythmWords()
  const [saved, setSaved] = useState<number>()
  if (!register.permittedActions.includes('change'))
    return (
      <Section id="settings" title={t('settings.title')}>
        <Facts>
          <Fact name={t('settings.address')}>
            <code>{register.address}</code>
          </Fact>
          <Fact name={t('settings.schedule')}>{rhythm(register)}</Fact>
        </Facts>
      </Section>
    )
  return (
    <Section id="settings" title={t('settings.title')}>
      {/* Settings of another version are another form: what was read anew replaces what was typed. */}
      <SettingsForm key={register.version} register={register} onSaved={setSaved} />
      {saved !== undefined && saved === register.version ? (
        <Note tone="success" title={t('settings.saved')} />
      ) : null}
    </Section>
  )
}
