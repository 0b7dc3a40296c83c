import { useTexts } from '../../../../platform/web/language.tsx'
import type { AreaChoice, PartChoice, UnitChoice } from '../../contract-choices.ts'
import type { CodeNames } from '../api.ts'
import { useEditor } from '../editor-context.tsx'
import { useCodeName } from '../pick/code-place.tsx'
import { texts } from './texts.ts'

/** The name of a code in the body; the code itself, marked, where it has none. */
export function useCodeText(): (code: string | undefined) => string {
  const t = useTexts(texts)
  const { names } = useEditor()
  const nameOf = useCodeName()
  return code =>
    code === undefined
      ? t('unnamed')
      : nameOf({ uri: code, names: Object.hasOwn(names, code) ? (names[code] ?? {}) : {} })
}

/** A name that the reader wrote, or what stands for one. */
export function useWrittenName(): (name: string | undefined) => string {
  const t = useTexts(texts)
  return name => (name === undefined || name.trim() === '' ? t('unnamed') : name)
}

/** What the editor remembers of a chosen code. */
export function learnt(choice: UnitChoice | AreaChoice | PartChoice): CodeNames {
  const points =
    'points' in choice && choice.points?.min === choice.points?.max ? choice.points?.min : undefined
  return { ...choice.names, ...(points === undefined ? {} : { points }) }
}
