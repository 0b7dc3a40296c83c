import { useTexts } from '../../../platform/web/language.tsx'
import { Check } from '../../../ui/check.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Typed } from './settings-typed.ts'
import { texts } from './texts.ts'

interface CredentialsProps {
  readonly hasSecret: boolean
  readonly typed: Typed
  readonly onChange: (change: Partial<Typed>) => void
  readonly faultAt: (pointer: string) => string | undefined
}

/** As whom a register is asked. The password goes in and never comes out. */
export function Credentials({ hasSecret, typed, onChange, faultAt }: CredentialsProps) {
  const t = useTexts(texts)
  return (
    <>
      <TextField
        label={t('settings.username')}
        hint={t('settings.usernameHint')}
        value={typed.username}
        onChange={username => onChange({ username })}
        maxLength={200}
        error={faultAt('/username')}
      />
      <TextField
        label={t('settings.secret')}
        hint={hasSecret ? t('settings.secretStored') : t('settings.secretMissing')}
        value={typed.secret}
        onChange={secret => onChange({ secret })}
        maxLength={500}
        secret
        error={faultAt('/secret')}
      />
      {hasSecret ? (
        <Check
          label={t('settings.secretAway')}
          checked={typed.secretAway}
          onChange={secretAway => onChange({ secretAway })}
        />
      ) : null}
    </>
  )
}
