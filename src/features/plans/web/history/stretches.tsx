import { useTexts } from '../../../../platform/web/language.tsx'
import { Hidden } from '../../../../ui/hidden.tsx'
import type { Stretch } from '../../rules-words-texts.ts'
import styles from './history.module.css'
import { historyTexts } from './texts.ts'

interface StretchesProps {
  readonly stretches: readonly Stretch[]
  /** Words of one text beside each other: then each is also said to have come or gone, not only shown so. */
  readonly woven?: boolean
}

/** Words of which some were and some are: struck out and strong, and never told by looks alone. */
export function Stretches({ stretches, woven = false }: StretchesProps) {
  // The place in the sentence is what tells equal words apart.
  let at = 0
  return stretches.map(stretch => {
    const key = at
    at += stretch.text.length + 1
    return <Words key={key} stretch={stretch} woven={woven} />
  })
}

function Words({ stretch: { text, mark }, woven }: { readonly stretch: Stretch; readonly woven: boolean }) {
  const t = useTexts(historyTexts)
  if (mark === undefined) return <bdi>{text}</bdi>
  const said = woven ? <Hidden> {t(mark === 'before' ? 'wasHere' : 'isHere')} </Hidden> : null
  return mark === 'before' ? (
    <del className={styles.was}>
      {said}
      {text}
    </del>
  ) : (
    <ins className={styles.is}>
      {said}
      {text}
    </ins>
  )
}
