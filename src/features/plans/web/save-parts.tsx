import { formatInstant } from '../../../platform/i18n/format.ts'
import { problemOf } from '../../../platform/web/api.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { DialogButtons } from '../../../ui/dialog.tsx'
import { Note } from '../../../ui/note.tsx'
import { useSaverName } from './plan-header.tsx'
import { texts } from './texts.ts'
import type { Save } from './use-save.ts'

/** What the last save came to: a conflict with the way on, an error, or the newest version fetched. */
export function SaveOutcome({ saving }: { readonly saving: Save }) {
  const t = useTexts(texts)
  if (saving.conflict) return <ConflictNote saving={saving} />
  if (saving.error !== null && saving.error !== undefined) return <Failure error={saving.error} />
  if (saving.reloaded) return <Note tone="info" title={t('editing.reloaded')} />
  return null
}

function ConflictNote({ saving }: { readonly saving: Save }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const saverName = useSaverName()
  const { savedBy, savedAt } = problemOf(saving.error)
  const known = isSaver(savedBy) && typeof savedAt === 'string'
  return (
    <Note tone="warning" title={t('editing.conflictTitle')} live="alert">
      <p>
        {known
          ? t('editing.conflictText', { name: saverName(savedBy), time: formatInstant(savedAt, language) })
          : t('editing.conflictUnknown')}
      </p>
      <Button pending={saving.pending} onPress={saving.reload}>
        {t('editing.reload')}
      </Button>
    </Note>
  )
}

function isSaver(value: unknown): value is { readonly name?: string; readonly source?: string } {
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).every(part => typeof part === 'string')
}

interface SaveButtonsProps {
  readonly saving: Save
  readonly onClose: () => void
  readonly disabled?: boolean
}

export function SaveButtons({ saving, onClose, disabled = false }: SaveButtonsProps) {
  const t = useTexts(texts)
  return (
    <DialogButtons>
      <Button type="submit" look="primary" pending={saving.pending} disabled={disabled}>
        {t('editing.save')}
      </Button>
      <Button onPress={onClose}>{t('editing.cancel')}</Button>
    </DialogButtons>
  )
}
