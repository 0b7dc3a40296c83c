import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTexts } from '../../../../platform/web/language.tsx'
import { useAnnounce } from '../../../../ui/announcer.tsx'
import { Button } from '../../../../ui/button.tsx'
import { listAt, placeOf } from '../editor/body.ts'
import { FieldFindings } from '../editor/field-findings.tsx'
import { useEditor } from '../editor-context.tsx'
import { useFolding } from './fold.tsx'
import { type Level, PartCard } from './part-card.tsx'
import styles from './parts.module.css'
import { texts } from './texts.ts'

export interface PartListProps<Part> {
  readonly list: string
  readonly level: Level
  readonly inner?: boolean
  /** What a part is called; of one without a name what it would be. */
  readonly name: (part: Part, index: number) => string
  readonly title?: (part: Part, index: number) => ReactNode
  readonly summary?: (part: Part) => ReactNode
  readonly form: (part: Part, pointer: string) => ReactNode
  /** How parts are added; draws its button, and more while one is chosen. */
  readonly adding: ReactNode
}

interface Removed {
  readonly index: number
  readonly part: unknown
  readonly name: string
}

/** The parts of one list, and how one more comes and goes. */
export function PartList<Part>({
  list,
  level,
  inner,
  name,
  title,
  summary,
  form,
  adding,
}: PartListProps<Part>) {
  const t = useTexts(texts)
  const announce = useAnnounce()
  const { plan, remove, set } = useEditor()
  const folding = useFolding()
  const [removed, setRemoved] = useState<Removed>()
  const parts = listAt(plan, list) as readonly Part[]
  const takeAway = (pointer: string, part: Part): void => {
    const { index } = placeOf(pointer)
    setRemoved({ index, part, name: name(part, index) })
    remove(pointer)
    folding.removed(pointer)
    announce(t('removed', { name: name(part, index) }))
  }
  const putBack = ({ index, part, name: called }: Removed): void => {
    set(list, parts.toSpliced(index, 0, part as Part))
    setRemoved(undefined)
    folding.go(`${list}/${Math.min(index, parts.length)}`)
    announce(t('restored', { name: called }))
  }
  return (
    <div className={styles.list}>
      <FieldFindings pointer={list} />
      {parts.map((part, index) => (
        <PartCard
          key={placeAt(list, index)}
          pointer={placeAt(list, index)}
          level={level}
          title={title?.(part, index) ?? name(part, index)}
          summary={summary?.(part)}
          inner={inner ?? false}
          onRemove={() => takeAway(placeAt(list, index), part)}
        >
          {form(part, placeAt(list, index))}
        </PartCard>
      ))}
      {removed === undefined ? null : (
        <Undo key={removed.name} name={removed.name} onPress={() => putBack(removed)} />
      )}
      {adding}
    </div>
  )
}

const placeAt = (list: string, index: number): string => `${list}/${index}`

/** Takes the focus, which the removed part had. */
function Undo({ name, onPress }: { readonly name: string; readonly onPress: () => void }) {
  const t = useTexts(texts)
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => line.current?.querySelector('button')?.focus(), [])
  return (
    <p ref={line} className={styles.undo}>
      {t('removed', { name })}{' '}
      <Button look="quiet" onPress={onPress}>
        {t('undo')}
      </Button>
    </p>
  )
}

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
