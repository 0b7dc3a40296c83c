import { useTexts } from '../../../../platform/web/language.tsx'
import { useEditor } from '../editor-context.tsx'
import { Adding } from '../pick/chooser.tsx'
import { UnitChooser } from '../pick/unit-choices.tsx'
import { useFolding } from './fold.tsx'
import { learnt } from './part-names.ts'
import { texts } from './texts.ts'

interface AddUnitsProps {
  readonly list: '/vocationalUnits' | '/priorVocationalUnits'
  /** What else a unit begins with. */
  readonly more?: object
}

/** Adds vocational units by name: their codes, versions and diary number come along. */
export function AddUnits({ list, more = {} }: AddUnitsProps) {
  const t = useTexts(texts)
  const { insert, learn, plan } = useEditor()
  const folding = useFolding()
  // A unit may be known in part and acquired in part, so only its own list keeps it from being added.
  const units = (list === '/vocationalUnits' ? plan.vocationalUnits : plan.priorVocationalUnits) ?? []
  return (
    <Adding text={t('add.units')}>
      {(close, leave) => (
        <UnitChooser
          kind="vocational"
          taken={units.map(unit => unit.unitCode)}
          onClose={close}
          onAdd={({ diaryNumber, units: chosen }) => {
            leave()
            learn(Object.fromEntries(chosen.map(unit => [unit.code, learnt(unit)])))
            const pointers = chosen.map(unit =>
              insert(list, {
                ...more,
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
