import { useTexts } from '../../../platform/web/language.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import type { PlanView } from './api.ts'
import { BasicsForm } from './basics-form.tsx'
import type { Editing } from './edits.ts'
import { PeriodForm } from './period-form.tsx'
import { texts } from './texts.ts'

interface EditDialogProps {
  readonly view: PlanView
  readonly editing: Editing
  readonly onClose: () => void
}

export default function EditDialog({ view, editing, onClose }: EditDialogProps) {
  const t = useTexts(texts)
  const title = editing.what === 'basics' ? t('editing.titleBasics') : t('editing.titlePeriod')
  return (
    <Dialog title={title} onClose={onClose} keepOpen>
      {editing.what === 'basics' ? (
        <BasicsForm view={view} onClose={onClose} />
      ) : (
        <PeriodForm view={view} found={editing} onClose={onClose} />
      )}
    </Dialog>
  )
}
