import type { ReactNode } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { listAt } from '../editor/body.ts'
import { FieldFindings } from '../editor/field-findings.tsx'
import { useEditor } from '../editor-context.tsx'
import { useFolding } from './fold.tsx'
import { type Level, PartCard } from './part-card.tsx'
import styles from './parts.module.css'
import { useRemoval } from './removal.tsx'

export interface PartListProps<Part> {
  readonly list: string
  readonly level: Level
  readonly inner?: boolean
  /** What a part is called; of one without a name what it would be. */
  readonly name: (part: Part, index: number) => string
  readonly summary?: (part: Part) => ReactNode
  readonly form: (part: Part, pointer: string) => ReactNode
  /** How parts are added; draws its button, and more while one is chosen. */
  readonly adding: ReactNode
}

/** The parts of one list, and how one more comes and goes. */
export function PartList<Part>({ list, level, inner, name, summary, form, adding }: PartListProps<Part>) {
  const { plan } = useEditor()
  const { takeAway, undo } = useRemoval(list)
  const parts = listAt(plan, list) as readonly Part[]
  return (
    <div className={styles.list}>
      <FieldFindings pointer={list} />
      {parts.map((part, index) => (
        <PartCard
          key={placeAt(list, index)}
          pointer={placeAt(list, index)}
          level={level}
          title={name(part, index)}
          summary={summary?.(part)}
          inner={inner ?? false}
          onRemove={() => takeAway(placeAt(list, index), name(part, index))}
        >
          {form(part, placeAt(list, index))}
        </PartCard>
      ))}
      {undo}
      {adding}
    </div>
  )
}

const placeAt = (list: string, index: number): string => `${list}/${index}`

interface AddPartProps {
  readonly list: string
  readonly text: string
  readonly make: () => unknown
}

/** Adds a part with what it begins with, opens it and goes there. */
export function AddPart({ list, text, make }: AddPartProps) {
  const { insert } = useEditor()
  const folding = useFolding()
  return (
    <div>
      <Button onPress={() => folding.go(insert(list, make()))}>{text}</Button>
    </div>
  )
}
