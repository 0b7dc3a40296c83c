import { type ReactNode, useId } from 'react'
import { useTexts } from '../../../../platform/web/language.tsx'
import { useAnnounce } from '../../../../ui/announcer.tsx'
import { Badge } from '../../../../ui/badge.tsx'
import { Button } from '../../../../ui/button.tsx'
import { listAt, placeOf } from '../editor/body.ts'
import { FieldFindings } from '../editor/field-findings.tsx'
import { useEditor } from '../editor-context.tsx'
import { bySeverity } from '../placement.ts'
import { useFolding } from './fold.tsx'
import styles from './parts.module.css'
import { texts } from './texts.ts'

export type Level = 'h3' | 'h4' | 'h5' | 'h6'

interface PartCardProps {
  readonly pointer: string
  readonly level: Level
  readonly title: ReactNode
  /** What is in it, in a few words, while it is folded and when it is not. */
  readonly summary?: ReactNode
  readonly inner?: boolean
  readonly onRemove: () => void
  readonly children: ReactNode
}

/** A part under its name, folded unless it is being written. */
export function PartCard({
  pointer,
  level: Heading,
  title,
  summary,
  inner,
  onRemove,
  children,
}: PartCardProps) {
  const id = useId()
  const folding = useFolding()
  const open = folding.isOpen(pointer)
  return (
    <article className={inner === true ? styles.inner : styles.card}>
      <header className={styles.head}>
        <Heading className={styles.title}>
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            aria-controls={`${id}-form`}
            onClick={() => folding.set(pointer, !open)}
          >
            {title}
          </button>
        </Heading>
        <p className={styles.summary}>
          {summary}
          {open ? null : <FindingCount pointer={pointer} />}
        </p>
      </header>
      <FieldFindings pointer={pointer} />
      <div id={`${id}-form`} className={styles.form} hidden={!open}>
        {open ? (
          <>
            {children}
            <CardButtons pointer={pointer} onRemove={onRemove} />
          </>
        ) : null}
      </div>
    </article>
  )
}

function CardButtons({ pointer, onRemove }: Pick<PartCardProps, 'pointer' | 'onRemove'>) {
  const t = useTexts(texts)
  const announce = useAnnounce()
  const folding = useFolding()
  const { move, plan } = useEditor()
  const { index, list } = placeOf(pointer)
  const count = listAt(plan, list).length
  const moveBy = (by: -1 | 1): void => {
    move(pointer, by)
    folding.moved(pointer, by)
    folding.go(`${list}/${index + by}`)
    announce(t('moved', { place: index + by + 1, count }))
  }
  return (
    <div className={styles.buttons}>
      {index > 0 ? (
        <Button look="quiet" onPress={() => moveBy(-1)}>
          {t('up')}
        </Button>
      ) : null}
      {index + 1 < count ? (
        <Button look="quiet" onPress={() => moveBy(1)}>
          {t('down')}
        </Button>
      ) : null}
      <Button look="quiet" onPress={onRemove}>
        {t('remove')}
      </Button>
    </div>
  )
}

/** How much stands inside that somebody should look at, told while it cannot be seen. */
function FindingCount({ pointer }: { readonly pointer: string }) {
  const t = useTexts(texts)
  const { findings } = useEditor()
  const inside = bySeverity(findings.filter(finding => finding.pointer.startsWith(`${pointer}/`)))
  const [worst] = inside
  if (worst === undefined) return null
  return <Badge tone={worst.severity}>{t('findings', { count: inside.length })}</Badge>
}
