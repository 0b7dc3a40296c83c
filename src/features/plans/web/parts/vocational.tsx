import type { VocationalUnit } from '../stored.ts'
import { AcquiringForm, useAcquiringSummary } from './acquiring-form.tsx'
import { AddUnits } from './add-units.tsx'
import { PartList } from './part-list.tsx'
import { useCodeText } from './part-names.ts'

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
      adding={<AddUnits list="/vocationalUnits" />}
    />
  )
}
