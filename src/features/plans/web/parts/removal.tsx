import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTexts } from '../../../../platform/web/language.tsx'
import { useAnnounce } from '../../../../ui/announcer.tsx'
import { Button } from '../../../../ui/button.tsx'
import { listAt, placeOf } from '../editor/body.ts'
import { useEditor } from '../editor-context.tsx'
import { useFolding } from './fold.tsx'
import styles from './parts.module.css'
import { texts } from './texts.ts'

interface Removed {
  readonly index: number
  readonly member: unknown
  readonly name: string
}

interface Removal {
  readonly takeAway: (pointer: string, name: string) => void
  /** The way to put back what was taken away last. */
  readonly undo: ReactNode
}

/** Taking members of a list away, each time with the way back. */
export function useRemoval(list: string): Removal {
  const t = useTexts(texts)
  const announce = useAnnounce()
  const { plan, remove, set } = useEditor()
  const folding = useFolding()
  const [removed, setRemoved] = useState<Removed>()
  const members = listAt(plan, list)
  const takeAway = (pointer: string, name: string): void => {
    const { index } = placeOf(pointer)
    setRemoved({ index, member: members[index], name })
    remove(pointer)
    folding.removed(pointer)
    announce(t('removed', { name }))
  }
  const putBack = ({ index, member, name }: Removed): void => {
    set(list, members.toSpliced(index, 0, member))
    setRemoved(undefined)
    folding.go(`${list}/${Math.min(index, members.length)}`)
    announce(t('restored', { name }))
  }
  const undo =
    removed === undefined ? null : (
      <Undo key={`${removed.index} ${removed.name}`} name={removed.name} onPress={() => putBack(removed)} />
    )
  return { takeAway, undo }
}

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
