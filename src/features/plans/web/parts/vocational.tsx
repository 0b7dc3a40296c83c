import { useTexts } from '../../../../platform/web/language.tsx'
import { useEditor } from '../editor-context.tsx'
import { Adding } from '../pick/chooser.tsx'
import { UnitChooser } from '../pick/unit-choices.tsx'
import type { VocationalUnit } from '../stored.ts'
import { AcquiringForm, useAcquiringSummary } from './acquiring-form.tsx'
import { useFolding } from './fold.tsx'
import { PartList } from './part-list.tsx'
import { learnt, useCodeText } from './part-names.ts'
import { texts } from './texts.ts'

/** The vocational units that are to be acquired. */
export function VocationalForms() {
  const name = useCodeText()
  const summary = useAcquiringSummary()
  return (
    <PartList<VocationalUnit>
      list="/vocationalUnits"
      level="h3"
      name={unit => name(unit.unitCode)}
      summary={summary}
      form={(unit, pointer) => <AcquiringForm unit={unit} pointer={pointer} level="h4" />}
      adding={<AddUnits />}
    />
  )
}

function AddUnits() {
  const t = useTexts(texts)
  const { insert, learn, plan } = useEditor()
  const folding = useFolding()
  const taken = (plan.vocationalUnits ?? []).map(unit => unit.unitCode)
  return (
    <Adding text={t('add.units')}>
      {close => (
        <UnitChooser
          kind="vocational"
          taken={taken}
          onClose={close}
          onAdd={({ diaryNumber, units }) => {
            close()
            learn(Object.fromEntries(units.map(unit => [unit.code, learnt(unit)])))
            const pointers = units.map(unit =>
              insert('/vocationalUnits', {
                unitCode: unit.code,
                unitCodeVersion: unit.codeVersion,
                requirementsDiaryNumber: diaryNumber,
              }),
            )
            if (pointers[0] !== undefined) folding.go(pointers[0])
          }}
        />
      )}
    </Adding>
  )
}
