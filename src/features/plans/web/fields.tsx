import type { ReactNode } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { FindingNotes } from './finding-note.tsx'
import { type Inner, placeFindings } from './placement.ts'
import styles from './plan.module.css'
import { useReading } from './reading.tsx'
import { type FieldKey, texts } from './texts.ts'

/** One line of a part: what it is called, which keys of the part it shows, and the value in words. */
export interface Row {
  readonly name: FieldKey
  readonly keys: readonly string[]
  /** Nothing to say: the line is left out, unless a finding is about it. */
  readonly value: ReactNode | undefined
}

interface FieldsProps {
  readonly pointer: string
  readonly rows: readonly Row[]
  readonly inner?: Inner
  readonly headed?: readonly string[]
  readonly dense?: boolean
}

/** The fields of a part with their findings beside them, and above them the findings about the part itself. */
export function Fields({ pointer, rows, inner = {}, headed = [], dense = false }: FieldsProps) {
  const t = useTexts(texts)
  const { findings } = useReading()
  const placed = placeFindings(findings, pointer, { fields: rows.flatMap(row => row.keys), inner, headed })
  const shown = rows
    .map(row => ({ row, notes: placed.byField(row.keys) }))
    .filter(({ row, notes }) => row.value !== undefined || notes.length > 0)
  return (
    <>
      <FindingNotes findings={placed.own} />
      {shown.length === 0 ? null : (
        <Facts dense={dense}>
          {shown.map(({ row, notes }) => (
            <Fact
              key={row.name}
              name={t(`fields.${row.name}`)}
              aside={notes.length === 0 ? null : <FindingNotes findings={notes} />}
            >
              {row.value ?? <span className={styles.quiet}>{t('missing')}</span>}
            </Fact>
          ))}
        </Facts>
      )}
    </>
  )
}
