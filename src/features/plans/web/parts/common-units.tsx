import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../../../platform/web/language.tsx'
import { codeKey } from '../../../codes/rules.ts'
import type { AreaChoice, UnitChoice } from '../../contract-choices.ts'
import { useEditor } from '../editor-context.tsx'
import { unitsQuery } from '../pick/api.ts'
import { Adding, Chooser } from '../pick/chooser.tsx'
import { UnitChooser, useOwnUnits } from '../pick/unit-choices.tsx'
import type { CommonUnit, SubjectArea } from '../stored.ts'
import { texts as planTexts } from '../texts.ts'
import { AcquiringForm, useAcquiringSummary } from './acquiring-form.tsx'
import { useFolding } from './fold.tsx'
import { PartList } from './part-list.tsx'
import { learnt, useCodeText } from './part-names.ts'
import { texts } from './texts.ts'

/** The common units: learning and showing happen in their subject areas. */
export function CommonForms() {
  const t = useTexts(texts)
  const name = useCodeText()
  return (
    <PartList<CommonUnit>
      list="/commonUnits"
      level="h3"
      name={unit => name(unit.unitCode)}
      summary={unit => t('areas', { count: unit.subjectAreas.length })}
      form={(unit, pointer) => <Areas unit={unit} list={`${pointer}/subjectAreas`} />}
      adding={<AddCommonUnits list="/commonUnits" area={areaOf} />}
    />
  )
}

const areaOf = ({ code, codeVersion }: AreaChoice) => ({
  subjectAreaCode: code,
  subjectAreaCodeVersion: codeVersion,
})

function Areas({ unit, list }: { readonly unit: CommonUnit; readonly list: string }) {
  const name = useCodeText()
  const summary = useAcquiringSummary()
  return (
    <PartList<SubjectArea>
      list={list}
      level="h4"
      inner
      name={area => name(area.subjectAreaCode)}
      summary={summary}
      form={(area, pointer) => <AcquiringForm unit={area} pointer={pointer} level="h5" />}
      adding={
        <AddAreas
          list={list}
          unitCode={unit.unitCode}
          taken={unit.subjectAreas.map(area => area.subjectAreaCode)}
          area={areaOf}
        />
      }
    />
  )
}

interface AddCommonUnitsProps {
  readonly list: string
  /** A subject area as it begins in this list. */
  readonly area: (choice: AreaChoice) => object
  /** What else a unit begins with. */
  readonly more?: object
}

/** Common units come with all their compulsory subject areas: those that a student does not need are taken away. */
export function AddCommonUnits({ list, area, more = {} }: AddCommonUnitsProps) {
  const t = useTexts(texts)
  const { insert, learn, plan } = useEditor()
  const folding = useFolding()
  const taken = (list === '/commonUnits' ? plan.commonUnits : plan.priorCommonUnits) ?? []
  const add = (units: readonly UnitChoice[]): void => {
    const all = units.flatMap(unit => [unit, ...unit.subjectAreas])
    learn(Object.fromEntries(all.map(one => [one.code, learnt(one)])))
    const pointers = units.map(unit =>
      insert(list, {
        ...more,
        unitCode: unit.code,
        unitCodeVersion: unit.codeVersion,
        subjectAreas: unit.subjectAreas.filter(one => (one.pointsCompulsory ?? 0) > 0).map(area),
      }),
    )
    if (pointers[0] !== undefined) folding.go(pointers[0])
  }
  return (
    <Adding text={t('add.commonUnits')}>
      {(close, leave) => (
        <UnitChooser
          kind="common"
          taken={taken.map(unit => unit.unitCode)}
          onClose={close}
          onAdd={({ units }) => {
            leave()
            add(units)
          }}
        />
      )}
    </Adding>
  )
}

interface AddAreasProps extends Pick<AddCommonUnitsProps, 'list' | 'area'> {
  readonly unitCode: string
  readonly taken: readonly string[]
}

/** More subject areas of one common unit. */
export function AddAreas({ list, unitCode, taken, area }: AddAreasProps) {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const { insert, learn } = useEditor()
  const folding = useFolding()
  const own = useOwnUnits()
  const { data } = useQuery({ ...unitsQuery(own ?? { diaryNumber: '' }), enabled: own !== undefined })
  const unit = data?.commonUnits.find(one => codeKey(one.code) === codeKey(unitCode))
  if (unit === undefined) return null
  const items = unit.subjectAreas.map(one => ({
    ...one,
    size: one.pointsCompulsory === undefined ? undefined : named('points', { points: one.pointsCompulsory }),
  }))
  return (
    <Adding text={t('add.areas')}>
      {(close, leave) => (
        <Chooser
          groups={[{ key: unitCode, name: named('fields.subjectAreas'), items }]}
          taken={taken}
          onClose={close}
          onAdd={chosen => {
            leave()
            const codes = new Set(chosen.map(one => one.code))
            const found = unit.subjectAreas.filter(one => codes.has(one.code))
            learn(Object.fromEntries(found.map(one => [one.code, learnt(one)])))
            const pointers = found.map(one => insert(list, area(one)))
            if (pointers[0] !== undefined) folding.go(pointers[0])
          }}
        />
      )}
    </Adding>
  )
}
