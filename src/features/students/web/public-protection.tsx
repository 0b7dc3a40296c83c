import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { Note } from '../../../ui/note.tsx'
import type { Protection } from '../contract.ts'
import styles from './protection.module.css'
import { RevealDialog } from './reveal-dialog.tsx'
import { texts } from './student-texts.ts'

interface ProtectionNoteProps {
  readonly studentId: string | undefined
  readonly protection: Protection | undefined
  readonly mayReveal: boolean
}

/** Says that a turvakielto hides something, and leads behind it; or that it does not hide just now. */
export function ProtectionNote({ mayReveal, protection, studentId }: ProtectionNoteProps) {
  const t = useTexts(texts)
  const [asking, setAsking] = useState(false)
  if (protection === undefined) return null
  return (
    <div className={styles.note}>
      {protection === 'revealed' ? (
        <Note tone="warning" title={t('protection.revealed')}>
          <p>{t('protection.revealedText')}</p>
        </Note>
      ) : (
        <Note tone="info" title={t('protection.masked')}>
          <p>{t('protection.maskedText')}</p>
          {mayReveal && studentId !== undefined ? (
            <div className={styles.button}>
              <Button onPress={() => setAsking(true)}>{t('protection.reveal')}</Button>
            </div>
          ) : null}
        </Note>
      )}
      {asking && studentId !== undefined ? (
        <RevealDialog studentId={studentId} onClose={() => setAsking(false)} />
      ) : null}
    </div>
  )
}
