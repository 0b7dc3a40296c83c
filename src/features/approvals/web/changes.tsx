import { useTexts } from '../../../platform/web/language.tsx'
import { texts } from './texts.ts'

const shownAtMost = 8

/** Sentences on what changed; of very many the first ones. */
export function Changes({ changes }: { readonly changes: readonly string[] }) {
  const t = useTexts(texts)
  const more = changes.length - shownAtMost
  return (
    <ul>
      {changes.slice(0, shownAtMost).map(change => (
        <li key={change}>{change}</li>
      ))}
      {more > 0 ? <li>{t('moreChanges', { count: more })}</li> : null}
    </ul>
  )
}
