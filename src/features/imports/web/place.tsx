import { useTexts } from '../../../platform/web/language.tsx'
import type { ImportKind } from '../contract.ts'
import { placeOf } from './run-words.ts'
import { isTabular } from './tabular.ts'
import { texts } from './texts.ts'

interface PlaceProps {
  readonly kind: ImportKind
  /** RFC 6901, as reports have it. */
  readonly pointer: string
}

/** Where in a file something is, as its reader finds it there. */
export function Place({ kind, pointer }: PlaceProps) {
  const t = useTexts(texts)
  const { words, path } = placeOf(pointer, isTabular(kind), t)
  return (
    <>
      {words}
      {words === undefined || path === undefined ? null : ' '}
      {path === undefined ? null : <code>{path}</code>}
    </>
  )
}
