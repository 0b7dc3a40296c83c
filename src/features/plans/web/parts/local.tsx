import { useTexts } from '../../../../platform/web/language.tsx'
import type { LocalUnit } from '../stored.ts'
import { texts as planTexts } from '../texts.ts'
import { AcquiringForm, useAcquiringSummary } from './acquiring-form.tsx'
import { AddPart, PartList } from './part-list.tsx'
import { useWrittenName } from './part-names.ts'
import styles from './parts.module.css'
import { NumberPlace, TextPlace } from './places.tsx'
import { texts } from './texts.ts'

/** Units that the provider has made itself: they have no national code, so they are written. */
export function LocalForms() {
  const t = useTexts(texts)
  const name = useWrittenName()
  const summary = useAcquiringSummary()
  return (
    <PartList<LocalUnit>
      list="/localUnits"
      level="h3"
      name={unit => name(unit.name)}
      summary={summary}
      form={(unit, pointer) => (
        <AcquiringForm unit={unit} pointer={pointer} level="h4">
          <LocalFields pointer={pointer} />
        </AcquiringForm>
      )}
      adding={<AddPart list="/localUnits" text={t('add.localUnit')} make={() => ({ name: '' })} />}
    />
  )
}

/** What a national code would tell of a unit. */
export function LocalFields({ pointer }: { readonly pointer: string }) {
  const named = useTexts(planTexts)
  const t = useTexts(texts)
  return (
    <div className={styles.fields}>
      <TextPlace pointer={`${pointer}/name`} label={named('fields.name')} required />
      <NumberPlace
        pointer={`${pointer}/competencePoints`}
        label={named('fields.competencePoints')}
        hint={t('pointsHint')}
        whole
      />
      <TextPlace pointer={`${pointer}/aimsAndContent`} label={named('fields.aimsAndContent')} multiline />
    </div>
  )
}
