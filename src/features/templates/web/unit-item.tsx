import { type RefObject, useRef } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { ComboBox } from '../../../ui/combo-box.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { codeKey } from '../../codes/rules.ts'
import type { UnitChoice } from '../../plans/contract-choices.ts'
import { CourseForm } from './course-form.tsx'
import { type DraftCourse, type DraftUnit, decimal, whole } from './draft.ts'
import type { Naming } from './naming.ts'
import styles from './templates.module.css'
import { texts } from './texts.ts'

interface UnitItemProps {
  readonly unit: DraftUnit
  readonly at: number
  readonly last: boolean
  readonly naming: Naming
  /** The common unit as the requirements have it. */
  readonly choice: UnitChoice | undefined
  readonly opened: boolean
  readonly fresh: (letter: 'p' | 'd') => string
  readonly onChange: (unit: DraftUnit) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

/** A unit in the order of studying: what it is, where it stands, and behind one press its weeks. */
export function UnitItem(props: UnitItemProps) {
  const { at, last, naming, onMove, onRemove, opened, unit } = props
  const t = useTexts(texts)
  const name = naming.ofUnit(unit)
  const item = useRef<HTMLLIElement>(null)
  const points = unit.kind === 'local' ? decimal(unit.points, 300) : naming.points(unit.code)
  const move = (by: -1 | 1): void => {
    onMove(by)
    keepFocus(item, by)
  }
  return (
    <li className={styles.unit} ref={item} id={`unit-${unit.id}`} tabIndex={-1}>
      <div className={styles.unitHead}>
        <div>
          <h3>
            {at + 1}. {name}
          </h3>
          {typeof points === 'number' ? (
            <span className={styles.quiet}>{t('edit.pointsOf', { points })}</span>
          ) : null}
        </div>
        <div className={styles.tools}>
          <span data-move="-1">
            <Button
              look="quiet"
              disabled={at === 0}
              label={t('edit.upOf', { unit: name })}
              onPress={() => move(-1)}
            >
              {t('edit.up')}
            </Button>
          </span>
          <span data-move="1">
            <Button
              look="quiet"
              disabled={last}
              label={t('edit.downOf', { unit: name })}
              onPress={() => move(1)}
            >
              {t('edit.down')}
            </Button>
          </span>
          <Button look="quiet" label={t('edit.removeOf', { unit: name })} onPress={onRemove}>
            {t('edit.remove')}
          </Button>
        </div>
      </div>
      <details open={opened}>
        <summary>{useSummary(unit)}</summary>
        <div className={styles.inside}>
          <Inside {...props} name={name} />
        </div>
      </details>
    </li>
  )
}

/** The button that was pressed goes with its unit; at an end, where it cannot be pressed any more, the other one. */
function keepFocus(item: RefObject<HTMLLIElement | null>, by: -1 | 1): void {
  requestAnimationFrame(() => {
    const button = (way: number) =>
      item.current?.querySelector<HTMLButtonElement>(`[data-move="${way}"] button:not([disabled])`)
    ;(button(by) ?? button(-by))?.focus()
  })
}

function useSummary(unit: DraftUnit): string {
  const t = useTexts(texts)
  const courses: readonly DraftCourse[] = unit.kind === 'common' ? unit.subjectAreas : [unit]
  const spans = courses.flatMap(({ periods }) =>
    periods.flatMap(period => {
      const [week, weeks] = [whole(period.week, 1, 260), whole(period.weeks, 1, 260)]
      return week === undefined || weeks === undefined ? [] : [{ week, last: week + weeks - 1 }]
    }),
  )
  const shown = courses.reduce((sum, course) => sum + course.demonstrations.length, 0)
  if (spans.length === 0) return t('edit.noWeeks')
  const first = Math.min(...spans.map(span => span.week))
  const end = Math.max(...spans.map(span => span.last))
  const weeks = t('edit.weeksOf', { first, last: end })
  return shown === 0 ? weeks : `${weeks}, ${t('edit.demonstrations', { count: shown })}`
}

function Inside({ choice, fresh, name, naming, onChange, unit }: UnitItemProps & { readonly name: string }) {
  const t = useTexts(texts)
  if (unit.kind === 'common')
    return (
      <>
        {unit.subjectAreas.map(area => {
          const areaName = naming.ofCode(area.code)
          const others = unit.subjectAreas.filter(one => one !== area)
          return (
            <div key={area.code} className={styles.area}>
              <div className={styles.areaHead}>
                {areaName}
                <Button
                  look="quiet"
                  label={t('edit.removeOf', { unit: areaName })}
                  onPress={() => onChange({ ...unit, subjectAreas: others })}
                >
                  {t('edit.remove')}
                </Button>
              </div>
              <CourseForm
                name={areaName}
                course={area}
                fresh={fresh}
                onChange={course =>
                  onChange({
                    ...unit,
                    subjectAreas: unit.subjectAreas.map(one => (one === area ? { ...area, ...course } : one)),
                  })
                }
              />
            </div>
          )
        })}
        <AddArea unit={unit} choice={choice} naming={naming} onChange={onChange} />
      </>
    )
  return (
    <>
      {unit.kind === 'local' ? <LocalFields unit={unit} onChange={onChange} /> : null}
      <CourseForm
        name={name}
        course={unit}
        fresh={fresh}
        onChange={course => onChange({ ...unit, ...course })}
      />
    </>
  )
}

type Of<K extends DraftUnit['kind']> = Extract<DraftUnit, { kind: K }>

function LocalFields({
  onChange,
  unit,
}: {
  readonly unit: Of<'local'>
  readonly onChange: (unit: DraftUnit) => void
}) {
  const t = useTexts(texts)
  return (
    <div className={styles.form}>
      <TextField
        label={t('edit.localName')}
        value={unit.name}
        onChange={name => onChange({ ...unit, name })}
        error={unit.name.trim() === '' ? t('new.giveName') : undefined}
        maxLength={300}
        required
      />
      <TextField
        label={t('edit.points')}
        inputMode="numeric"
        value={unit.points}
        onChange={points => onChange({ ...unit, points })}
        error={decimal(unit.points, 300) === undefined ? t('edit.pointsProblem') : undefined}
      />
    </div>
  )
}

interface AddAreaProps {
  readonly unit: Of<'common'>
  readonly choice: UnitChoice | undefined
  readonly naming: Naming
  readonly onChange: (unit: DraftUnit) => void
}

function AddArea({ choice, naming, onChange, unit }: AddAreaProps) {
  const t = useTexts(texts)
  const taken = new Set(unit.subjectAreas.map(area => codeKey(area.code)))
  const left = (choice?.subjectAreas ?? []).filter(area => !taken.has(codeKey(area.code)))
  if (left.length === 0) return null
  return (
    <ComboBox
      label={t('edit.addArea')}
      value={undefined}
      options={left.map(area => ({ id: area.code, text: naming.ofCode(area.code) }))}
      onChoose={code =>
        onChange({
          ...unit,
          subjectAreas: [...unit.subjectAreas, { code, periods: [], demonstrations: [] }],
        })
      }
      emptyText={t('new.noMatch')}
      openLabel={t('new.open')}
    />
  )
}
