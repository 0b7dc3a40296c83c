import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { ComboBox, type ComboOption } from '../../../ui/combo-box.tsx'
import { codeKey } from '../../codes/rules.ts'
import type { UnitChoices } from '../../plans/contract-choices.ts'
import { useNameOf } from '../../qualifications/web/public-name.tsx'
import { type Draft, type DraftUnit, freshId, nextWeek } from './draft.ts'
import styles from './templates.module.css'
import { texts } from './texts.ts'

interface AddUnitProps {
  readonly draft: Draft
  readonly choices: UnitChoices | undefined
  readonly onAdd: (unit: DraftUnit) => void
}

/** A unit of the qualification by its name, or a local one of the provider's own. */
export function AddUnit({ choices, draft, onAdd }: AddUnitProps) {
  const t = useTexts(texts)
  const nameOf = useNameOf()
  // Emptied by a new box after each choice.
  const [turn, setTurn] = useState(0)
  const taken = new Set(draft.units.flatMap(unit => (unit.kind === 'local' ? [] : [codeKey(unit.code)])))
  const options = (choices?.groups ?? []).flatMap((group): ComboOption[] =>
    group.units
      .filter(unit => !taken.has(codeKey(unit.code)))
      .map(unit => ({
        id: unit.code,
        text: nameOf(unit.names, unit.code),
        detail: unit.points?.min === undefined ? undefined : t('edit.pointsOf', { points: unit.points.min }),
        group: nameOf(group.path.at(-1), ''),
      })),
  )
  const common = (choices?.commonUnits ?? []).filter(unit => !taken.has(codeKey(unit.code)))
  const all = [...options, ...common.map(unit => ({ id: unit.code, text: nameOf(unit.names, unit.code) }))]
  const course = () => {
    const courses = draft.units.flatMap(unit => (unit.kind === 'common' ? [] : [unit]))
    const period = { week: nextWeek(courses), weeks: '4', method: 'school' as const, hours: '', share: '' }
    const id = freshId(draft, 'p')
    return { periods: [{ ...period, id, kept: {} }], demonstrations: [] }
  }
  const choose = (code: string): void => {
    setTurn(turn + 1)
    const unit = common.find(one => one.code === code)
    const id = freshId(draft, 'u')
    if (unit === undefined) onAdd({ kind: 'vocational', id, code, ...course() })
    else
      onAdd({
        ...{ kind: 'common', id, code },
        subjectAreas: unit.subjectAreas
          .filter(area => (area.pointsCompulsory ?? 0) > 0)
          .map(area => ({ code: area.code, periods: [], demonstrations: [] })),
      })
  }
  return (
    <div className={styles.form}>
      {all.length === 0 ? (
        <p className={styles.quiet}>{t('edit.allAdded')}</p>
      ) : (
        <ComboBox
          key={turn}
          label={t('edit.addUnit')}
          hint={t('edit.addUnitHint')}
          value={undefined}
          options={all}
          onChoose={choose}
          emptyText={t('new.noMatch')}
          openLabel={t('new.open')}
        />
      )}
      <div>
        <Button
          onPress={() =>
            onAdd({
              ...{ kind: 'local', id: freshId(draft, 'u'), name: '', points: '', description: '' },
              ...course(),
            })
          }
        >
          {t('edit.addLocal')}
        </Button>
      </div>
    </div>
  )
}
