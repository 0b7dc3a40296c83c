import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import { codeKey } from '../../codes/rules.ts'
import type { TemplatePage } from '../contract-api.ts'
import { AddUnit } from './add-unit.tsx'
import { type DraftUnit, freshId } from './draft.ts'
import type { Naming } from './naming.ts'
import styles from './templates.module.css'
import { texts } from './texts.ts'
import { UnitItem } from './unit-item.tsx'
import type { Writing } from './use-draft.ts'

interface UnitsPartProps {
  readonly page: TemplatePage
  readonly naming: Naming
  readonly writing: Writing
}

interface Removed {
  readonly unit: DraftUnit
  readonly at: number
}

/** The units in the order of studying; the order is changed by buttons, and a removal can be undone. */
export function UnitsPart({ naming, page: { choices }, writing }: UnitsPartProps) {
  const t = useTexts(texts)
  const announce = useAnnounce()
  const [removed, setRemoved] = useState<Removed>()
  const [added, setAdded] = useState<string>()
  const { setDraft, setUnit, written } = writing
  const { draft } = written
  const move = (at: number, by: -1 | 1): void => {
    const unit = draft.units[at]
    if (unit === undefined) return
    setDraft(before => ({ ...before, units: before.units.toSpliced(at, 1).toSpliced(at + by, 0, unit) }))
    announce(t('edit.moved', { unit: naming.ofUnit(unit), place: at + by + 1 }))
  }
  const remove = (at: number): void => {
    const unit = draft.units[at]
    if (unit === undefined) return
    setDraft(before => ({ ...before, units: before.units.toSpliced(at, 1) }))
    setRemoved({ unit, at })
    announce(t('edit.removed', { unit: naming.ofUnit(unit) }))
  }
  const undo = ({ at, unit }: Removed): void => {
    setDraft(before => ({ ...before, units: before.units.toSpliced(at, 0, unit) }))
    setRemoved(undefined)
  }
  return (
    <Section id="units" title={t('edit.units')} count={draft.units.length}>
      {removed === undefined ? null : (
        <Note tone="info" compact title={t('edit.removed', { unit: naming.ofUnit(removed.unit) })}>
          <Button look="quiet" onPress={() => undo(removed)}>
            {t('edit.undo')}
          </Button>
        </Note>
      )}
      {draft.units.length === 0 ? <p className={styles.quiet}>{t('edit.noUnits')}</p> : null}
      <ol className={styles.units}>
        {draft.units.map((unit, at) => (
          <UnitItem
            key={unit.id}
            unit={unit}
            at={at}
            last={at === draft.units.length - 1}
            naming={naming}
            choice={choices?.commonUnits.find(
              one => unit.kind === 'common' && codeKey(one.code) === codeKey(unit.code),
            )}
            opened={unit.id === added}
            fresh={letter => freshId(draft, letter)}
            onChange={next => setUnit(unit.id, () => next)}
            onMove={by => move(at, by)}
            onRemove={() => remove(at)}
          />
        ))}
      </ol>
      <h3>{t('edit.add')}</h3>
      <AddUnit
        draft={draft}
        choices={choices}
        onAdd={unit => {
          setDraft(before => ({ ...before, units: [...before.units, unit] }))
          setAdded(unit.id)
          goToUnit(unit.id)
        }}
      />
    </Section>
  )
}

/** Opens a unit and gives it the focus, once it has been drawn. */
export function goToUnit(id: string): void {
  requestAnimationFrame(() => {
    const item = document.getElementById(`unit-${id}`)
    item?.querySelector('details')?.setAttribute('open', '')
    item?.scrollIntoView({ block: 'center' })
    item?.focus({ preventScroll: true })
  })
}
