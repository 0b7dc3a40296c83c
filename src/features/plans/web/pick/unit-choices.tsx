import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { pickName } from '../../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../../platform/web/language.tsx'
import { useSignedIn } from '../../../../platform/web/session.ts'
import { Async } from '../../../../ui/async.tsx'
import { Button } from '../../../../ui/button.tsx'
import { ComboBox } from '../../../../ui/combo-box.tsx'
import { Note } from '../../../../ui/note.tsx'
import type { UnitChoice, UnitChoices, UnitGroup } from '../../contract-choices.ts'
import { useEditor } from '../editor-context.tsx'
import { texts } from '../parts/texts.ts'
import { texts as planTexts } from '../texts.ts'
import { qualificationsQuery, type UnitSource, unitSourceOf, unitsQuery } from './api.ts'
import { type Choosable, type ChoosableGroup, Chooser } from './chooser.tsx'

interface ChosenUnits {
  readonly diaryNumber: string
  readonly units: readonly UnitChoice[]
}

interface UnitChooserProps {
  readonly kind: 'vocational' | 'common'
  readonly taken: readonly string[]
  readonly onAdd: (chosen: ChosenUnits) => void
  readonly onClose: () => void
}

/** Units of the student's qualification by the groups of its structure, or of another one. */
export function UnitChooser({ kind, taken, onAdd, onClose }: UnitChooserProps) {
  const t = useTexts(texts)
  const { studyRight } = useEditor()
  const own = useOwnUnits()
  const [other, setOther] = useState<UnitSource>()
  const [seeking, setSeeking] = useState(false)
  const source = other ?? own
  return (
    <>
      {own === undefined && other === undefined ? (
        <Note tone="info" compact>
          {t('chooser.noQualification')}
        </Note>
      ) : null}
      {seeking || own === undefined ? (
        <QualificationBox onChoose={diaryNumber => setOther({ diaryNumber })} />
      ) : null}
      {source === undefined ? null : (
        <Units
          key={source.diaryNumber}
          source={source}
          kind={kind}
          taken={taken}
          onAdd={onAdd}
          onClose={onClose}
        />
      )}
      {studyRight === undefined || own === undefined ? null : (
        <div>
          <Button
            look="quiet"
            onPress={() => {
              setOther(undefined)
              setSeeking(!seeking)
            }}
          >
            {t(seeking ? 'chooser.own' : 'chooser.other')}
          </Button>
        </div>
      )}
    </>
  )
}

export function useOwnUnits(): UnitSource | undefined {
  const { studyRight } = useEditor()
  const session = useSignedIn()
  return unitSourceOf(studyRight, session?.today ?? '')
}

interface UnitsProps extends UnitChooserProps {
  readonly source: UnitSource
}

function Units({ source, kind, taken, onAdd, onClose }: UnitsProps) {
  const query = useQuery(unitsQuery(source))
  const groups = useGroups(kind)
  return (
    <Async query={query}>
      {choices => (
        <Chooser
          groups={groups(choices)}
          taken={taken}
          onClose={onClose}
          onAdd={chosen => onAdd({ diaryNumber: choices.diaryNumber, units: chosenOf(choices, chosen) })}
        />
      )}
    </Async>
  )
}

const unitsOf = (choices: UnitChoices): readonly UnitChoice[] => [
  ...choices.groups.flatMap(group => group.units),
  ...choices.commonUnits,
]

function chosenOf(choices: UnitChoices, chosen: readonly Choosable[]): readonly UnitChoice[] {
  const codes = new Set(chosen.map(one => one.code))
  return unitsOf(choices).filter(unit => codes.has(unit.code))
}

function useGroups(kind: 'vocational' | 'common'): (choices: UnitChoices) => readonly ChoosableGroup[] {
  const t = useTexts(texts)
  const planText = useTexts(planTexts)
  const { language } = useLanguage()
  const size = ({ points }: UnitChoice): string | undefined => {
    if (points?.min === undefined) return undefined
    const { max, min } = points
    return max === undefined || max === min
      ? planText('points', { points: min })
      : t('chooser.pointsFrom', { min, max })
  }
  const named = (unit: UnitChoice): Choosable => ({ ...unit, size: size(unit) })
  const nameOf = ({ path }: UnitGroup): string => {
    // The first level only says that these are vocational units.
    const names = (path.length > 1 ? path.slice(1) : path).flatMap(one => pickName(one, language)?.text ?? [])
    return names.join(' › ')
  }
  return ({ commonUnits, groups, names }) => {
    if (kind === 'common')
      return [{ key: 'common', name: pickName(names, language)?.text ?? '', items: commonUnits.map(named) }]
    return groups.map((group, at) => ({
      key: String(at),
      name: nameOf(group),
      items: group.units.map(named),
    }))
  }
}

/** Another qualification, found by its name. */
function QualificationBox({ onChoose }: { readonly onChoose: (diaryNumber: string) => void }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<string>()
  const { data, isFetching } = useQuery(qualificationsQuery(text))
  const options = (data?.items ?? []).map(one => ({
    id: one.diaryNumber,
    text: pickName(one.names, language)?.text ?? one.diaryNumber,
    lang: pickName(one.names, language)?.language,
    detail: one.diaryNumber,
  }))
  return (
    <ComboBox
      label={t('chooser.otherLabel')}
      value={options.find(option => option.id === chosen)}
      options={options}
      onSearch={setText}
      onChoose={diaryNumber => {
        setChosen(diaryNumber)
        onChoose(diaryNumber)
      }}
      emptyText={t(isFetching ? 'search.loading' : 'search.nothing')}
      openLabel={t('search.open')}
      {...(data?.next === undefined ? {} : { footnote: t('search.more') })}
    />
  )
}
