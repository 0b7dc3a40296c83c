import { useMutation } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/language.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Note } from '../../../ui/note.tsx'
import type { Register, TryOutcome } from '../contract.ts'
import { tryRegister } from './api.ts'
import styles from './registers.module.css'
import { texts } from './texts.ts'

interface TryConnectionProps {
  readonly register: Register
  /** Something has been typed and not saved: a trial would tell of other settings than those on the screen. */
  readonly dirty: boolean
}

export function TryConnection({ register, dirty }: TryConnectionProps) {
  const t = useTexts(texts)
  const trying = useMutation({ mutationFn: () => tryRegister(register) })
  return (
    <div className={styles.try}>
      <div className={styles.buttons}>
        <Button disabled={dirty} pending={trying.isPending} onPress={() => trying.mutate()}>
          {t('settings.try')}
        </Button>
        <span className={styles.small}>{dirty ? t('settings.trySaveFirst') : t('settings.tryHint')}</span>
      </div>
      {trying.error === null ? null : <Failure error={trying.error} />}
      {trying.data === undefined || trying.isPending || dirty ? null : <Told outcome={trying.data} />}
    </div>
  )
}

function Told({ outcome: { answers, text } }: { readonly outcome: TryOutcome }) {
  const t = useTexts(texts)
  return (
    <Note
      tone={answers ? 'success' : 'error'}
      title={answers ? t('settings.tryGood') : t('settings.tryBad')}
      live="status"
    >
      <p>{text}</p>
    </Note>
  )
}
