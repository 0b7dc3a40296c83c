import { useLanguage } from '../../../platform/web/language.tsx'
import type { LocalisedText, TextLine } from '../contract-texts.ts'
import { pickText } from '../rules-texts.ts'
import styles from './qualification.module.css'

/** Lines in the reader's language, else in another one, marked as such for screen readers. */
export function TextLines({ text }: { readonly text: LocalisedText }) {
  const { language } = useLanguage()
  const picked = pickText(text, language)
  if (picked === undefined) return null
  return (
    <div className={styles.text} lang={picked.language}>
      {runsOf(picked.lines).map(run => (
        <Run key={`${run[0]?.at}`} run={run} />
      ))}
    </div>
  )
}

type Placed = TextLine & { readonly at: number }

/** Items that follow each other are one list. */
function runsOf(lines: readonly TextLine[]): readonly (readonly Placed[])[] {
  const runs: Placed[][] = []
  lines.forEach((line, at) => {
    const last = runs.at(-1)
    if (line.kind === 'item' && last?.[0]?.kind === 'item') last.push({ ...line, at })
    else runs.push([{ ...line, at }])
  })
  return runs
}

function Run({ run }: { readonly run: readonly Placed[] }) {
  const [first] = run
  if (first === undefined) return null
  if (first.kind === 'heading') return <p className={styles.textHeading}>{first.text}</p>
  if (first.kind === 'paragraph') return <p>{first.text}</p>
  return <ItemList items={run} depth={1} />
}

function ItemList({ items, depth }: { readonly items: readonly Placed[]; readonly depth: number }) {
  const own: { line: Placed; inner: Placed[] }[] = []
  for (const line of items) {
    const last = own.at(-1)
    if ((line.depth ?? 1) > depth && last) last.inner.push(line)
    else own.push({ line, inner: [] })
  }
  return (
    <ul className={styles.bullets}>
      {own.map(({ inner, line }) => (
        <li key={line.at}>
          {line.text}
          {inner.length === 0 ? null : <ItemList items={inner} depth={depth + 1} />}
        </li>
      ))}
    </ul>
  )
}
