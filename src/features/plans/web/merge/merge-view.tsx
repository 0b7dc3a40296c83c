import { useTexts } from '../../../../platform/web/language.tsx'
import { Button } from '../../../../ui/button.tsx'
import { DialogButtons } from '../../../../ui/dialog.tsx'
import type { StoredPlan } from '../../rules-contacts.ts'
import { mergePlans } from '../../rules-merge.ts'
import type { CodeNames, Contacts, Saver } from '../api.ts'
import { texts } from '../texts.ts'

/** A body with what is needed to say it in words. */
export interface MergeBody {
  readonly plan: StoredPlan
  /** People by the reference that the body holds; of `ours` also those who are new. */
  readonly contacts: Contacts
  readonly names: Readonly<Record<string, CodeNames>>
}

/** The newest version: who saved it, when and why. */
export interface TheirBody extends MergeBody {
  readonly version: number
  readonly author?: Saver
  readonly savedAt?: string
  readonly reason?: string
}

export interface MergeViewProps {
  /** The version that the writer began from. */
  readonly base: MergeBody
  readonly theirs: TheirBody
  /** What was written. */
  readonly ours: MergeBody
  /** One body of both, to be saved on top of `theirs.version`; its contacts and names are those of both sides. */
  readonly onMerged: (merged: MergeBody) => void
  /** Back to the form, with what was written as it was. */
  readonly onCancel: () => void
}

/** Two people changed a plan at once: what each changed, and a choice where both changed the same thing. */
export function MergeView({ base, theirs, ours, onMerged, onCancel }: MergeViewProps) {
  const t = useTexts(texts)
  const merge = () => {
    const bodies = { base: base.plan, theirs: theirs.plan, ours: ours.plan }
    const { merged } = mergePlans({ ...bodies, master: () => 'here' })
    onMerged({
      plan: merged,
      contacts: { ...ours.contacts, ...theirs.contacts },
      names: { ...ours.names, ...theirs.names },
    })
  }
  return (
    <DialogButtons>
      <Button look="primary" onPress={merge}>
        {t('editing.save')}
      </Button>
      <Button onPress={onCancel}>{t('editing.cancel')}</Button>
    </DialogButtons>
  )
}
